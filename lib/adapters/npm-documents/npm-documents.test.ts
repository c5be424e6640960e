import { describe, expect, it } from 'vitest';
import { collect, inputFile } from '../collect.ts';
import { classifyFile, packageInfo, readDocument } from './index.ts';

const OWNER = { name: '@scope/pkg', version: '1.2.3', licence: 'MIT' };

describe('classifyFile', () => {
  it.each([
    ['src/index.ts', 'code TypeScript'],
    ['lib/a.mjs', 'code JavaScript'],
    ['types/a.d.ts', 'code TypeScript'],
    ['README', 'text Plain text'],
    ['docs/guide.MD', 'text Markdown'],
    ['dist/a.min.js', null],
    ['dist/a.d.ts.map', null],
    ['dist/app.bundle.js', null],
    ['data.json', null],
    ['node_modules/b/index.js', null],
    ['.ts', null],
  ])('%s is %s', (path, expected) => {
    const found = classifyFile(path, 100);
    expect(found && `${found.component} ${found.language}`).toBe(expected);
  });

  it('takes nothing empty and nothing large', () => {
    expect(classifyFile('a.ts', 0)).toBeNull();
    expect(classifyFile('a.ts', 200_001)).toBeNull();
  });
});

const licence = (rest: object): unknown => packageInfo({ name: 'a', version: '1', ...rest })?.licence;

describe('packageInfo', () => {
  it('reads licences in the forms that packages have them', () => {
    expect(licence({ license: 'MIT' })).toBe('MIT');
    expect(licence({ license: { type: 'BSD' } })).toBe('BSD');
    expect(licence({ licenses: [{ type: 'MIT' }, { type: 'GPL' }] })).toBe('MIT OR GPL');
    expect(licence({})).toBeNull();
    expect(packageInfo({ name: 'a' })).toBeNull();
    expect(packageInfo('text')).toBeNull();
  });
});

describe('readDocument', () => {
  const kind = { component: 'code', language: 'JavaScript' } as const;
  const read = (content: unknown): ReturnType<typeof collect> =>
    collect((sink) => readDocument(OWNER, inputFile('src/a.js', content), kind, sink));

  it('makes one document of a file', () => {
    expect(read('const a = 1;\n').documents).toEqual([
      {
        record_id: '@scope/pkg@1.2.3/src/a.js',
        component: 'code',
        language: 'JavaScript',
        title: '@scope/pkg@1.2.3/src/a.js',
        licence: 'MIT',
        content: 'const a = 1;\n',
      },
    ]);
  });

  it.each([
    ['minified', `var a=${'1+'.repeat(300)}1`, 'minified-text'],
    ['binary', 'a\0b', 'not-text'],
    ['blank', ' \n', 'empty-file'],
  ])('rejects a %s file', (_kind, content, reason) => {
    const { documents, rejects } = read(content);
    expect(documents).toEqual([]);
    expect(rejects).toMatchObject([{ severity: 'rejected', reason, file: '@scope/pkg@1.2.3/src/a.js' }]);
  });
});
