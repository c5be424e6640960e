/** A file of function-calling conversations as large as one likes, made of real prose and code of installed packages. */
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { randomOf, type Random } from '../../lib/testing/random.ts';

/** Characters of prose that conversations are cut from. */
const MOST_PROSE = 40_000_000;

const TOOLS = [
  {
    type: 'function',
    function: {
      name: 'read_document',
      description: 'Reads a part of a document.',
      parameters: {
        type: 'object',
        properties: { path: { type: 'string' }, from: { type: 'integer', minimum: 0 }, lines: { type: 'integer' } },
        required: ['path'],
      },
    },
  },
  {
    type: 'function',
    function: {
      name: 'search',
      description: 'Searches all documents.',
      parameters: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
    },
  },
];

/**
 * @param file where to write
 * @param bytes size of the file, about
 * @param modules folder of installed packages, whose documents are the text
 * @returns bytes written
 */
export function writeConversations(file: string, bytes: number, modules: string): number {
  const prose = proseOf(modules);
  const random = randomOf(7);
  const passage = (least: number, most: number): string => {
    const length = least + random.below(most - least);
    const at = random.below(prose.length - length);
    return prose.slice(at, at + length).toWellFormed();
  };
  mkdirSync(path.dirname(file), { recursive: true });
  const fd = openSync(file, 'w');
  let written = 0;
  for (let no = 0; written < bytes;) {
    const lines: string[] = [];
    for (let i = 0; i < 200; i++, no++) lines.push(JSON.stringify(conversation(no, passage, random)));
    written += writeSync(fd, `${lines.join('\n')}\n`);
  }
  closeSync(fd);
  return written;
}

function conversation(no: number, passage: (least: number, most: number) => string, random: Random): object {
  const turns = 1 + random.below(4);
  const messages: object[] = [
    { role: 'system', content: passage(200, 800) },
    { role: 'user', content: passage(60, 600) },
  ];
  for (let turn = 0; turn < turns; turn++) {
    const id = `call_${no}_${turn}`;
    const isSearch = random.below(2) === 0;
    const given = isSearch ? { query: passage(10, 60) } : { path: `docs/${random.below(10_000)}.md`, from: turn * 40 };
    const called = { name: isSearch ? 'search' : 'read_document', arguments: JSON.stringify(given) };
    messages.push(
      { role: 'assistant', content: passage(40, 300), tool_calls: [{ id, type: 'function', function: called }] },
      { role: 'tool', tool_call_id: id, content: passage(300, 4_000) },
    );
  }
  messages.push({ role: 'assistant', content: passage(200, 1_500) });
  return { id: `conversation-${no}`, messages, tools: TOOLS };
}

function proseOf(modules: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const name of readdirSync(modules, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.(md|d\.ts)$/i.test(name)) continue;
    const text = readFileSync(path.join(modules, name), 'utf8');
    parts.push(text);
    length += text.length;
    if (length > MOST_PROSE) break;
  }
  return parts.join('\n');
}
