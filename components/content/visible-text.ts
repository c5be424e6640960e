/** Makes what a reader would not see visible: control characters, reordering marks, lone surrogates. */

/** C0 but tab and line feed, DEL, C1, zero width space, marks that reorder text, byte order mark, lone surrogates. */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * @param text any text
 * @returns the text with each hidden character as a glyph: ␀ for a control character, ⟨U+202E⟩ for the others.
 *   Line ends of Windows are plain line ends. For display only: what is copied stays as it was.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN, glyph);
}

function glyph(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
