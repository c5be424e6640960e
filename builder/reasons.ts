/** Reasons of rejects that the builder itself gives, beside those of the adapters (lib/adapters/reasons.ts). */
export const BUILDER_REASONS = {
  'reader-failed': 'The reader failed on the file, a fault of the builder; what it had read before is stored.',
  'malformed-unicode': 'The text holds half of a surrogate pair; U+FFFD stands in its place.',
  'id-taken': 'A record of another file has the same id; a number was appended.',
  'duplicate-definition': 'A different schema of another file has the same name; the first one is stored.',
} as const;

export type BuilderReason = keyof typeof BUILDER_REASONS;
