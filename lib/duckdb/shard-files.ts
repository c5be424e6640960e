/** The files of a corpus over HTTP: fetched whole and verified, or probed before they are read by ranges. */
import type { Shard } from '../corpus/manifest.ts';
import type { Corpus } from './corpus-file.ts';
import type { ArrowResult } from './database.ts';
import { CorpusError, reason, ShardError } from './errors.ts';
import { isFatal } from './fatal.ts';
import { fetchBytes } from './fetch-bytes.ts';

export function shardUrl(corpus: Corpus, shard: Shard): string {
  return new URL(shard.path, corpus.baseUrl).href;
}

/**
 * Fetches a shard whole, and compares it with the manifest.
 * @param onBytes bytes so far
 * @throws ShardError
 */
export async function fetchShard(
  url: string,
  table: string,
  shard: Shard,
  fetcher: typeof fetch,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchVerified(url, table, shard, fetcher, onBytes, 'default');
  } catch (error) {
    // A cache may hold the file of an earlier build.
    if (!(error instanceof ShardError) || (error.fault !== 'wrong-size' && error.fault !== 'wrong-hash')) throw error;
    return fetchVerified(url, table, shard, fetcher, onBytes, 'reload');
  }
}

async function fetchVerified(
  url: string,
  table: string,
  shard: Shard,
  fetcher: typeof fetch,
  onBytes: (loaded: number) => void,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await orShardError(table, url, async () => {
    const response = await fetcher(url, { cache });
    if (!response.ok) throw statusError(table, url, response.status);
    return fetchBytes(response, onBytes, shard.bytes);
  });
  if (bytes.byteLength !== shard.bytes) {
    throw new ShardError('wrong-size', table, url, `${bytes.byteLength} bytes where ${shard.bytes} are expected`);
  }
  // Hashing needs a secure context (https or localhost); elsewhere the size has to do.
  if (globalThis.crypto?.subtle !== undefined && (await sha256(bytes)) !== shard.sha256) {
    throw new ShardError('wrong-hash', table, url, 'its SHA-256 differs');
  }
  return bytes;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Asks for the first bytes of a shard: is it there, of the right size, and does the host answer Range?
 * @returns whether it can be read by ranges
 * @throws ShardError where the file is missing, unreachable, of another size or not Parquet
 */
export async function probeShard(url: string, table: string, shard: Shard, fetcher: typeof fetch): Promise<boolean> {
  return orShardError(table, url, async () => {
    const stop = new AbortController();
    const response = await fetcher(url, { headers: { Range: 'bytes=0-3' }, signal: stop.signal });
    if (!response.ok) throw statusError(table, url, response.status);
    if (response.status !== 206) {
      stop.abort();
      return false;
    }
    const magic = new TextDecoder().decode(await response.arrayBuffer());
    if (magic !== 'PAR1') throw new ShardError('corrupt', table, url, 'it does not begin as Parquet does');
    // Hosts on other origins may not show the header; the engine then finds a wrong size when it reads.
    const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (total !== undefined && Number(total) !== shard.bytes) {
      throw new ShardError('wrong-size', table, url, `${total} bytes where ${shard.bytes} are expected`);
    }
    return true;
  });
}

function statusError(table: string, url: string, status: number): ShardError {
  return new ShardError(status === 404 || status === 410 ? 'missing' : 'network', table, url, `HTTP status ${status}`);
}

async function orShardError<T>(table: string, url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new ShardError('network', table, url, reason(error), error);
  }
}

/**
 * Reads a file in the engine.
 * @throws ShardError where it is not as a Parquet file should be
 */
export async function orCorrupt(table: string, url: string, work: () => Promise<ArrowResult>): Promise<ArrowResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CorpusError || isFatal(error)) throw error;
    throw new ShardError('corrupt', table, url, reason(error), error);
  }
}
