import { describe, expect, it } from 'vitest';
import { contentKind, isDataImage, type ContentHints } from './content-kind';
import { diffLines } from './diff-lines';
import { terminalText, withoutSequences } from './terminal-text';

const kindOf = (text: string, hints: Partial<ContentHints> = {}) =>
  contentKind(text, { type: null, speaker: 'tool', ...hints });

describe('what a text is', () => {
  it.each([
    ['{"a": [1]}', {}, 'json'],
    ['{"a": [1}', {}, 'plain'],
    ['[INFO] started', {}, 'plain'],
    ['# Title', { speaker: 'assistant' }, 'markdown'],
    ['# Title', {}, 'plain'],
    ['# Title', { type: 'text/markdown; charset=utf-8' }, 'markdown'],
    ['\u001b[31mred\u001b[0m', {}, 'terminal'],
    ['\u001b]0;title\u0007$ ls', { speaker: 'user' }, 'terminal'],
    ['<!DOCTYPE html><title>x</title>', { speaker: 'assistant' }, 'html'],
    ['<p>x</p>', { type: 'text/html' }, 'html'],
    ['<think>hm</think>', { speaker: 'assistant' }, 'markdown'],
    ['diff --git a/x b/x\n@@ -1,2 +1,2 @@\n-a\n+b', {}, 'diff'],
    ['--- is a rule, and +++ too', {}, 'plain'],
    ['print(1)', { language: 'python' }, 'code'],
    ['{"a": 1}', { language: 'python' }, 'code'],
    ['data:image/png;base64,iVBORw0KGgo=', {}, 'image'],
    ['anything', { type: 'text/csv', speaker: 'assistant' }, 'plain'],
  ] as const)('%j is shown as it should be', (text, hints, kind) => expect(kindOf(text, hints)).toBe(kind));

  it('takes only pixels that are in the text for an image', () => {
    expect(isDataImage('data:image/svg+xml;base64,PHN2Zz4=')).toBe(false);
    expect(isDataImage('data:image/png,raw')).toBe(false);
    expect(isDataImage('https://example.test/a.png')).toBe(false);
    expect(isDataImage('data:image/png;base64,"onerror=')).toBe(false);
  });
});

describe('terminal output', () => {
  it('keeps colours, and leaves out titles, movements and modes', () => {
    const raw = '\u001b]0;root@box: /\u0007\u001b[?2004h\u001b[01;34mbin\u001b[0m\u001b[K\u001b(B end';
    expect(terminalText(raw)).toBe('\u001b[01;34mbin\u001b[0m end');
    expect(withoutSequences(raw)).toBe('bin end');
  });
});

describe('lines of a diff', () => {
  it('tells headers from removed lines that look like them', () => {
    const text = 'log\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n one\n--- two\n+++ three\n\ndone\n- item';
    expect(diffLines(text).map(({ kind }) => kind)).toEqual([
      'context',
      'header',
      'header',
      'header',
      'hunk',
      'context',
      'removed',
      'added',
      'context',
      'context',
      'context',
    ]);
  });
});
