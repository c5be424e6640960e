import { FoldedText } from '@/components/content/folded-text';
import { Markdown } from '@/components/content/markdown';
import { SectionPanel } from '@/components/content/section-panel';
import { formatPlural } from '@/lib/format/numbers';
import type { ApiDoc } from './types';

/** What the documentation says in words. */
export function DocumentationPanel({ doc }: { readonly doc: ApiDoc }) {
  const { description, base_url: baseUrl, title, version } = doc;
  return (
    <SectionPanel
      id="docs"
      title="Documentation"
      note={description === null ? null : formatPlural(description.length, 'character')}
    >
      {description === null || description.trim() === '' ? (
        <p className="text-ink-3">The documentation describes this API in no words.</p>
      ) : (
        <Markdown text={description} />
      )}
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-xs">
        <Entry name="Tool" value={title} />
        <Entry name="Version" value={version} />
        <Entry name="Server" value={baseUrl} mono />
      </dl>
    </SectionPanel>
  );
}

interface EntryProps {
  readonly name: string;
  readonly value: string | null;
  readonly mono?: boolean;
}

function Entry({ name, value, mono = false }: EntryProps) {
  if (value === null || value === '') return null;
  return (
    <div className="flex min-w-0 gap-1.5">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">
        <FoldedText text={value} first={160} className={mono ? 'font-mono' : ''} />
      </dd>
    </div>
  );
}
