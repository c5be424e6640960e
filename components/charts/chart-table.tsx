import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { ScrollArea } from './scroll-area';

export interface ChartTableColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

export interface ChartTableRow {
  readonly key: string;
  /** One text per column; the first names the row. */
  readonly cells: readonly string[];
  /** The records behind the row. */
  readonly href?: string | null;
}

export interface ChartTableProps {
  readonly caption: string;
  readonly columns: readonly ChartTableColumn[];
  readonly rows: readonly ChartTableRow[];
}

/** The numbers of a chart. Each row opens its records, where a page lists them. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  return (
    <ScrollArea label={caption} className="max-h-96 border-y border-line">
      <table className="tabular w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-canvas text-left text-xs text-ink-3">
          <tr className="h-7">
            {columns.map(({ label, numeric }) => (
              <th key={label} className={cx('px-2 font-normal first:pl-0', numeric && 'text-right')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, href }) => (
            <tr key={key} className="h-6 border-t border-line">
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[0]?.label} scope="row" className="pr-2 text-left font-normal">
                    {href ? (
                      <Link href={href} prefetch={false} className="underline decoration-line-strong hover:text-accent">
                        {cell}
                      </Link>
                    ) : (
                      cell
                    )}
                  </th>
                ) : (
                  <td
                    key={columns[index]?.label}
                    className={cx('px-2 whitespace-nowrap', columns[index]?.numeric && 'text-right')}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
