/** The files that are open in this tab: one set at a time, read by a worker, kept while pages change. */
import type { Row } from '../corpus/index.ts';
import type { Whole } from '../export/whole.ts';
import type { Answer, FileToOpen, Order, Question, Report } from './messages.ts';
import type { OpenedApiRecord, OpenedSummary, OpenProgress } from './opened.ts';

export type OpenState =
  | { readonly state: 'none' }
  | { readonly state: 'fetching'; readonly url: string; readonly read: number; readonly total: number | null }
  | { readonly state: 'reading'; readonly names: readonly string[]; readonly progress: OpenProgress | null }
  | { readonly state: 'open'; readonly names: readonly string[]; readonly summary: OpenedSummary }
  | { readonly state: 'failed'; readonly message: string; readonly advice: string };

type Listener = () => void;

const NONE: OpenState = { state: 'none' };

let state: OpenState = NONE;
let worker: Worker | null = null;
let files: readonly FileToOpen[] = [];
let address: string | null = null;
let fetching: AbortController | null = null;
let asked = 0;
const waiting = new Map<number, (answer: Answer) => void>();
const answers = new Map<string, Promise<Answer>>();
const listeners = new Set<Listener>();

function change(next: OpenState): void {
  state = next;
  for (const listener of listeners) listener();
}

export const openSession = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): OpenState => state,
  /** On the server nothing is open. */
  initial: (): OpenState => NONE,
};

/**
 * Reads files that a person dropped or chose. What was open before is closed.
 * @param chosen files with their paths
 * @param format name of the format to read them as; null to recognise each
 */
export function openRawFiles(chosen: readonly FileToOpen[], format: string | null = null): void {
  close();
  files = chosen;
  read(format);
}

/** Reads the open files again, as another format. */
export function openAgainAs(format: string | null): void {
  const [again, from] = [files, address];
  close();
  files = again;
  address = from;
  read(format);
}

/** @returns the address that the open files were fetched from; null where a person gave them */
export function openedAddress(): string | null {
  return address;
}

/** Closes what is open, and stops what is under way. */
export function close(): void {
  fetching?.abort();
  worker?.terminate();
  fetching = null;
  worker = null;
  files = [];
  address = null;
  waiting.clear();
  answers.clear();
  change(NONE);
}

/**
 * Fetches a file by its address, and reads it.
 * @param url http or https, as a person typed or was sent it
 */
export async function openAddress(url: string, format: string | null = null): Promise<void> {
  close();
  address = url;
  const controller = new AbortController();
  fetching = controller;
  change({ state: 'fetching', url, read: 0, total: null });
  try {
    const blob = await download(url, controller.signal);
    if (controller.signal.aborted) return;
    files = [{ path: nameOf(url), blob }];
    read(format);
  } catch (error) {
    if (controller.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    change({
      state: 'failed',
      message: `${url.slice(0, 300)} could not be fetched: ${message}`,
      advice: error instanceof HostAnswer ? NOT_THERE : NOT_ALLOWED,
    });
  }
}

/** The host was reached, and gave no file. */
class HostAnswer extends Error {
  override readonly name = 'HostAnswer';
}

const NOT_THERE = 'Check the address: the host was reached, and does not give this file to everybody.';
const NOT_ALLOWED =
  'The host must answer requests from this site (CORS). A file that you download can be dropped here instead.';

/** A page may address only what a person could fetch by hand. */
async function download(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new HostAnswer(`the host answers ${response.status}`);
  const total = Number(response.headers.get('content-length')) || null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    received += part.value.length;
    change({ state: 'fetching', url, read: received, total });
  }
  return new Blob(parts);
}

function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  return decodeURIComponent(pathname.split('/').at(-1) ?? '') || hostname;
}

function read(format: string | null): void {
  const names = files.map(({ path }) => path);
  change({ state: 'reading', names, progress: null });
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker = thread;
  const failed = (message: string): void =>
    change({
      state: 'failed',
      message,
      advice: 'The files are untouched. Try them one by one, or import them with `forge import`.',
    });
  thread.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    if (worker !== thread) return;
    if (data.kind === 'progress') change({ state: 'reading', names, progress: data.progress });
    else if (data.kind === 'opened') change({ state: 'open', names, summary: data.summary });
    else if (data.kind === 'failed') failed(`The files could not be read: ${data.message}`);
    else {
      waiting.get(data.no)?.(data.answer);
      waiting.delete(data.no);
    }
  });
  thread.addEventListener('error', (event) => {
    if (worker === thread) failed(`The reader stopped: ${event.message || 'the tab may be out of memory'}.`);
  });
  send(thread, { kind: 'open', files, format });
}

function send(thread: Worker, order: Order): void {
  // A worker thread, not a window: it has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  thread.postMessage(order);
}

function ask(question: Question): Promise<Answer> {
  const key = `${question.about} ${question.id}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = new Promise<Answer>((resolve) => {
    const thread = worker;
    if (thread === null) return resolve(null);
    const no = asked++;
    waiting.set(no, resolve);
    send(thread, { kind: 'ask', no, question });
  });
  answers.set(key, answer);
  return answer;
}

/** @returns a trajectory of the open files, or null where they hold none of that id; the same promise for the same id */
export function openedTrajectory(id: string): Promise<Whole | null> {
  return ask({ about: 'trajectory', id }) as Promise<Whole | null>;
}

/** @returns an API that the open files document or declare, or null */
export function openedApi(id: string): Promise<OpenedApiRecord | null> {
  return ask({ about: 'api', id }) as Promise<OpenedApiRecord | null>;
}

/** @returns a large text that the open files hold apart, or null */
export function openedBlob(id: string): Promise<Row<'blobs'> | null> {
  return ask({ about: 'blob', id }) as Promise<Row<'blobs'> | null>;
}

/**
 * @param id a definition_id
 * @returns JSON text of a named schema that the open files hold, or null
 */
export function openedDefinition(id: string): Promise<string | null> {
  return ask({ about: 'definition', id }) as Promise<string | null>;
}
