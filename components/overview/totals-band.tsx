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

function totalsOf({ totals, tokenizer }: Manifest, links: OverviewLinks): Total[] {
  return [
    {
      name: 'APIs',
      value: formatCount(totals.apis),
      note: totals.apis === 0 ? 'none' : `${formatPercent(totals.apis_called / totals.apis)} called`,
      href: links.apis(),
    },
    {
      name: 'Providers',
      value: formatCount(totals.providers),
      note: `${ratio(totals.apis, totals.providers)} APIs each`,
      href: links.apis(),
    },
    {
      name: 'Tools',
      value: formatCount(totals.tools),
      note: `${ratio(totals.apis, totals.tools)} APIs each`,
      href: links.apis(),
    },
    {
      name: 'Trajectories',
      value: formatCount(totals.trajectories),
      note: `${ratio(totals.steps, totals.trajectories)} steps each`,
      href: links.trajectories(),
    },
    { name: 'Steps', value: formatCount(totals.steps), note: 'messages of all roles', href: links.trajectories() },
    {
      name: 'Calls',
      value: formatCount(totals.calls),
      note: `${ratio(totals.calls, totals.trajectories)} per trajectory`,
      href: links.apis({ called: 'called' }),
    },
    { name: 'Documents', value: formatCount(totals.documents), note: 'of code and text', href: null },
    {
      name: 'Tokens',
      value: formatCompact(totals.tokens),
      note: `${formatCount(totals.tokens)} ${tokenizer}`,
      href: null,
    },
  ];
}
