/** Lines of a unified diff by what they are. Source: POSIX diff, unified format; git's extended headers. */

export type DiffLineKind = 'added' | 'removed' | 'hunk' | 'header' | 'context';

export interface DiffLine {
  readonly kind: DiffLineKind;
  readonly text: string;
}

const HEADER = /^(?:diff |index [0-9a-f]|(?:new|deleted|old) (?:file )?mode|similarity |rename |Binary files )/;

/**
 * A line that begins with `---` is a header before a hunk and a removed line within one.
 * @param text a unified diff, other text around it
 */
export function diffLines(text: string): DiffLine[] {
  let isHunk = false;
  return text.split('\n').map((line) => {
    if (/^@@ -\d/.test(line)) {
      isHunk = true;
      return { kind: 'hunk', text: line };
    }
    if (HEADER.test(line)) {
      isHunk = false;
      return { kind: 'header', text: line };
    }
    if (!isHunk) return { kind: /^(?:---|\+\+\+) /.test(line) ? 'header' : 'context', text: line };
    if (line.startsWith('+')) return { kind: 'added', text: line };
    if (line.startsWith('-')) return { kind: 'removed', text: line };
    // A line within a hunk begins with a space; what does not, is after it.
    if (line !== '' && !/^[ \\\t]/.test(line)) isHunk = false;
    return { kind: 'context', text: line };
  });
}
