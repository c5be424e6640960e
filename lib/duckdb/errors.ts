/** What can go wrong between a page and its corpus: what happened, to what, and what to do. */

/** Every error that reading a corpus can end in. `message` is for people and complete in itself. */
export abstract class CorpusError extends Error {
  /** Stable code, for tests and for choosing a picture. */
  abstract readonly code: string;
  /** What the reader can do about it. */
  readonly advice: string;
  /** Whether the same attempt may well succeed when repeated. */
  readonly retryable: boolean;

  constructor(
    message: string,
    advice: string,
    options: { readonly cause?: unknown; readonly retryable?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.advice = advice;
    this.retryable = options.retryable ?? false;
  }
}

/** The engine's own files did not load, or it did not start. */
export class EngineBootError extends CorpusError {
  override readonly name = 'EngineBootError';
  readonly code = 'engine-boot';
  /** URL of the file that failed. */
  readonly url: string;
  constructor(url: string, what: string, cause?: unknown) {
    super(
      `The query engine did not start: ${what} (${url}).`,
      'Reload the page. If it stays so, check that the site was deployed with its engine folder and that the browser supports WebAssembly.',
      { cause, retryable: true },
    );
    this.url = url;
  }
}

export type ManifestFault = 'missing' | 'network' | 'not-json' | 'not-a-corpus' | 'newer-version' | 'unknown-name';

/** corpus.json or corpora.json could not be read. */
export class ManifestError extends CorpusError {
  override readonly name = 'ManifestError';
  readonly code = 'manifest';
  readonly fault: ManifestFault;
  readonly url: string;
  constructor(fault: ManifestFault, url: string, detail: string, cause?: unknown) {
    super(
      `${manifestFaults[fault].what} (${url})${detail === '' ? '' : `: ${detail}`}.`,
      manifestFaults[fault].advice,
      {
        cause,
        retryable: fault === 'missing' || fault === 'network',
      },
    );
    this.fault = fault;
    this.url = url;
  }
}

const manifestFaults: Record<ManifestFault, { readonly what: string; readonly advice: string }> = {
  missing: {
    what: 'There is no corpus at this address',
    advice: 'Check the address: it is the folder that holds corpus.json. Or open another corpus.',
  },
  network: {
    what: 'The corpus could not be reached',
    advice: 'Check the connection, and that the host allows requests from this site (CORS), then try again.',
  },
  'not-json': {
    what: 'The file is not JSON',
    advice:
      'The address must be a folder with a corpus.json that forge wrote. Build the corpus again, or open another.',
  },
  'not-a-corpus': {
    what: 'The file is not a corpus of this format',
    advice: 'Run "forge check" on the folder to see every fault, or open another corpus.',
  },
  'newer-version': {
    what: 'The corpus was written for a newer version of this app',
    advice: 'Update the app, or build the corpus with this version.',
  },
  'unknown-name': {
    what: 'No corpus of this name is served here',
    advice: 'Choose one from the list, or give the address of a corpus folder.',
  },
};

export type ShardFault = 'missing' | 'network' | 'no-range' | 'corrupt' | 'wrong-size' | 'wrong-hash';

/** A Parquet file of the corpus could not be read. */
export class ShardError extends CorpusError {
  override readonly name = 'ShardError';
  readonly code = 'shard';
  readonly fault: ShardFault;
  readonly table: string;
  readonly url: string;
  constructor(fault: ShardFault, table: string, url: string, detail: string, cause?: unknown) {
    const { what, advice } = shardFaults[fault];
    super(`Table ${table}: ${what} (${url})${detail === '' ? '' : `: ${detail}`}.`, advice, { cause, retryable: true });
    this.fault = fault;
    this.table = table;
    this.url = url;
  }
}

const shardFaults: Record<ShardFault, { readonly what: string; readonly advice: string }> = {
  missing: { what: 'a file is missing', advice: 'Copy the whole folder to the host, or build the corpus again.' },
  network: { what: 'a file could not be fetched', advice: 'Check the connection, then try again.' },
  'no-range': {
    what: 'the host does not answer Range requests, and the file is too large to load whole',
    advice: 'Serve the corpus with "forge serve" or any host that answers Range requests with 206.',
  },
  corrupt: {
    what: 'a file is not readable as Parquet',
    advice: 'Copy or build the corpus again; "forge check" names each damaged file.',
  },
  'wrong-size': {
    what: 'a file does not have the size that corpus.json gives',
    advice: 'The copy is incomplete or mixed with another build: copy the whole folder again.',
  },
  'wrong-hash': {
    what: 'a file does not have the contents that corpus.json gives',
    advice: 'The copy is damaged or mixed with another build: copy the whole folder again.',
  },
};

/** A statement failed. */
export class QueryError extends CorpusError {
  override readonly name = 'QueryError';
  readonly code = 'query';
  readonly query: string;
  readonly sql: string;
  constructor(query: string, sql: string, cause: unknown) {
    super(
      `The query ${query} failed: ${reason(cause)}`,
      'Try again. If it stays so, please report it with the name of the query.',
      { cause, retryable: true },
    );
    this.query = query;
    this.sql = sql;
  }
}

/** A table or a result is not of the shape that this version of the app reads. */
export class SchemaMismatchError extends CorpusError {
  override readonly name = 'SchemaMismatchError';
  readonly code = 'schema';
  readonly table: string;
  readonly column: string;
  constructor(table: string, column: string, detail: string) {
    super(
      `Table ${table}, column ${column}: ${detail}.`,
      'The corpus was built by another version. Build it again with this one.',
    );
    this.table = table;
    this.column = column;
  }
}

/** The caller gave up, or a newer request of the same lane took its place. */
export class CancelledError extends CorpusError {
  override readonly name = 'CancelledError';
  readonly code = 'cancelled';
  constructor(query: string) {
    super(`The query ${query} was cancelled.`, 'Nothing to do.', { retryable: true });
  }
}

/** @returns the text of anything that was thrown. */
export function reason(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
