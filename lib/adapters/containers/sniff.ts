/** What a file is, from its name and its first bytes. */
import type { Container } from '../adapter.ts';
import { trimJsonSpace } from './record-stream.ts';

/** How a file is packed; what is in it is found when it has been unpacked. */
export type Packing = 'zip' | 'gzip' | 'zstd';

const PACKINGS: readonly (readonly [Packing, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive without entries.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];
const PARQUET = [0x50, 0x41, 0x52, 0x31];

/** @returns how the file is packed, or null where it is not */
export function sniffPacking(first: Uint8Array): Packing | null {
  return PACKINGS.find(([, magic]) => startsWith(first, magic))?.[0] ?? null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Lines that are looked at. */
const LINES = 5;

/** Names without the ending that only says how the file is packed. */
const PACKED_NAME = /\.(gz|zst)$/i;

/**
 * @param path name of the file
 * @param first its first bytes, unpacked; some 100 KB are enough
 * @param whole whether they are all
 * @returns how it holds its records, or null where it is not text and not Parquet
 */
export function sniffContainer(path: string, first: Uint8Array, whole: boolean): Container | null {
  if (startsWith(first, PARQUET)) return 'parquet';
  const text = textOf(first);
  if (text === null) return null;
  const extension = /\.([a-z0-9]+)$/i.exec(path.replace(PACKED_NAME, ''))?.[1]?.toLowerCase() ?? '';
  const opening = trimJsonSpace(text.slice(0, 1000))[0];
  // Pages and code may begin with a bracket as well.
  if (extension === 'yaml' || extension === 'yml')
    return opening === '{' || opening === '[' ? jsonOf(text, opening, extension, whole) : 'yaml';
  if (extension === 'csv' || extension === 'tsv') return 'csv';
  if (opening === '{' || opening === '[') return jsonOf(text, opening, extension, whole);
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  return extension === 'json' ? 'json' : 'text';
}

/** Text of the first bytes; null where they are none. The last character may be cut. */
function textOf(first: Uint8Array): string | null {
  const encoding = markedEncoding(first) ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(first);
  return text.includes('\0') ? null : text;
}

/** @returns the encoding that a byte order mark names, where it is not UTF-8 */
export function markedEncoding(first: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : null;
}

/** JSONL goes by many names (BFCL's are .json), and the first line may be broken: two lines that are values decide. */
function jsonOf(text: string, opening: string, extension: string, whole: boolean): Container {
  const isNamedLines = extension === 'jsonl' || extension === 'ndjson';
  const lines = text.split('\n');
  const complete = (whole ? lines : lines.slice(0, -1)).filter((line) => trimJsonSpace(line) !== '').slice(0, LINES);
  const values = complete.filter(isJsonValue).length;
  if (values >= (isNamedLines ? 1 : 2)) return 'jsonl';
  // A first line that is longer than what was looked at.
  if (isNamedLines && complete.length === 0) return 'jsonl';
  if (opening === '[') return 'json-list';
  return isNamedLines && trimJsonSpace(complete[0] ?? '') !== '{' ? 'jsonl' : 'json';
}

function isJsonValue(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
