import { Markdown } from '@/components/content/markdown';
import { SectionPanel } from '@/components/content/section-panel';
import { visibleText } from '@/components/content/visible-text';
import { cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { readResponses, type ResponseEntry } from './documents';

/** Every documented response. */
export function ResponsesPanel({ responses }: { readonly responses: string }) {
  const entries = readResponses(responses);
  return (
    <SectionPanel id="responses" title="Responses" note={entries.length > 0 ? formatCount(entries.length) : null}>
      {entries.length === 0 ? <p className="text-ink-3">No response is documented.</p> : null}
      <ul>
        {entries.map((entry, index) => (
          <li
            key={`${entry.status} ${index}`}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-1.5 last:border-0"
          >
            <span className={cx('font-mono text-xs leading-5 font-semibold', toneOf(entry.status))}>
              {visibleText(entry.status.slice(0, 20))}
            </span>
            <ResponseText entry={entry} />
          </li>
        ))}
      </ul>
    </SectionPanel>
  );
}

function ResponseText({ entry: { description, mediaType, schemaName } }: { readonly entry: ResponseEntry }) {
  const facts = [mediaType, schemaName].filter((part) => part !== null);
  return (
    <div className="min-w-0">
      {description === null || description === '' ? null : (
        <Markdown text={description} first={600} className="prose-small" />
      )}
      {facts.length > 0 ? (
        <p className="font-mono text-2xs [overflow-wrap:anywhere] text-ink-3">
          {visibleText(facts.join(' · ').slice(0, 300))}
        </p>
      ) : null}
    </div>
  );
}

function toneOf(status: string): string {
  if (status.startsWith('2')) return 'text-good';
  return /^[45]/.test(status) ? 'text-bad' : 'text-ink-2';
}
