'use client';

import { useState } from 'react';
import { formatBytes } from '@/lib/format/numbers';
import { isDataImage } from './content-kind';
import { FoldedText } from './folded-text';

export interface DataImageProps {
  /** Hostile: shown as an image only where it holds one itself. */
  readonly url: string;
  /** Accessible name. */
  readonly label: string;
}

/** An image that the corpus itself holds. One that would have to be fetched is shown as its address. */
export function DataImage({ url, label }: DataImageProps) {
  const [failed, setFailed] = useState(false);
  if (!isDataImage(url) || failed) {
    return (
      <p className="font-mono text-xs">
        <FoldedText text={url} first={200} />
        {failed ? <span className="ml-2 font-sans text-ink-3">The image cannot be decoded.</span> : null}
      </p>
    );
  }
  const [, kind = ''] = /^data:image\/(\w+)/.exec(url) ?? [];
  return (
    <figure aria-label={label} className="min-w-0">
      <img
        src={url}
        alt={label}
        loading="lazy"
        onError={() => setFailed(true)}
        className="max-h-96 max-w-full rounded-md border border-line bg-sunken object-contain"
      />
      <figcaption className="mt-1 text-2xs text-ink-3">
        {kind.toUpperCase()}, {formatBytes(Math.round((url.length * 3) / 4))}
      </figcaption>
    </figure>
  );
}
