import { describe, expect, it } from 'vitest';
import { randomOf } from '../../lib/testing/random.ts';
import { MIN_WORDS, shingleSketch, SKETCH_BINS } from './shingle-sketch.ts';

const { below } = randomOf(3);
const words = (n: number): string[] => Array.from({ length: n }, () => `word${below(5_000)}`);

/** Part of the bins in which two texts agree. */
function agreement(a: string, b: string): number {
  const [first, second] = [shingleSketch([a])!, shingleSketch([b])!];
  return [...first].filter((bin, i) => bin === second[i]).length / SKETCH_BINS;
}

const shingles = (text: readonly string[]) => new Set(text.slice(4).map((_, i) => text.slice(i, i + 5).join(' ')));

/** The similarity that the sketch estimates, computed from the sets themselves. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [shingles(a), shingles(b)];
  const both = [...first].filter((shingle) => second.has(shingle)).length;
  return both / (first.size + second.size - both);
}

describe('shingleSketch', () => {
  it.each([0, 0.02, 0.05, 0.2, 1])('agrees as the sets of shingles do where %d of the words are others', (part) => {
    const errors = Array.from({ length: 20 }, () => {
      const text = words(400);
      const other = text.map((word) => (below(1_000) < part * 1_000 ? `other${below(5_000)}` : word));
      return agreement(text.join(' '), other.join(' ')) - jaccard(text, other);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(0.17);
  });

  it('looks at words alone: not at case, space or marks', () => {
    const text = words(100);
    expect(shingleSketch([text.join(', ')])).toBe(shingleSketch([`\t${text.join('\n- ').toUpperCase()}!`]));
  });

  it('is the same however a text is cut into parts between words', () => {
    const text = words(100);
    expect(shingleSketch([text.slice(0, 3).join(' '), '', text.slice(3).join(' ')])).toBe(
      shingleSketch([text.join(' ')]),
    );
  });

  it('takes each character of a script without spaces for a word', () => {
    const text = '语料库是由文件组成的文件夹其中每个表都有一个或多个分片'.repeat(4);
    expect(agreement(text, `x ${text}`)).toBeGreaterThan(0.9);
    expect(agreement(text, [...text].toReversed().join(''))).toBeLessThan(0.2);
  });

  it('has none of a text of few words', () => {
    expect(shingleSketch([words(MIN_WORDS - 1).join(' ')])).toBeNull();
    expect(shingleSketch([words(MIN_WORDS).join(' ')])).toHaveLength(SKETCH_BINS);
    expect(shingleSketch([''])).toBeNull();
  });

  it.each([
    ['ASCII', ''],
    ['not all of it ASCII', ' naïve façade “quoted” 语料 API语料 ½x'],
  ])('does not depend on where a text is taken apart, be it %s', (_, others) => {
    const text = words(60).join(' ') + others;
    const alone = shingleSketch([text]);
    for (let before = 0; before < text.length + 40; before += 7)
      expect(shingleSketch([' '.repeat(32_768 - before) + text])).toBe(alone);
  });

  it('takes an ASCII word for the same one whatever is beside it', () => {
    const text = words(60);
    expect(shingleSketch([text.join('语')])).toBe(shingleSketch([text.join(' 语 ')]));
  });

  it('tells words apart by all of their letters', () => {
    const long = 'abcdefghijklmnopqrstuvwxyz0123456789';
    const others = Array.from(
      long,
      (letter, at) => `${long.slice(0, at)}${letter === 'q' ? 'x' : 'Q'}${long.slice(at + 1)}`,
    );
    const text = words(60);
    const sketches = [long, ...others, `${long}Q`].map((word) => shingleSketch([text.join(` ${word} `)]));
    expect(new Set(sketches).size).toBe(sketches.length);
  });

  it('takes a word that is longer than a piece for one word', () => {
    const text = words(60).join(' ');
    const long = (letter: string): string | null => shingleSketch([`${text} ${letter.repeat(100_000)} ${text}`]);
    expect(long('a')).toBe(long('A'));
    expect(long('a')).not.toBe(shingleSketch([`${text} ${text}`]));
  });
});
