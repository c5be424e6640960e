import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeArguments } from '../lib/audit/judge-arguments.ts';
import { PROBLEMS } from '../lib/audit/problems.ts';
import { KNOWN_FAULTS } from './judge/known-faults.ts';

const text = readFileSync(new URL('../docs/audit.md', import.meta.url), 'utf8');
const sections = text
  .split('\n### ')
  .slice(1)
  .map((section) => {
    const [heading = '', sentence = ''] = section.split('\n');
    const example = /```json\n(.*?)\n```\n\n`([^`]*)`: ([^\n]*)\n/s.exec(section);
    return { code: heading.replaceAll('`', ''), sentence, example };
  });

describe('docs/audit.md', () => {
  it('has a section for each problem, in its words', () => {
    expect(sections.map(({ code, sentence }) => [code, sentence])).toEqual(Object.entries(PROBLEMS));
  });

  it('has the faults that the judge knows of', () => {
    const rows = text
      .split('\n')
      .filter((line) => /^\|.*\|.*\|.*\|.*\|.*\|$/.test(line))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('`', '')),
      );
    expect(rows.map((cells) => [cells.slice(0, 4).join(' '), cells[4]])).toEqual([...KNOWN_FAULTS]);
  });

  it('has examples that are true', () => {
    const shown = sections.filter(({ example }) => example !== null);
    expect(shown.map(({ code }) => code)).toEqual([
      'missing-required',
      'unknown-argument',
      'wrong-type',
      'out-of-range',
    ]);
    for (const { code, example } of shown) {
      const [, json = '', pointer, message] = example!;
      const { parameters, arguments: given } = JSON.parse(json) as { parameters: unknown; arguments: object };
      const unused = { description: null, returns: null, group: null, domain: null, api_id: null, raw: '' };
      const tool = { name: 'moor', dialect: 'json-schema' as const, parameters, ...unused };
      const found = judgeArguments(tool, { ...given }, 'openai');
      expect(found.map((one) => [one.code, one.pointer, one.message])).toEqual([[code, pointer, message]]);
    }
  });
});
