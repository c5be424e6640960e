import type { ReactNode } from 'react';
import type { Manifest } from '@/lib/corpus/manifest';
import { formatDate } from '@/lib/format/dates';
import { formatBytes, formatCount } from '@/lib/format/numbers';

/** What the corpus is. `where` is the address it was opened from. */
export function TitleBlock({ manifest, where }: { readonly manifest: Manifest; readonly where: string }) {
  const tables = Object.values(manifest.tables);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  const shards = tables.reduce((sum, table) => sum + table.shards.length, 0);
  return (
    <div className="grid gap-x-10 gap-y-5 pt-8 pb-7 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div>
        <h1 className="line-clamp-3 max-w-[28ch] text-2xl leading-8 font-semibold tracking-[-0.015em] break-words sm:text-3xl sm:leading-10">
          {manifest.title}
        </h1>
        <p className="mt-2 line-clamp-6 max-w-[68ch] text-base text-ink-2 break-words">{manifest.description}</p>
      </div>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] content-end gap-x-3 gap-y-0.5 text-xs">
        <Fact name="Licence">{manifest.licence}</Fact>
        <Fact name="Tokenizer">
          <span className="font-mono">{manifest.tokenizer}</span>
        </Fact>
        <Fact name="Newest input">{formatDate(manifest.created)}</Fact>
        <Fact name="Built by">{manifest.builder}</Fact>
        <Fact name="Format">forge-corpus {manifest.version}</Fact>
        <Fact name="Files">
          {formatCount(shards)} shards, {formatBytes(bytes)}
        </Fact>
        <Fact name="Opened from">
          <span className="font-mono break-all">{where}</span>
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words text-ink-2">{children}</dd>
    </>
  );
}
