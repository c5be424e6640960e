/** Files read in pieces, whatever their size. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteReader } from '../lib/adapters/containers/index.ts';

export interface FileReader extends ByteReader {
  close(): void;
}

/** @returns a reader of a file, which has to be closed; its buffer is used again by each call */
export function openFile(file: string): FileReader {
  const fd = openSync(file, 'r');
  let buffer = new Uint8Array(0);
  const read = (from: number, to: number): Uint8Array => {
    if (buffer.length < to - from) buffer = new Uint8Array(to - from);
    let length = 0;
    while (length < to - from) {
      const got = readSync(fd, buffer, length, to - from - length, from + length);
      if (got === 0) throw new Error('The file has become shorter while it was read.');
      length += got;
    }
    return buffer.subarray(0, length);
  };
  return { size: fstatSync(fd).size, read, close: () => closeSync(fd) };
}

/** Opens a file for as long as something is done with it. */
export async function withFile<T>(file: string, work: (reader: FileReader) => T | Promise<T>): Promise<T> {
  const reader = openFile(file);
  try {
    return await work(reader);
  } finally {
    reader.close();
  }
}
