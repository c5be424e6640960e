/** A corpus with one trajectory of thousands of steps, made of the real steps of another corpus. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCorpus, shardFiles } from './corpus.ts';

const root = join(import.meta.dirname, '..');

/** Texts shorter than a step has on average are put together. */
interface Text {
  readonly content: string;
}

/**
 * @param from folder of a corpus
 * @param out folder of the new one; left alone where it is there
 * @param size steps and bytes of text wanted
 */
export async function longTrajectory(
  from: string,
  out: string,
  size: { readonly steps: number; readonly bytes: number },
): Promise<void> {
  if (existsSync(join(out, 'corpus.json'))) return;
  const files = shardFiles(from, 'steps').map((file) => `'${file}'`);
  const texts = await inCorpus<Text>(
    `SELECT content FROM read_parquet([${files.join(', ')}]) WHERE length(content) > 20 ORDER BY trajectory_id, step`,
  );
  const folder = join(root, '.tmp/bench/long');
  mkdirSync(folder, { recursive: true });
  const messages = messagesOf(texts, size);
  const records = [
    { id: 'long', messages },
    { id: 'short', messages: messages.slice(0, 7) },
  ];
  const file = join(folder, 'long.jsonl');
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  execFileSync(process.execPath, ['builder/forge.mjs', 'import', file, '--out', out], { cwd: root, stdio: 'inherit' });
}

/** A question, then a call and its answer, again and again. */
function messagesOf(texts: readonly Text[], { steps, bytes }: { readonly steps: number; readonly bytes: number }) {
  const each = bytes / steps;
  let at = 0;
  const text = (): string => {
    let joined = '';
    while (joined.length < each) joined += `${texts[at++ % texts.length]!.content}\n\n`.slice(0, each - joined.length);
    return joined;
  };
  return Array.from({ length: steps }, (_, no) => {
    if (no === 0) return { role: 'user', content: text() };
    if (no % 2 === 0) return { role: 'tool', tool_call_id: `call_${no - 1}`, content: text() };
    const call = { name: 'look_up', arguments: JSON.stringify({ page: no, query: `part ${no}` }) };
    return {
      role: 'assistant',
      content: text(),
      tool_calls: [{ id: `call_${no}`, type: 'function', function: call }],
    };
  });
}
