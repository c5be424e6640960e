/** How high a row will be, about: so that a jump across thousands of rows lands near its target. Pure. */
import type { InspectorRow } from './inspector-rows';

const LINE = 20;
/** Longer text is folded at first. */
const MOST_LINES = 24;
const LINE_CHARACTERS = 110;

/** @returns height in pixels */
export function rowHeight(row: InspectorRow): number {
  switch (row.kind) {
    case 'branch':
      return 33;
    case 'call':
      return 70 + textHeight(row.call.arguments);
    case 'observation':
      return 66 + textHeight(row.step.content);
    default: {
      const reasoning = row.showReasoning ? 24 + textHeight(row.step.reasoning) : 0;
      return 24 + reasoning + (row.showContent ? textHeight(row.step.content) : 0);
    }
  }
}

function textHeight(text: string | null): number {
  if (text === null || text === '') return LINE;
  const start = text.slice(0, MOST_LINES * LINE_CHARACTERS);
  let lines = Math.ceil(start.length / LINE_CHARACTERS);
  for (let at = start.indexOf('\n'); at >= 0 && lines < MOST_LINES; at = start.indexOf('\n', at + 1)) lines++;
  return Math.min(MOST_LINES, lines) * LINE;
}
