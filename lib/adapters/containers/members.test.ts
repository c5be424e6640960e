import { deflateSync, gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesReader } from './bytes.ts';
import { membersOf, wholeOf } from './members.ts';
import { sampleOf } from './sample.ts';
import { sniffContainer } from './sniff.ts';
import { zipOf, zstdFrame } from './testing.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const long = 'a line of a log\n'.repeat(50_000);

describe('members', () => {
  it('of a plain file are itself', () => {
    const [member, ...others] = membersOf('a/b.jsonl', bytesReader(encode('{}\n')));
    expect(others).toEqual([]);
    expect(member).toMatchObject({ path: 'a/b.jsonl', entry: null, bytes: 3 });
    expect(decode(wholeOf(member!.chunks()))).toBe('{}\n');
  });

  it('of an archive are its entries, under its path, without folders', () => {
    const archive = zipSync({ 'header.json': encode('{}'), samples: { '1.json': encode(long) } }, { level: 6 });
    const members = membersOf('logs/a.eval', bytesReader(archive));
    expect(members.map(({ path }) => path)).toEqual(['logs/a.eval/header.json', 'logs/a.eval/samples/1.json']);
    expect(decode(wholeOf(members[1]!.chunks()))).toBe(long);
  });

  it('are unpacked by deflate and zstd, with sizes in the directory alone', () => {
    const content = encode('{"é":1}');
    const archive = zipOf([
      { name: 'stored.json', method: 0, packed: content, size: content.length },
      { name: 'ünicode.json', method: 8, packed: deflateSync(content), size: content.length },
      { name: 'new.json', method: 93, packed: zstdFrame(content), size: content.length },
    ]);
    const members = membersOf('x.zip', bytesReader(archive));
    expect(members.map(({ entry }) => entry?.name)).toEqual(['stored.json', 'ünicode.json', 'new.json']);
    for (const member of members) expect(decode(wholeOf(member.chunks()))).toBe('{"é":1}');
  });

  it('say plainly what they cannot read', () => {
    const content = encode('x');
    const [odd, secret] = membersOf(
      'x.zip',
      bytesReader(
        zipOf([
          { name: 'odd', method: 12, packed: content, size: 1 },
          { name: 'secret', method: 0, packed: content, size: 1, encrypted: true },
        ]),
      ),
    );
    expect(() => wholeOf(odd!.chunks())).toThrow('method 12');
    expect(() => wholeOf(secret!.chunks())).toThrow('encrypted');
    const whole = zipSync({ 'a.json': encode(long) });
    expect(() => membersOf('x.zip', bytesReader(whole.subarray(0, whole.length - 30)))).toThrow('cut off');
  });

  it('of a gzip or zstd file are what it holds, gzip members one after another', () => {
    const twice = Uint8Array.from([...gzipSync(encode(long)), ...gzipSync(encode('end'))]);
    const [packed] = membersOf('a.jsonl.gz', bytesReader(twice));
    expect(decode(wholeOf(packed!.chunks()))).toBe(`${long}end`);
    const [zstd] = membersOf('a.jsonl.zst', bytesReader(zstdFrame(encode('{"a":1}\n'))));
    expect(decode(wholeOf(zstd!.chunks()))).toBe('{"a":1}\n');
  });
});

describe('the container', () => {
  it.each([
    ['a.json', '{"a":1}', 'json'],
    ['a.json', '{\n "a": {}\n}\n', 'json'],
    ['a.json', ' \n[ {"a":1},\n{"a":2}\n]', 'json-list'],
    ['BFCL.json', '{"id":1}\n{"id":2}\n', 'jsonl'],
    ['a.json', '{"broken":\n{"id":2}\n{"id":3}\n', 'jsonl'],
    ['a.jsonl', '{"broken"\n', 'jsonl'],
    ['a.jsonl', '', 'jsonl'],
    ['a.jsonl', '{\n"a": 1\n}', 'json'],
    ['a.jsonl', '[\n{"a":1}]', 'json-list'],
    ['a.jsonl.gz', '', 'jsonl'],
    ['run.traj', '{"trajectory":[]}', 'json'],
    ['a.yaml', 'openapi: 3.0.0', 'yaml'],
    ['a.yaml', '{"openapi": "3.0.0"}', 'json'],
    ['a.csv', 'a,b\n[1],2', 'csv'],
    ['a.json', '// no JSON', 'json'],
    ['notes.txt', 'words', 'text'],
    ['a.parquet', 'PAR1\0\0', 'parquet'],
    ['a.png', '\x89PNG\0', null],
  ])('of %s with %j is %s', (path, content, container) => {
    expect(sniffContainer(path, encode(content), true)).toBe(container);
  });
});

function sampled(path: string, content: string): ReturnType<typeof sampleOf> {
  return sampleOf(membersOf(path, bytesReader(encode(content)))[0]!);
}

describe('a sample', () => {
  it('has the first records, and says whether they are all', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `{"i":${i}}\n`).join('');
    expect((await sampled('a.jsonl', '{"i":0}\n')).sample).toMatchObject({ container: 'jsonl', whole: true });
    const { sample } = await sampled('a.jsonl', lines);
    expect(sample!.records.length).toBeGreaterThanOrEqual(20);
  });

  it('has none of an empty file, or of one that is no text', async () => {
    expect(await sampled('a.jsonl', '')).toMatchObject({ container: 'jsonl', sample: null });
    expect(await sampled('a.json', '[]')).toMatchObject({ container: 'json-list', sample: null });
    expect(await sampled('a.bin', '\0\0')).toMatchObject({ container: null, sample: null });
  });

  it('judges broken JSON and long YAML by what can be read of them', async () => {
    const broken = await sampled('a.json', '{"swagger":"2.0" "paths":{"/a":{}}}');
    expect(broken.sample).toMatchObject({
      whole: false,
      records: [{ value: { swagger: '2.0', paths: { '/a': {} } } }],
    });
    const yaml = await sampled('a.yaml', `components:\n${'  a: b\n'.repeat(20_000)}openapi: 3.0.1\npaths:\n  /a: {}\n`);
    expect(yaml.sample).toMatchObject({ whole: false, records: [{ value: { openapi: '3.0.1', paths: {} } }] });
  });
});
