import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesReader } from '../adapters/containers/index.ts';
import { openFiles, type RawFile } from './open-files.ts';
import type { OpenProgress } from './opened.ts';
import { OpenedRecords } from './opened-records.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (path: string, content: string | Uint8Array): RawFile => ({
  path,
  reader: bytesReader(typeof content === 'string' ? bytesOf(content) : content),
});

async function open(files: readonly RawFile[], format: string | null = null, limit = 1e9) {
  const records = new OpenedRecords({ countTokens: (text) => text.length, limit });
  const progress: OpenProgress[] = [];
  const opened = await openFiles(files, { format, records, onProgress: (one) => void progress.push(one) });
  return { opened, records, progress };
}

const chat = (id: string): string =>
  JSON.stringify({
    id,
    messages: [
      { role: 'user', content: `Weather in ${id}?` },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: `{"city":"${id}"}` } }],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'Rain' },
    ],
    tools: [
      {
        type: 'function',
        function: {
          name: 'weather',
          description: 'Weather',
          parameters: { type: 'object', properties: { city: { type: 'string' } } },
        },
      },
    ],
  });

describe('openFiles', () => {
  it('recognises each file, and says by what', async () => {
    const yaml = readFileSync(new URL('../../fixtures/openapi/lighthouse.yaml', import.meta.url));
    const { opened, records } = await open([
      file('runs.jsonl', `${chat('Oslo')}\n${chat('Rome')}\n`),
      file('lighthouse.yaml', new Uint8Array(yaml)),
      file('notes.bin', new Uint8Array([0, 1, 2, 255])),
    ]);
    const by = new Map(opened.map((one) => [one.path, one]));
    expect(by.get('runs.jsonl')).toMatchObject({ trajectories: 2, rejected: 0 });
    expect(by.get('runs.jsonl')!.reason).not.toBe('');
    expect(by.get('lighthouse.yaml')).toMatchObject({ format: 'openapi' });
    expect(by.get('lighthouse.yaml')!.apis).toBeGreaterThan(0);
    expect(by.get('notes.bin')).toMatchObject({ format: null, rejected: 1 });
    const first = records.trajectories.get('runs:Oslo');
    expect(first?.trajectory).toMatchObject({
      trajectory_id: 'runs:Oslo',
      task: 'Weather in Oslo?',
      n_steps: 3,
      n_calls: 1,
    });
    expect(first?.steps[2]).toMatchObject({ call_step: 1, pairing: 'id', content: 'Rain' });
  });

  it('reads entries of an archive, and keeps ids apart that two files claim', async () => {
    const archive = zipSync({
      'a/one.jsonl': bytesOf(`${chat('Oslo')}\n${chat('Bonn')}\n`),
      'two.jsonl': bytesOf(`${chat('Oslo')}\n${chat('Kiel')}\n`),
    });
    const { opened, records } = await open([file('runs.zip', archive)]);
    expect(opened.map(({ path }) => path)).toEqual(['runs.zip/a/one.jsonl', 'runs.zip/two.jsonl']);
    expect([...records.trajectories.keys()]).toEqual(['runs:Oslo', 'runs:Bonn', 'runs:Oslo~2', 'runs:Kiel']);
    expect(records.trajectories.get('runs:Oslo~2')!.steps[0]!.trajectory_id).toBe('runs:Oslo~2');
  });

  it('puts a broken line on record with its place and text, and reads on', async () => {
    const { records } = await open([file('runs.jsonl', `${chat('Oslo')}\n{"id": \n${chat('Rome')}\n`)]);
    expect(records.trajectories.size).toBe(2);
    expect(records.rejects).toMatchObject([
      { file: 'runs.jsonl', position: 'line 2', severity: 'rejected', raw: '{"id":' },
    ]);
  });

  it('says of a damaged archive that it is one', async () => {
    const { opened, records } = await open([file('bad.zip', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))]);
    expect(opened.length + records.rejects.length).toBeGreaterThan(0);
    expect(records.rejects[0]).toMatchObject({ severity: 'rejected' });
  });

  it('reads files as the format that is chosen by hand', async () => {
    const { opened } = await open([file('runs.jsonl', `${chat('Oslo')}\n${chat('Rome')}\n`)], 'openapi');
    expect(opened[0]).toMatchObject({ format: 'openapi', reason: 'chosen by hand', trajectories: 0 });
    expect(opened[0]!.alternatives.length).toBeGreaterThan(0);
  });

  it('stops where memory would not hold more', async () => {
    const lines = Array.from({ length: 50 }, (_, i) => chat(`City${i}`)).join('\n');
    const { records } = await open([file('runs.jsonl', lines)], null, 500);
    expect(records.isFull).toBe(true);
    expect(records.trajectories.size).toBeLessThan(50);
    expect(records.trajectories.size).toBeGreaterThan(0);
  });

  it('tells how far it is', async () => {
    const { progress } = await open([file('runs.jsonl', `${chat('Oslo')}\n${chat('Rome')}\n`)]);
    expect(progress.at(-1)).toMatchObject({ file: 'runs.jsonl' });
    expect(progress.at(-1)!.read).toBe(progress.at(-1)!.total);
  });
});
