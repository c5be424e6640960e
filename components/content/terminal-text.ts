/** Terminal sequences that are no colours. */

/* oxlint-disable no-control-regex -- these are control sequences */
/** Titles and links: ESC ] … BEL, or … ESC \. */
const OPERATING_SYSTEM_COMMAND = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
/** Movements, erasures and modes: ESC [ … a letter other than m. */
const CONTROL_SEQUENCE = /\u001b\[[0-9;?<=>]*[ -/]*[@-ln-~]/g;
const OTHER_ESCAPE = /\u001b(?:[()][A-Z0-9]|[=>78cDEHMNOZ])/g;
const COLOUR = /\u001b\[[0-9;]*m/g;
/* oxlint-enable no-control-regex */

/** @returns the text with colours alone; what a reader of the terminal's last screen would see is not reconstructed */
export function terminalText(text: string): string {
  return text.replace(OPERATING_SYSTEM_COMMAND, '').replace(CONTROL_SEQUENCE, '').replace(OTHER_ESCAPE, '');
}

/** @returns the words of a terminal's output, e.g. to search in */
export function withoutSequences(text: string): string {
  return text.includes('\u001b') ? terminalText(text).replace(COLOUR, '') : text;
}
