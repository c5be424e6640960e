/** The current selection of trajectories as a file, one line each. */
import type { Corpus } from '../duckdb/corpus-file.ts';
import { engine } from './engine.ts';
import type { ExportOptions } from './export-selection.ts';
import { wholeTrajectories, type WholeTrajectory } from './whole-trajectories.ts';

/** Characters that are handed to the browser at a time: it may keep a Blob on disk, and a text only in memory. */
const PIECE = 4_000_000;

/**
 * @param numbers trajectory_no of what to write, in any order; the file is in order of id
 * @param write one trajectory as a line, without its end
 * @returns JSON Lines
 * @throws CorpusError; the signal's reason once it is aborted
 */
export async function exportTrajectories(
  corpus: Corpus,
  numbers: Int32Array,
  write: (whole: WholeTrajectory) => string,
  { signal, onProgress }: ExportOptions = {},
): Promise<Blob> {
  const type = 'application/jsonl;charset=utf-8';
  const pieces: Blob[] = [];
  let text = '';
  let written = 0;
  for await (const some of wholeTrajectories((query) => engine.run(corpus, query, { signal }), numbers)) {
    signal?.throwIfAborted();
    for (const whole of some) text += `${write(whole)}\n`;
    if (text.length >= PIECE) {
      pieces.push(new Blob([text]));
      text = '';
    }
    written += some.length;
    onProgress?.(written);
    // The page gets its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob([...pieces, text], { type });
}
