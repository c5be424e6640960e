'use client';

import { useState } from 'react';
import type { FileToOpen } from '@/lib/open/messages';
import type { PublishedRead } from '@/lib/mixture/published/read-published';

/** Files of statistics are small; what is larger is data. */
const MOST_BYTES = 64e6;

const NOTHING: PublishedRead = { published: [], problems: [] };

export interface PublishedUse extends PublishedRead {
  readonly add: (files: readonly FileToOpen[]) => Promise<void>;
  readonly clear: () => void;
}

/** Published statistics that were chosen on this page. Their readers load with the first file. */
export function usePublished(): PublishedUse {
  const [read, setRead] = useState(NOTHING);
  const add = async (files: readonly FileToOpen[]) => {
    const large = files.filter(({ blob }) => blob.size > MOST_BYTES);
    const { readPublished } = await import('@/lib/mixture/published/read-published');
    const small = files.filter((file) => !large.includes(file));
    const texts = await Promise.all(small.map(async ({ path, blob }) => ({ path, text: await blob.text() })));
    const next = readPublished(texts);
    const tooLarge = large.map(
      ({ path }) => `${path}: larger than ${MOST_BYTES / 1e6} MB, which no file of statistics is.`,
    );
    setRead((before) => ({
      published: [...before.published, ...next.published],
      problems: [...next.problems, ...tooLarge],
    }));
  };
  return { ...read, add, clear: () => setRead(NOTHING) };
}
