import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tables } from '../lib/corpus/index.ts';
import { adapters } from '../lib/adapters/registry.ts';
import { adaptersDoc } from './adapters-doc.ts';
import { formatDoc } from './format-doc.ts';

it('docs/corpus-format.md says what lib/corpus declares (npm run format-doc writes it)', () => {
  expect(readFileSync(new URL('../docs/corpus-format.md', import.meta.url), 'utf8')).toBe(formatDoc());
});

it('docs/formats.md says what the adapters say of themselves (npm run format-doc writes it)', () => {
  expect(readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8')).toBe(adaptersDoc());
});

it('names every format once', () => {
  const doc = adaptersDoc();
  expect(new Set(adapters.map(({ name }) => name)).size).toBe(adapters.length);
  for (const { name } of adapters) expect(doc).toContain(`## ${name}\n`);
});

it('names every table and column', () => {
  const doc = formatDoc();
  for (const [name, { columns }] of Object.entries(tables)) {
    expect(doc).toContain(`### ${name}\n`);
    for (const column of Object.keys(columns)) expect(doc).toContain(`| \`${column}\` |`);
  }
});
