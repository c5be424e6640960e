/** The thread that reads opened files. Nothing leaves the browser: it knows no network. */
import type { ByteReader } from '../adapters/containers/index.ts';
import { messageOf } from '../adapters/reasons.ts';
import { countTokens } from '../tokens/count-tokens.ts';
import type { Answer, FileToOpen, Order, Question, Report } from './messages.ts';
import { openFiles } from './open-files.ts';
import { OpenedRecords } from './opened-records.ts';
import type { OpenedSummary } from './opened.ts';

/** Characters that are held: a tab may have about four times as many bytes. */
const LIMIT_CHARS = 600_000_000;

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

// The library of the DOM describes a window; this is a worker, which has the part of it that is used here.
const port = self as unknown as {
  postMessage(report: Report): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
};

/** The part of a worker's library that reads a file piece by piece and waits for it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

let records: OpenedRecords | null = null;

port.addEventListener('message', ({ data }) => {
  if (data.kind === 'ask') port.postMessage({ kind: 'answer', no: data.no, answer: answerTo(data.question) });
  else
    open(data.files, data.format).then(
      (summary) => port.postMessage({ kind: 'opened', summary }),
      (error: unknown) => port.postMessage({ kind: 'failed', message: messageOf(error) }),
    );
});

async function open(files: readonly FileToOpen[], format: string | null): Promise<OpenedSummary> {
  const held = new OpenedRecords({ countTokens, limit: LIMIT_CHARS });
  records = held;
  let told = 0;
  const opened = await openFiles(
    files.map(({ path, blob }) => ({ path, reader: blobReader(blob) })),
    {
      format,
      records: held,
      onProgress: (progress) => {
        if (performance.now() - told < REPORT_EVERY) return;
        told = performance.now();
        port.postMessage({ kind: 'progress', progress });
      },
    },
  );
  return {
    files: opened,
    trajectories: [...held.trajectories.values()].map(({ trajectory }) => trajectory),
    rejects: held.rejects,
    apis: [...held.apis.values()].map(({ record: { api, doc }, declared }) => ({
      api_id: api.api_id,
      name: api.name,
      description: doc.description?.slice(0, 300) ?? null,
      declared,
    })),
    stopped: held.isFull
      ? 'A tab cannot hold more: what was read before is here, the rest was left unread. `forge import` reads files of any size.'
      : null,
  };
}

function answerTo(question: Question): Answer {
  if (records === null) return null;
  const { id } = question;
  switch (question.about) {
    case 'trajectory': {
      const found = records.trajectories.get(id);
      if (found === undefined) return null;
      const { trajectory, steps, calls, record } = found;
      return { trajectory, steps, calls, record };
    }
    case 'api': {
      const found = records.apis.get(id);
      return found === undefined ? null : { ...found.record, declared: found.declared };
    }
    case 'definition':
      return records.definition(id);
    case 'blob':
      return records.blobs.get(id) ?? null;
  }
}

function blobReader(blob: Blob): ByteReader {
  const reader = new FileReaderSync();
  return {
    size: blob.size,
    read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to))),
  };
}
