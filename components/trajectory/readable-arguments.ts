/** Arguments that are not JSON, as the audit reads them. Its readers of Python and of broken JSON load when they are needed. */

const known = new Map<string, Promise<string | null>>();
const MOST_KNOWN = 50;

/**
 * @param text arguments, verbatim
 * @param syntax how the call was written
 * @returns the arguments as JSON text, by name; null where they have no names. The same promise for the same text.
 */
export function readableArguments(text: string, syntax: string): Promise<string | null> {
  const key = `${syntax} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = import('@/lib/audit/read-arguments').then(({ readArguments }) => {
    const { values } = readArguments(text, syntax);
    return values === null ? null : JSON.stringify(values);
  });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, reading);
  return reading;
}
