/** The numbers behind the length charts, as tables. */
import type { ChartTableProps } from '@/components/charts/chart-table';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { quantilesOf } from '@/lib/mixture/weights';
import { QUANTILES } from '@/lib/stats/bins';
import { binRange } from './bin-note';
import { quantileText } from './box-chart';
import type { LengthRow } from './length-row';

type Table = Omit<ChartTableProps, 'caption'>;

/** Every bin of every row, with the part that lies up to its end. */
export function binTable(rows: readonly LengthRow[], unit: string, weight: string): Table {
  return {
    columns: [
      { label: unit },
      { label: 'Source' },
      { label: 'Component' },
      { label: weight, numeric: true },
      { label: 'Share', numeric: true },
      { label: 'Up to here', numeric: true },
    ],
    rows: rows.flatMap((row) => {
      let below = 0;
      return row.bins.map((bin) => {
        below += bin.share;
        const numbers = [formatCount(bin.amount), formatPercent(bin.share), formatPercent(Math.min(1, below))];
        return {
          key: `${row.key} ${bin.lower}`,
          cells: [binRange(bin), row.label, row.note, ...numbers],
          href: row.hrefOf(bin),
        };
      });
    }),
  };
}

/** Count, mean, quantiles and ends of every row. */
export function quantileTable(
  rows: readonly LengthRow[],
  weight: 'records' | 'tokens',
  format: (value: number) => string = formatCount,
): Table {
  return {
    columns: [
      { label: 'Source' },
      { label: 'Component' },
      { label: 'Count', numeric: true },
      { label: 'Mean', numeric: true },
      { label: 'Smallest', numeric: true },
      ...QUANTILES.map((probability) => ({ label: `${probability * 100}\u202f%`, numeric: true })),
      { label: 'Largest', numeric: true },
    ],
    rows: rows.map((row) => {
      const { count, sum, min, max } = row.series;
      const quantiles = quantilesOf(row.series, weight, QUANTILES) ?? [];
      return {
        key: row.key,
        cells: [
          row.label,
          row.note,
          formatCount(count),
          format(sum / count),
          format(min),
          ...quantiles.map((quantile) => quantileText(quantile, format)),
          format(max),
        ],
        href: row.href,
      };
    }),
  };
}

/** @returns a sentence on how far the quantiles of the rows can be off */
export function quantileNote(rows: readonly LengthRow[], weight: 'records' | 'tokens'): string {
  const quantiles = rows.flatMap((row) => quantilesOf(row.series, weight, QUANTILES) ?? []);
  if (quantiles.length === 0) return '';
  if (quantiles.every(({ error }) => error === 0)) return 'Quantiles are exact.';
  if (quantiles.some(({ error }) => error === null)) return 'This corpus does not state how exact its quantiles are.';
  return 'Quantiles are exact, or within the ± that stands beside them: half of the bin that holds them.';
}
