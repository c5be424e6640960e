import { ComponentSwatch } from '@/components/ui/badge';
import { formatCount } from '@/lib/format/numbers';
import { QUANTILES } from '@/lib/stats/bins';
import type { Distribution } from './distributions';

export interface DistributionTableProps {
  readonly distributions: readonly Distribution[];
  /** Title of a source for people. */
  readonly titleOf: (source: string) => string;
}

/** The distributions as numbers. */
export function DistributionTable({ distributions, titleOf }: DistributionTableProps) {
  const cell = 'pl-4 text-right whitespace-nowrap';
  return (
    <div className="overflow-x-auto">
      <table className="tabular w-full min-w-184">
        <caption className="sr-only">Tokens per record by source and component</caption>
        <thead className="text-left text-xs text-ink-3">
          <tr className="h-7 border-b border-line [&>th]:font-normal">
            <th>Source</th>
            <th className={cell}>Records</th>
            <th className={cell}>Mean</th>
            {QUANTILES.map((probability) => (
              <th key={probability} className={cell}>
                {probability * 100}
                {'\u202f'}%
              </th>
            ))}
            <th className={cell}>Largest</th>
          </tr>
        </thead>
        <tbody>
          {distributions.map((row) => (
            <tr key={`${row.component} ${row.source}`} className="h-7 border-b border-line">
              <th scope="row" className="text-left font-normal">
                <span className="flex items-center gap-2 whitespace-nowrap">
                  <ComponentSwatch component={row.component} />
                  {titleOf(row.source)} <span className="text-xs text-ink-3">{row.component}</span>
                </span>
              </th>
              <td className={cell}>{formatCount(row.records)}</td>
              <td className={cell}>{formatCount(row.mean)}</td>
              {QUANTILES.map((probability) => (
                <td key={probability} className={cell}>
                  {row.quantiles.has(probability) ? formatCount(row.quantiles.get(probability) ?? 0) : '–'}
                </td>
              ))}
              <td className={cell}>{formatCount(row.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
