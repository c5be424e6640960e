/** Images that stand in a record as text: kept apart, so that one that repeats is stored once. */
import type { AttachedText } from '../records.ts';

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w.+-]+(?:=[^;,]*)?)*),/;

/** How base64 of an image begins. */
const BEGINNINGS = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/', 'image/gif': 'R0lGOD', 'image/webp': 'UklGR' };

/**
 * @param name of the field
 * @param text a data URL, or base64 of an image; anything else (a URL, a path) is no image
 */
export function attachedImage(name: string, text: unknown): AttachedText | null {
  if (typeof text !== 'string') return null;
  const url = DATA_URL.exec(text);
  if (url !== null) {
    const encoding = /;base64$/i.test(url[2] ?? '') ? 'base64' : 'text';
    return { name, media_type: url[1] ?? 'text/plain', encoding, content: text.slice(url[0].length) };
  }
  const type = Object.entries(BEGINNINGS).find(([, beginning]) => text.startsWith(beginning))?.[0];
  return type === undefined ? null : { name, media_type: type, encoding: 'base64', content: text };
}
