'use client';

import { useEffect } from 'react';

const LONGEST = 120;

/**
 * The browser gives a title back without the white space at its ends and with runs of it as one: a title that it would
 * change would look as if somebody else had set it, for ever.
 */
export function windowTitle(title: string): string {
  return `${title.slice(0, LONGEST).replaceAll(/\s+/g, ' ').trim()} · Forge Explorer`;
}

/** Names the window after the record that it shows. @param title null while it is not known */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const wanted = windowTitle(title);
    const name = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    name();
    // The router writes the route's own title after each navigation, also one that only changes the record.
    const observer = new MutationObserver(name);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
