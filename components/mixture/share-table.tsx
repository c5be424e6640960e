import Link from 'next/link';
import { ScrollArea } from '@/components/charts/scroll-area';
import { ComponentSwatch } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { COMPONENTS, type Component } from '@/lib/corpus';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import type { Amounts } from '@/lib/mixture/shares';
import type { CorpusShares, ShareSlice } from './share-model';

export interface ShareTableProps {
  readonly corpora: readonly CorpusShares[];
  readonly scale: 'share' | 'count';
  readonly caption: string;
}

const COLUMNS: readonly { readonly key: keyof Amounts; readonly label: string }[] = [
  { key: 'tokens', label: 'Tokens' },
  { key: 'records', label: 'Records' },
  { key: 'chars', label: 'Characters' },
  { key: 'trajectories', label: 'Trajectories' },
];

/** One slice in each of the corpora; null where a corpus has none of it. */
interface Row {
  readonly key: string;
  readonly component: Component;
  readonly label: string;
  readonly none: boolean;
  readonly slices: readonly (ShareSlice | null)[];
}

/** Every slice with all that is counted of it, the corpora beside each other. */
export function ShareTable({ corpora, scale, caption }: ShareTableProps) {
  const rows = rowsOf(corpora);
  const totals = corpora.map(({ slices }) => sumOf(slices));
  const columns = COLUMNS.filter(({ key }) => totals.some((amounts) => amounts[key] > 0));
  return (
    <ScrollArea label={caption} className="max-h-144 border-t border-line">
      <table className="tabular w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-canvas text-left text-xs text-ink-3">
          {corpora.length > 1 ? (
            <tr className="h-6">
              <td aria-hidden />
              {corpora.map((corpus) => (
                <th
                  key={corpus.beside ? 'beside' : 'open'}
                  colSpan={columns.length + 1}
                  className="max-w-64 truncate border-l border-line px-3 font-medium text-ink-2"
                >
                  {corpus.title}
                </th>
              ))}
            </tr>
          ) : null}
          <tr className="h-7 border-b border-line [&>th]:px-3 [&>th]:font-normal">
            <th className="pl-0!">Value</th>
            {corpora.flatMap((corpus) => [
              ...columns.map(({ key, label }) => (
                <th key={`${corpus.beside} ${key}`} className="text-right whitespace-nowrap">
                  {scale === 'share' ? `% of ${label.toLowerCase()}` : label}
                </th>
              )),
              <th key={`${corpus.beside} mean`} className="text-right whitespace-nowrap">
                tokens / record
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="h-7 border-b border-line">
              <th scope="row" className="text-left font-normal">
                <RowName row={row} />
              </th>
              {row.slices.flatMap((slice, index) => cells(slice, columns, scale, totals[index], String(index)))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function RowName({ row }: { readonly row: Row }) {
  const href = row.slices.find((slice) => slice !== null)?.href ?? null;
  const text = cx('break-words', row.none && 'text-ink-3 italic');
  return (
    <span className="flex min-w-40 items-baseline gap-2">
      <ComponentSwatch component={row.component} />
      {href === null ? (
        <span className={text}>{row.label}</span>
      ) : (
        <Link href={href} prefetch={false} className={cx(text, 'underline decoration-line-strong hover:text-accent')}>
          {row.label}
        </Link>
      )}
      {row.label === row.component ? null : <span className="text-xs text-ink-3">{row.component}</span>}
    </span>
  );
}

function cells(
  slice: ShareSlice | null,
  columns: typeof COLUMNS,
  scale: 'share' | 'count',
  totals: Amounts | undefined,
  key: string,
) {
  const style = 'px-3 text-right whitespace-nowrap';
  const text = (column: keyof Amounts): string => {
    if (slice === null) return '–';
    const amount = slice.amounts[column];
    return scale === 'count' ? formatCount(amount) : formatPercent(amount / (totals?.[column] ?? 0));
  };
  const mean =
    slice === null || slice.amounts.records === 0 ? '–' : formatCount(slice.amounts.tokens / slice.amounts.records);
  return [
    ...columns.map((column) => (
      <td key={`${key} ${column.key}`} className={style}>
        {text(column.key)}
      </td>
    )),
    <td key={`${key} mean`} className={cx(style, 'text-ink-3')}>
      {mean}
    </td>,
  ];
}

function rowsOf(corpora: readonly CorpusShares[]): Row[] {
  const keys = [...new Set(corpora.flatMap(({ slices }) => slices.map(({ key }) => key)))];
  return keys
    .flatMap((key) => {
      const slices = corpora.map((corpus) => corpus.slices.find((slice) => slice.key === key) ?? null);
      const known = slices.find((slice) => slice !== null);
      return known ? [{ key, component: known.component, label: known.label, none: known.none, slices }] : [];
    })
    .toSorted((a, b) => COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component));
}

function sumOf(slices: readonly ShareSlice[]): Amounts {
  const sum = (of: keyof Amounts) => slices.reduce((total, { amounts }) => total + amounts[of], 0);
  return { tokens: sum('tokens'), records: sum('records'), chars: sum('chars'), trajectories: sum('trajectories') };
}
