/** Large texts of steps, each stored once under the hash of its content. */
import type { StepRecord } from '../adapters/records.ts';
import type { Row } from '../corpus/index.ts';

export interface StoredAttachments {
  /** By step. */
  readonly attachments: readonly Row<'steps'>['attachments'][];
  readonly blobs: readonly Row<'blobs'>[];
}

/** @param hash SHA-256 of a text, in hexadecimal */
export function attachedBlobs(steps: readonly StepRecord[], hash: (text: string) => string): StoredAttachments {
  const blobs = new Map<string, Row<'blobs'>>();
  // The same page is often attached to several steps; a text is hashed once.
  const ids = new Map<string, string>();
  const attachments = steps.map((step) =>
    step.attachments.map(({ name, media_type, encoding, content }) => {
      const blob_id = ids.get(content) ?? hash(content);
      ids.set(content, blob_id);
      if (!blobs.has(blob_id)) blobs.set(blob_id, { blob_id, media_type, encoding, content });
      return { name, media_type, blob_id, chars: content.length };
    }),
  );
  return { attachments, blobs: [...blobs.values()] };
}
