import { describe, expect, it } from 'vitest';
import { take } from './testing.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('jsonl', () => {
  const text = '{"a":1}\r\n\n  {"a":"\u2028\\n é"}  \nnot json\n[3]';

  it('reads a value a line, skips blank lines, rejects a broken one and goes on', () => {
    const { records, problems } = take('jsonl', text);
    expect(records).toEqual([
      { position: 'line 1', value: { a: 1 }, raw: '{"a":1}' },
      { position: 'line 3', value: { a: '\u2028\n é' }, raw: '{"a":"\u2028\\n é"}' },
      { position: 'line 5', value: [3], raw: '[3]' },
    ]);
    expect(problems).toMatchObject([
      { severity: 'rejected', reason: 'invalid-json', position: 'line 4', raw: 'not json' },
    ]);
  });

  it('reads the same wherever the pieces are cut', () => {
    for (let size = 1; size <= bytes(text).length; size += 1)
      expect(take('jsonl', text, size)).toEqual(take('jsonl', text));
  });

  it('takes a U+2028 at the end of a line for what it is: no white space of JSON', () => {
    expect(take('jsonl', '{"a":1}\u2028\n').problems).toMatchObject([{ position: 'line 1', raw: '{"a":1}\u2028' }]);
  });

  it('reads nothing out of nothing', () => {
    for (const empty of ['', '\n\n', '\ufeff']) expect(take('jsonl', empty).records).toEqual([]);
  });
});

describe('a list', () => {
  const text = ' [ {"a":"]},{\\"[", "b":[[1,{"c":2}],[]]} ,\r\n[],"x,]" , 12345678901234567890, {"bad": } , null ] \n';

  it('is taken apart into its elements, each with its exact text', () => {
    const { records, problems } = take('json-list', text);
    expect(records.map(({ position, raw }) => [position, raw])).toEqual([
      ['/0', '{"a":"]},{\\"[", "b":[[1,{"c":2}],[]]}'],
      ['/1', '[]'],
      ['/2', '"x,]"'],
      ['/3', '12345678901234567890'],
      ['/5', 'null'],
    ]);
    expect(problems).toMatchObject([{ severity: 'rejected', position: '/4', raw: '{"bad": }' }]);
  });

  it('is the same wherever the pieces are cut', () => {
    for (let size = 1; size <= bytes(text).length; size += 1)
      expect(take('json-list', text, size)).toEqual(take('json-list', text));
  });

  it.each([
    ['[]', [], []],
    ['[ ]\n', [], []],
    ['[1,]', [1], ['/1']],
    ['[1,,2]', [1, 2], ['/1']],
    ['[1,2', [1], ['/1']],
    ['[1,{"a":"]', [1], ['/1']],
    ['[1] [2]', [1], ['']],
    ['[{"a":1}},2]', [{ a: 1 }], ['']],
  ])('%s gives what is whole, and a reject for the rest', (content, values, rejected) => {
    const { records, problems } = take('json-list', content);
    expect(records.map(({ value }) => value)).toEqual(values);
    expect(problems.map(({ position }) => position)).toEqual(rejected);
    for (const { severity } of problems) expect(severity).toBe('rejected');
  });
});

describe('the encoding', () => {
  const marked = '\ufeff{"a":"é"}\n{"a":2}\n';

  it('strips a byte order mark and tells of it, wherever the pieces are cut', () => {
    for (const size of [1, 2, 3, 4, 100]) {
      const { records, problems } = take('jsonl', marked, size);
      expect(records.map(({ raw }) => raw)).toEqual(['{"a":"é"}', '{"a":2}']);
      expect(problems).toMatchObject([{ severity: 'warning', reason: 'byte-order-mark' }]);
    }
  });

  it('reads a record that is not UTF-8 as windows-1252, and tells of it once', () => {
    const { records, problems } = take('jsonl', latin1('{"a":"ok"}\n{"a":"\xf8"}\n{"a":"\xe9"}\n'));
    expect(records.map(({ raw }) => raw)).toEqual(['{"a":"ok"}', '{"a":"ø"}', '{"a":"é"}']);
    expect(problems).toMatchObject([{ severity: 'warning', reason: 'wrong-encoding', position: 'line 2' }]);
  });

  it('reads UTF-16 by its mark', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'[{"a":"é"}]'].flatMap((char) => [char.charCodeAt(0), 0])]);
    for (const size of [1, 3, 100]) {
      const { records, problems } = take('json-list', utf16, size);
      expect(records).toEqual([{ position: '/0', value: { a: 'é' }, raw: '{"a":"é"}' }]);
      expect(problems).toMatchObject([{ reason: 'wrong-encoding' }]);
    }
  });
});

describe('whole files', () => {
  it('reads one JSON value with the whole text', () => {
    expect(take('json', ' {"a":\n1}\n').records).toEqual([{ position: '', value: { a: 1 }, raw: ' {"a":\n1}\n' }]);
  });

  it('says where JSON is broken', () => {
    expect(take('json', '{\n"a" 1}').problems).toMatchObject([
      { severity: 'rejected', reason: 'invalid-json', position: '2:5', raw: '{\n"a" 1}' },
    ]);
  });

  it('reads YAML documents, and rejects the one that is broken', () => {
    const { records, problems } = take('yaml', 'a: 1\n---\nb: [1\n---\nc: {d: x}\n');
    expect(records).toMatchObject([
      { position: '/0', value: { a: 1 } },
      { position: '/2', value: { c: { d: 'x' } } },
    ]);
    expect(records[1]!.raw).toContain('c: {d: x}');
    expect(problems).toMatchObject([{ severity: 'rejected', reason: 'invalid-yaml' }]);
  });

  it('refuses YAML that expands beyond all measure', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(',')}]`);
    expect(take('yaml', `l0: &l0 [x]\n${levels.join('\n')}\n`).problems).toMatchObject([{ reason: 'invalid-yaml' }]);
  });
});

describe('csv', () => {
  const text = 'id,text,text\r\n1,"a ""b"",\nc",\n2,x\n3,1,2,3\n';

  it('reads rows by the names of the first, over line ends within quotes', () => {
    const { records, problems } = take('csv', text);
    expect(records).toEqual([
      {
        position: 'row 1',
        value: { id: '1', text: 'a "b",\nc', text_2: '' },
        raw: '{"id":"1","text":"a \\"b\\",\\nc","text_2":""}',
      },
      { position: 'row 2', value: { id: '2', text: 'x' }, raw: '{"id":"2","text":"x"}' },
    ]);
    expect(problems).toMatchObject([{ severity: 'rejected', reason: 'invalid-csv', position: 'row 3' }]);
  });

  it('finds the delimiter', () => {
    expect(take('csv', 'a\tb\n1\t2\n').records).toMatchObject([{ value: { a: '1', b: '2' } }]);
  });

  it('reads more rows than are parsed at a time', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},"value\n${i}"`);
    const { records } = take('csv', `n,text\n${rows.join('\n')}\n`, 10_000);
    expect(records).toHaveLength(30_000);
    expect(records.at(-1)).toMatchObject({ position: 'row 30000', value: { n: '29999', text: 'value\n29999' } });
  });
});
