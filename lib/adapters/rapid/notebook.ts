/** Jupyter notebooks (nbformat 4), as far as their code goes. */
import { arrayOf, isObject, objectOf } from '../json-value.ts';

export interface CodeCell {
  /** Position among all cells. */
  readonly at: number;
  /** Python without the lines that only the notebook understands. */
  readonly source: string;
  /** What the cell printed. */
  readonly printed: string;
}

/** `!pip install …` and `%magic`: blanked, so that lines keep their numbers. */
const SHELL_LINE = /^[!%].*$/gm;

/** @returns the code cells in order; null where the value is no notebook */
export function codeCells(value: unknown): CodeCell[] | null {
  if (!isObject(value) || !Array.isArray(value['cells']) || typeof value['nbformat'] !== 'number') return null;
  return value['cells'].flatMap((cell: unknown, at) => {
    const { cell_type: type, source, outputs } = objectOf(cell);
    if (type !== 'code') return [];
    const printed = arrayOf(outputs)
      .map(objectOf)
      .filter(({ name }) => name === 'stdout');
    return [
      {
        at,
        source: joined(source).replaceAll(SHELL_LINE, ''),
        printed: printed.map(({ text }) => joined(text)).join(''),
      },
    ];
  });
}

/** A text, or its lines. */
function joined(text: unknown): string {
  return typeof text === 'string' ? text : arrayOf(text).join('');
}
