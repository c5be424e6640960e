import { Badge, ComponentSwatch } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { COMPONENTS, type Component } from '@/lib/corpus';
import type { Manifest, Source } from '@/lib/corpus/manifest';
import { formatCompact, formatCount, formatPlural } from '@/lib/format/numbers';
import { Section } from './section';

/** Where the corpus comes from: licence, and the account of every input record. */
export function SourcesSection({ manifest }: { readonly manifest: Manifest }) {
  const { sources, totals } = manifest;
  const note = (
    <>
      {formatPlural(sources.length, 'source')}. Records in are either stored or rejected;{' '}
      {formatPlural(totals.rejected, 'record was', 'records were')} rejected, {formatCount(totals.warnings)}{' '}
      {totals.warnings === 1 ? 'warning was' : 'warnings were'} noted.
    </>
  );
  return (
    <Section title="Sources" note={note}>
      {sources.length === 0 ? (
        <EmptyState title="corpus.json lists no source">
          The corpus was built from nothing, or its sources were left out.
        </EmptyState>
      ) : (
        <>
          <SourcesTable sources={sources} />
          <ul className="md:hidden">
            {sources.map((source) => (
              <SourceCard key={source.source} source={source} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const number = 'tabular py-2 pl-4 text-right align-top whitespace-nowrap';

function SourcesTable({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <table className="hidden w-full md:table">
      <caption className="sr-only">Sources with licence and record counts</caption>
      <thead className="text-left text-xs text-ink-3">
        <tr className="h-7 border-b border-line [&>th]:font-normal">
          <th>Source</th>
          <th className="pl-4">Licence</th>
          <th className="pl-4">Tokens</th>
          <th className="pl-4 text-right">Records in</th>
          <th className="pl-4 text-right">Stored</th>
          <th className="pl-4 text-right">Rejected</th>
          <th className="pl-4 text-right">Warnings</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.source} className="border-b border-line">
            <th scope="row" className="max-w-88 py-2 text-left align-top font-normal">
              <SourceName source={source} />
            </th>
            <td className="max-w-56 py-2 pl-4 align-top break-words">
              {source.licence}
              {source.licence_note ? <span className="block text-xs text-ink-3">{source.licence_note}</span> : null}
            </td>
            <td className="py-2 pl-4 align-top">
              <Contributions source={source} />
            </td>
            <td className={number}>{formatCount(source.records_in)}</td>
            <td className={number}>{formatCount(source.records_stored)}</td>
            <td className={`${number} ${source.records_rejected > 0 ? 'text-bad' : 'text-ink-3'}`}>
              {formatCount(source.records_rejected)}
            </td>
            <td className={`${number} ${source.warnings > 0 ? 'text-warn' : 'text-ink-3'}`}>
              {formatCount(source.warnings)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SourceCard({ source }: { readonly source: Source }) {
  return (
    <li className="border-b border-line py-3 first:border-t">
      <SourceName source={source} />
      <p className="mt-1.5 text-xs text-ink-2">{source.licence}</p>
      <div className="mt-1.5">
        <Contributions source={source} />
      </div>
      <dl className="tabular mt-2 grid grid-cols-4 gap-2 text-xs">
        {(
          [
            ['Records in', source.records_in],
            ['Stored', source.records_stored],
            ['Rejected', source.records_rejected],
            ['Warnings', source.warnings],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-3">{name}</dt>
            <dd>{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function SourceName({ source }: { readonly source: Source }) {
  return (
    <>
      <span className="font-medium break-words">{source.title}</span>
      {source.constructed ? (
        <span className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-2">
          <Badge tone="warn">constructed</Badge> assembled from documentation, not recorded
        </span>
      ) : null}
      {source.description === '' ? null : (
        <span className="mt-0.5 block text-xs break-words text-ink-2">{source.description}</span>
      )}
      <span className="mt-0.5 block font-mono text-2xs break-all text-ink-3">
        {source.origin}
        {source.version === null || source.origin.includes(source.version) ? '' : ` ${source.version}`}
      </span>
    </>
  );
}

function Contributions({ source }: { readonly source: Source }) {
  const present = COMPONENTS.filter((component): component is Component => source.components[component] !== undefined);
  return (
    <ul className="flex flex-wrap gap-x-4 md:block">
      {present.map((component) => (
        <li key={component} className="flex items-center gap-1.5 whitespace-nowrap">
          <ComponentSwatch component={component} />
          <span className="tabular">{formatCompact(source.components[component]?.tokens ?? 0)}</span>
          <span className="text-xs text-ink-3">{component}</span>
        </li>
      ))}
    </ul>
  );
}
