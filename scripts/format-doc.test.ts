import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tables } from '../lib/corpus/index.ts';
import { formatDoc } from './format-doc.ts';

it('docs/corpus-format.md says what lib/corpus declares (npm run format-doc writes it)', () => {
  expect(readFileSync(new URL('../docs/corpus-format.md', import.meta.url), 'utf8')).toBe(formatDoc());
});

it('names every table and column', () => {
  const doc = formatDoc();
  for (const [name, { columns }] of Object.entries(tables)) {
    expect(doc).toContain(`### ${name}\n`);
    for (const column of Object.keys(columns)) expect(doc).toContain(`| \`${column}\` |`);
  }
});
