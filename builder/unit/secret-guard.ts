/** Looks at the text of every record for credentials: tells of them, and masks them where that is asked for. */
import { report } from '../../lib/adapters/reasons.ts';
import type { Sink } from '../../lib/adapters/records.ts';
import { lineColumn } from '../../lib/adapters/text/parsed.ts';
import { findSecrets, maskSecrets, type FoundSecret } from '../../lib/secrets/index.ts';

/** @returns the text, masked or as it is */
export type SecretGuard = (text: string, position: string) => string;

/**
 * @param path of the file
 * @param sink told of each kind of credential in each record, never of the credential; null where somebody else tells
 * @param mask whether to overwrite them
 */
export function secretGuard(path: string, sink: Sink | null, mask: boolean): SecretGuard {
  return (text, position) => {
    const found = findSecrets(text);
    if (found.length === 0) return text;
    if (sink !== null) tell(path, sink, text, position, found, mask);
    return mask ? maskSecrets(text, found) : text;
  };
}

function tell(
  path: string,
  sink: Sink,
  text: string,
  position: string,
  found: readonly FoundSecret[],
  mask: boolean,
): void {
  for (const kind of new Set(found.map((one) => one.kind))) {
    const those = found.filter((one) => one.kind === kind);
    report(sink, path, {
      severity: 'warning',
      reason: 'secret-found',
      position: position === '' ? lineColumn(text, those[0]!.start) : position,
      message: `${those.length} of the kind ${kind}, ${mask ? 'masked' : 'stored as it is'}.`,
      raw: null,
    });
  }
}
