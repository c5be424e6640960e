/** One CSS grid template for the header and all rows: resizing a column changes one variable and no row. */

interface SizedColumn {
  readonly id: string;
  readonly width: number;
  readonly minWidth?: number;
  readonly grow?: number;
}

/**
 * The template of a set of columns.
 * @param columns visible columns, in order
 * @param sizes widths in px that someone has chosen, by column id
 * @returns the template, and the least width of a row in px
 */
export function gridTemplate(
  columns: readonly SizedColumn[],
  sizes: Readonly<Record<string, number>>,
): { readonly columns: string; readonly width: number } {
  let width = 0;
  let grows = false;
  const tracks = columns.map((column) => {
    const chosen = sizes[column.id];
    const size = Math.max(column.minWidth ?? 48, chosen ?? column.width);
    width += size;
    if (chosen !== undefined || column.grow === undefined) return `${size}px`;
    grows = true;
    return `minmax(${size}px, ${column.grow}fr)`;
  });
  // Where nothing grows an empty last track takes the rest, so that row backgrounds reach the edge.
  return { columns: grows ? tracks.join(' ') : [...tracks, 'minmax(0, 1fr)'].join(' '), width };
}
