import { describe, expect, it } from 'vitest';
import { blocksOf, chunksOf, countLines, cutAt, lengthOfLines } from './chunks';

describe('chunks', () => {
  it('keeps every character, whatever the text', () => {
    for (const text of [
      '',
      'a',
      '\n\n\n',
      'word '.repeat(5_000),
      'x'.repeat(30_000),
      '😀'.repeat(9_999),
      'a\n'.repeat(9_000),
    ]) {
      expect(chunksOf(text, 1_000).join('')).toBe(text);
      expect(blocksOf(text, 1_000).join('')).toBe(text);
      for (const piece of chunksOf(text, 1_000)) expect(piece.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('never cuts a character in two', () => {
    const text = `a${'😀'.repeat(2_000)}`;
    for (const piece of chunksOf(text, 101)) expect(piece.isWellFormed()).toBe(true);
    expect(text.slice(0, cutAt(text, 50)).isWellFormed()).toBe(true);
  });

  it('does not split a fence, a list or an indented block', () => {
    const fence = `\`\`\`\n${'code\n\n'.repeat(50)}\`\`\`\n\n`;
    expect(blocksOf(`${fence}after\n`, 10)).toEqual([fence, 'after\n']);
    expect(blocksOf('- item of a list\n\n  its second paragraph\n', 10)).toHaveLength(1);
  });

  it('counts lines', () => {
    expect([countLines(''), countLines('a'), countLines('a\n'), countLines('a\nb')]).toEqual([0, 1, 1, 2]);
    expect(lengthOfLines('a\nbc\nd', 2)).toBe(5);
    expect(lengthOfLines('a', 2)).toBe(1);
  });
});
