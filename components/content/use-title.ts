'use client';

import { useEffect } from 'react';

const LONGEST = 120;

/** Names the window after the record that it shows. @param title null while it is not known */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title.slice(0, LONGEST)} · Forge Explorer`;
  }, [title]);
}
