/** Cuts a file of lines, so that several threads can read it. */
import type { FilePart } from '../plan.ts';
import { chunksOf, type ByteReader } from '../../lib/adapters/containers/index.ts';

const LINE_FEED = 0x0a;

/**
 * @param reader the file
 * @param partBytes where a part has as many bytes, it ends with the line
 * @returns parts that together are the file; one alone where it is small
 */
export function cutLines(reader: ByteReader, partBytes: number): FilePart[] {
  const parts: FilePart[] = [];
  let [from, line, lines, offset] = [0, 1, 0, 0];
  for (const chunk of chunksOf(reader)) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      lines += 1;
      const to = offset + at + 1;
      if (to - from < partBytes || to === reader.size) continue;
      parts.push({ from, to, line });
      [from, line] = [to, lines + 1];
    }
    offset += chunk.length;
  }
  return [...parts, { from, to: reader.size, line }];
}
