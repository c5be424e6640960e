/** The beginning of a file, which its format is recognised from. */
import { parse as parseTolerantly } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import type { Container, FileSample, SourceRecord } from '../adapter.ts';
import { isObject } from '../json-value.ts';
import { gather } from './bytes.ts';
import type { Member } from './members.ts';
import { openRecords, type StreamedContainer } from './open-records.ts';
import { readParquet } from './parquet.ts';
import type { RecordHandler } from './record-stream.ts';
import { sniffContainer } from './sniff.ts';

/** Bytes that the container is found from, and that records are taken from if they are small. */
const FIRST_BYTES = 1 << 18;
const RECORDS = 20;
/** A record that is longer, such as a document of that size, is judged by its beginning. */
const LONGEST_BYTES = 1 << 24;
/** Parsing YAML is slow: of a long document the outline must do. */
const YAML_BYTES = 1 << 16;

export interface Sample {
  /** Null where the bytes are neither text nor Parquet. */
  readonly container: Container | null;
  /** Null where no record was found. */
  readonly sample: FileSample | null;
  /** The first bytes, unpacked. */
  readonly first: Uint8Array;
}

/**
 * @param member a file or an entry of an archive
 * @returns its container and first records
 * @throws Error where it is damaged
 */
export async function sampleOf(member: Member): Promise<Sample> {
  const { bytes: first, whole } = firstBytes(member, FIRST_BYTES);
  const container = sniffContainer(member.path, first, whole);
  if (container === null) return { container, sample: null, first };
  const found = container === 'parquet' ? await parquetRecords(member) : streamedRecords(member, container);
  const { path } = member;
  const sample = found.records.length === 0 ? null : { path, container, ...found };
  return { container, sample, first };
}

type Found = Pick<FileSample, 'records' | 'whole'>;

function firstBytes(member: Member, limit: number): { bytes: Uint8Array; whole: boolean } {
  const held = gather();
  for (const chunk of member.chunks()) {
    held.add(chunk);
    if (held.length > limit) return { bytes: held.take(), whole: false };
  }
  return { bytes: held.take(), whole: true };
}

async function parquetRecords(member: Member): Promise<Found> {
  const records: SourceRecord[] = [];
  await readParquet(member.reader(), collector(records), RECORDS);
  return { records, whole: records.length < RECORDS };
}

function collector(records: SourceRecord[]): RecordHandler {
  return { record: (record) => void records.push(record), problem: () => {} };
}

function streamedRecords(member: Member, container: StreamedContainer): Found {
  const records: SourceRecord[] = [];
  const stream = openRecords(container, collector(records));
  let bytes = 0;
  for (const chunk of member.chunks()) {
    bytes += chunk.length;
    const isLongYaml = container === 'yaml' && bytes > YAML_BYTES;
    if (isLongYaml || (bytes > LONGEST_BYTES && records.length === 0)) return outline(member, container);
    stream.push(chunk);
    if (records.length >= RECORDS || (records.length > 0 && bytes >= FIRST_BYTES)) return { records, whole: false };
  }
  stream.end();
  return records.length > 0 || container === 'jsonl' ? { records, whole: true } : outline(member, container);
}

/** What can be said of a document that is long or broken: its beginning, or of YAML the keys at the top. */
function outline(member: Member, container: StreamedContainer): Found {
  const { bytes } = firstBytes(member, container === 'yaml' ? LONGEST_BYTES : FIRST_BYTES);
  const text = new TextDecoder().decode(bytes);
  const value: unknown = container === 'yaml' ? yamlOutline(text) : parseTolerantly(text);
  if (!isObject(value)) return { records: [], whole: false };
  return { records: [{ position: '', value, raw: text.slice(0, FIRST_BYTES) }], whole: false };
}

/** Keys at the top of a document, with their value where it stands on the same line, else with an empty object. */
function yamlOutline(text: string): unknown {
  const lines = [...text.matchAll(/^(["']?)([A-Za-z_$][\w.$-]*)\1:(?: +(.*))?$/gm)];
  return Object.fromEntries(
    lines.map(([, , key, rest = '']) => [key, /^[^\s#|>&*{[!]/.test(rest) ? scalarOf(rest) : {}]),
  );
}

function scalarOf(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return text;
  }
}
