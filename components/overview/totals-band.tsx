import Link from 'next/link';
import type { Manifest } from '@/lib/corpus/manifest';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import type { OverviewLinks } from './links';

interface Total {
  readonly name: string;
  readonly value: string;
  /** What the number means beside another one. */
  readonly note: string;
  readonly href: string | null;
}

/** The size of the corpus in eight numbers; each opens the rows behind it where a page for them exists. */
export function TotalsBand({ manifest, links }: { readonly manifest: Manifest; readonly links: OverviewLinks }) {
  return (
    <ul className="grid grid-cols-2 border-t border-line-strong sm:grid-cols-4 xl:grid-cols-8" aria-label="Totals">
      {totalsOf(manifest, links).map((total) => (
        <li
          key={total.name}
          className="border-b border-line not-first:border-l max-sm:odd:border-l-0 sm:max-xl:nth-[4n+1]:border-l-0 xl:border-b-0"
        >
          {total.href === null ? (
            <div className="h-full px-3 py-3.5">
              <TotalText {...total} />
            </div>
          ) : (
            <Link
              href={total.href}
              prefetch={false}
              className="group block h-full px-3 py-3.5 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <TotalText {...total} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function TotalText({ name, value, note, href }: Total) {
  return (
    <>
      <span className="block text-xs text-ink-2">{name}</span>
      <span
        className={`tabular mt-0.5 block text-xl leading-7 font-medium tracking-[-0.01em] whitespace-nowrap ${href === null ? '' : 'underline decoration-line-strong decoration-1 underline-offset-4 group-hover:text-accent group-hover:decoration-accent'}`}
      >
        {value}
      </span>
      <span className="tabular mt-0.5 block text-2xs text-ink-3">{note}</span>
    </>
  );
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(1);
}

/** A count in full; where there are no rows, there is no link to them. */
function counted(name: string, count: number, note: string, href: string | null): Total {
  return { name, value: formatCount(count), note, href: count === 0 ? null : href };
}

function totalsOf({ totals, tokenizer }: Manifest, links: OverviewLinks): Total[] {
  const { apis, apis_called, providers, tools, trajectories, steps, calls, documents, tokens } = totals;
  const called = apis_called === 0 ? 'none of them called' : `${formatPercent(apis_called / apis)} called`;
  return [
    counted('APIs', apis, called, links.apis()),
    counted('Providers', providers, `${ratio(apis, providers)} APIs each`, links.apis()),
    counted('Tools', tools, `${ratio(apis, tools)} APIs each`, links.apis()),
    counted('Trajectories', trajectories, `${ratio(steps, trajectories)} steps each`, links.trajectories()),
    counted('Steps', steps, 'messages of all roles', links.trajectories()),
    counted('Calls', calls, `${ratio(calls, trajectories)} per trajectory`, links.apis({ called: 'called' })),
    counted('Documents', documents, 'of code and text', links.documents()),
    { name: 'Tokens', value: formatCompact(tokens), note: `${formatCount(tokens)} ${tokenizer}`, href: null },
  ];
}
