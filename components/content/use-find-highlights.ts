'use client';

import { useEffect, type RefObject } from 'react';

/** Name of the highlight in styles: `::highlight(found)`. */
const NAME = 'found';

/** Places that are marked at most: a letter may stand in a page a million times. */
const MOST = 2_000;

/**
 * Marks what was searched for wherever it is in sight, without touching the elements: what is scrolled or folded into
 * view is marked too. Browsers without CSS highlights show no marks, and everything else works.
 * @param root what is searched in
 * @param text what is marked; empty for nothing
 */
export function useFindHighlights(root: RefObject<HTMLElement | null>, text: string): void {
  useEffect(() => {
    const element = root.current;
    if (element === null || text === '' || !('highlights' in CSS)) return;
    let frame = 0;
    const mark = () => CSS.highlights.set(NAME, new Highlight(...rangesOf(element, text)));
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    const observer = new MutationObserver(later);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    mark();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [root, text]);
}

/** @returns where a text stands within the text nodes of an element, whatever its case */
export function rangesOf(element: HTMLElement, text: string): Range[] {
  const wanted = text.toLowerCase();
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && ranges.length < MOST; node = walker.nextNode()) {
    const data = (node.nodeValue ?? '').toLowerCase();
    // In a few scripts a letter changes its length with its case: such a node cannot be marked exactly.
    if (data.length !== node.nodeValue?.length) continue;
    for (
      let at = data.indexOf(wanted);
      at >= 0 && ranges.length < MOST;
      at = data.indexOf(wanted, at + wanted.length)
    ) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}
