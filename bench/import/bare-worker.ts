/** Counts the tokens of lines with the bare tokeniser, and nothing else: what an import is compared with. */
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

const { file, from, to } = workerData as { file: string; from: number; to: number };
const texts = textsOf(file, from, to);
const AS_TEXT = { disallowedSpecial: new Set<string>() };
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
// The tables of the tokeniser are built by its first word.
countTokens('warm', AS_TEXT);
// A worker thread, not a window: it has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  const start = performance.now();
  let tokens = 0;
  for (const text of texts) tokens += countTokens(text, AS_TEXT);
  // A worker thread, not a window: it has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage({ bytes, tokens, milliseconds: performance.now() - start });
});

interface Message {
  readonly content: string;
  readonly tool_calls?: readonly { readonly function: { readonly name: string; readonly arguments: string } }[];
}

function textsOf(name: string, start: number, end: number): string[] {
  const fd = openSync(name, 'r');
  const part = Buffer.alloc(end - start);
  readSync(fd, part, 0, part.length, start);
  closeSync(fd);
  const lines = part.toString('utf8').split('\n').slice(1, -1);
  return lines.flatMap((line) =>
    (JSON.parse(line) as { messages: Message[] }).messages.flatMap(({ content, tool_calls: calls = [] }) => [
      content,
      ...calls.flatMap((call) => [call.function.name, call.function.arguments]),
    ]),
  );
}
