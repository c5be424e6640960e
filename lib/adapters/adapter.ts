/** What an adapter is: how a format is recognised and read. The same code runs in the builder and in the browser. */
import type { InputFile, Sink } from './records.ts';

/** How a file holds its records. A JSON list is taken apart into its elements, a JSON object is one record. */
export type Container = 'json' | 'json-list' | 'jsonl' | 'yaml' | 'csv' | 'parquet' | 'text';

/** One record of a file, as its container yields it. */
export interface SourceRecord {
  /** JSON pointer (`/12`), `line N`, `row N`; empty where the record is the whole file. */
  readonly position: string;
  /** Parsed: a JSON value; for CSV and Parquet an object of the row's columns. */
  readonly value: unknown;
  /** The record's own text, byte for byte; for CSV and Parquet the row written as JSON. */
  readonly raw: string;
}

/** What a format is recognised from. */
export interface FileSample {
  /** Relative to the import root, with forward slashes; an entry of an archive follows it: `logs/a.eval/header.json`. */
  readonly path: string;
  readonly container: Container;
  /** The first records, at least one. */
  readonly records: readonly SourceRecord[];
  /** Whether `records` is all that the file holds. */
  readonly whole: boolean;
}

export interface Detection {
  /** From 0 to 1. 0.9 and more: marks that no other format has; 0.5: the shape fits; 0.1: a last resort. */
  readonly confidence: number;
  /** The marks, for people: "records have `traj`, `reward` and `info.task`". */
  readonly reason: string;
}

/** A file that is being read. */
export interface OpenFile {
  readonly path: string;
  readonly container: Container;
  /** Name of the source that its records belong to. */
  readonly source: string;
  /**
   * Another file of the same import, e.g. the answers that belong to questions.
   * @param path relative to the import root
   * @returns its records, or null where the import does not have it
   */
  companion(path: string): readonly SourceRecord[] | null;
}

/** Reads the records of one file, in order. */
export interface RecordReader {
  /** Hands each record on exactly once: stored, rejected, or kept back until `end`. Never throws for what it holds. */
  read(record: SourceRecord): void;
  /** The file is at its end: whatever was kept back is handed on. */
  end(): void;
}

interface Described {
  /** [a-z0-9-]+, the value of `--format` and of trajectories.format. */
  readonly name: string;
  readonly title: string;
  /** What it yields. */
  readonly yields: readonly ('apis' | 'trajectories')[];
  /** One or two sentences: who writes it, what is peculiar. */
  readonly doc: string;
  /** Where the format is described: name of paper, specification or repository. No URL. */
  readonly reference: string;
  detect(sample: FileSample): Detection | null;
}

/** A format whose records are read one by one. */
export interface RecordAdapter extends Described {
  /** `record`: records do not depend on each other, so a large file can be cut; `file`: they do. */
  readonly scope: 'record' | 'file';
  /**
   * Files that are read along with this one.
   * @returns paths that may exist; `consumed` ones are not read on their own
   */
  companions?(path: string): readonly { readonly path: string; readonly consumed: boolean }[];
  open(file: OpenFile, sink: Sink): RecordReader;
}

/** A format whose files are read whole, as bytes. */
export interface DocumentAdapter extends Described {
  readonly scope: 'document';
  readDocument(file: InputFile, sink: Sink): void;
}

export type Adapter = RecordAdapter | DocumentAdapter;

/** A reader for formats in which every record is one trajectory, tool or reject. */
export function eachRecord(read: (record: SourceRecord, file: OpenFile, sink: Sink) => void): RecordAdapter['open'] {
  return (file, sink) => ({ read: (record) => read(record, file, sink), end: () => {} });
}
