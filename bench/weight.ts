/** JavaScript that an exported page loads at once, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @param out folder of the export
 * @param page path of a page's HTML within it
 * @returns bytes of its scripts, each gzipped at level 9; what only old browsers load (noModule) apart, and elements that stand for
 *   files which were merged into others (scripts/merge-chunks.mjs)
 */
export function pageJavaScript(out: string, page: string): number {
  const html = readFileSync(join(out, page), 'utf8');
  const sources = new Set<string>();
  for (const [tag] of html.matchAll(/<script[^>]*\ssrc="[^"]+"[^>]*>/g)) {
    const src = /\ssrc="([^"?]+)/.exec(tag)?.[1];
    if (src !== undefined && !/nomodule|type="text\/merged"/i.test(tag)) sources.add(src);
  }
  return [...sources].reduce((sum, src) => sum + gzipSync(readFileSync(join(out, src)), { level: 9 }).length, 0);
}
