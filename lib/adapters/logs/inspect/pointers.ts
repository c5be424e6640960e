/** Texts that an Inspect log keeps once, and points to: `attachment://` and its hash. */
import { isObject, type JsonObject } from '../../json-value.ts';
import type { AttachedText } from '../../records.ts';
import { attachedImage } from '../attached-image.ts';

const POINTER = /attachment:\/\/([0-9a-f]{32})/g;

/** @returns the value with the texts that its pointers stand for; one that leads nowhere stays as it is */
export function resolved(value: unknown, texts: JsonObject): unknown {
  if (typeof value === 'string') return value.includes('attachment://') ? resolvedText(value, texts) : value;
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, texts));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, resolved(field, texts)]));
}

function resolvedText(text: string, texts: JsonObject): string {
  return text.replaceAll(POINTER, (pointer: string, hash: string) => {
    const found = texts[hash];
    return typeof found === 'string' ? found : pointer;
  });
}

const MEDIA = ['image', 'audio', 'video', 'document'];

/**
 * Takes images, audio, video and documents out of the blocks of a message.
 * @param content resolved
 * @returns the content with the name of an attachment in place of each, and the attachments
 */
export function withoutMedia(content: unknown): { content: unknown; attachments: AttachedText[] } {
  const attachments: AttachedText[] = [];
  if (!Array.isArray(content)) return { content, attachments };
  const blocks = content.map((block: unknown) => {
    const key = isObject(block) ? MEDIA.find((name) => typeof block[name] === 'string') : undefined;
    const media =
      isObject(block) && key !== undefined ? attachedImage(`${key} ${attachments.length}`, block[key]) : null;
    if (!isObject(block) || key === undefined || media === null) return block;
    attachments.push(media);
    const { [key]: _content, ...rest } = block;
    return { ...rest, attachment: media.name };
  });
  return { content: blocks, attachments };
}
