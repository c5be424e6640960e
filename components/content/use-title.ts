'use client';

import { useEffect } from 'react';

const LONGEST = 120;

/** Names the window after the record that it shows. @param title null while it is not known */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const wanted = `${title.slice(0, LONGEST)} · Forge Explorer`;
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
