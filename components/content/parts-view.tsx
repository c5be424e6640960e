'use client';

import { useMemo } from 'react';
import { DataImage } from './data-image';
import { JsonView } from './json-view';

export interface PartsViewProps {
  /** steps.parts: a JSON list of parts of a message that its text cannot hold. */
  readonly parts: string;
  /** Accessible name. */
  readonly label: string;
}

/** Parts of a message: images that the corpus holds as images, all the rest as a tree. */
export function PartsView({ parts, label }: PartsViewProps) {
  const images = useMemo(() => dataImages(parts), [parts]);
  return (
    <div className="min-w-0 space-y-2">
      {images.map((url, index) => (
        <DataImage key={index} url={url} label={`Image ${index + 1} of ${label}`} />
      ))}
      <JsonView text={parts} label={label} />
    </div>
  );
}

/** Images of one message that are drawn, at most. */
const MOST_IMAGES = 24;

/** Image data in the forms that OpenAI, Anthropic and others have for it. */
export function dataImages(parts: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(parts);
  } catch {
    return [];
  }
  return (Array.isArray(list) ? list : [list]).flatMap(imageOf).slice(0, MOST_IMAGES);
}

function imageOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { image_url: openAi, source: anthropic, image } = part as Record<string, unknown>;
  const url = typeof openAi === 'object' && openAi !== null ? (openAi as Record<string, unknown>)['url'] : openAi;
  const { media_type: type, data } = (anthropic ?? {}) as Record<string, unknown>;
  const candidates = [
    url,
    image,
    typeof type === 'string' && typeof data === 'string' ? `data:${type};base64,${data}` : null,
  ];
  return candidates.filter((one): one is string => typeof one === 'string' && one.startsWith('data:image/'));
}
