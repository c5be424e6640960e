/** The body of a response, with its progress. */

/**
 * Reads a body to its end.
 * @param onBytes bytes so far after decoding, and in all; null where the host compresses, since it then tells only the
 *   size before decoding
 * @param expected size after decoding, where it is known
 */
export async function fetchBytes(
  response: Response,
  onBytes: (loaded: number, total: number | null) => void,
  expected: number | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = expected ?? plainLength(response);
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    onBytes(loaded, total === null || loaded > total ? null : total);
  }
  const bytes = new Uint8Array(loaded);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function plainLength(response: Response): number | null {
  const length = Number(response.headers.get('content-length') ?? '');
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  return encoding === 'identity' && length > 0 ? length : null;
}
