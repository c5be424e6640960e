/** Every key that does something, for the help dialog. `mod` is ⌘ on a Mac, Ctrl elsewhere. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export const SHORTCUTS: readonly { readonly where: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    where: 'Everywhere',
    shortcuts: [
      { keys: ['mod', 'K'], does: 'Go to a page, a corpus or an API' },
      { keys: ['G', 'O'], does: 'Overview' },
      { keys: ['G', 'A'], does: 'APIs' },
      { keys: ['G', 'T'], does: 'Trajectories' },
      { keys: ['G', 'M'], does: 'Mixture' },
      { keys: ['G', 'F'], does: 'Open a raw file' },
      { keys: ['?'], does: 'This help' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    where: 'Lists',
    shortcuts: [
      { keys: ['/'], does: 'Search the list' },
      { keys: ['J', '↓'], does: 'Next row' },
      { keys: ['K', '↑'], does: 'Previous row' },
      { keys: ['PgUp', 'PgDn', 'Home', 'End'], does: 'Move by a screen, or to an end' },
      { keys: ['Enter', 'O'], does: 'Open the row' },
      { keys: ['Space'], does: 'Show more of the row beside the list' },
      { keys: ['F'], does: 'Flag the row' },
      { keys: ['←', '→'], does: 'Fold or unfold a group' },
    ],
  },
  {
    where: 'Records',
    shortcuts: [
      { keys: ['N', ']'], does: 'Next record of the list it was opened from' },
      { keys: ['P', '['], does: 'Previous record' },
    ],
  },
  {
    where: 'A trajectory',
    shortcuts: [
      { keys: ['J', 'K'], does: 'Next or previous step, or row of a comparison' },
      { keys: ['C'], does: 'Next call; with Shift, the one before' },
      { keys: ['E'], does: 'Next error or problem; with Shift, the one before' },
      { keys: ['B'], does: 'Next branch of a fork; with Shift, the one before' },
      { keys: ['X'], does: 'Fold or unfold the branch' },
      { keys: ['/'], does: 'Find in the trajectory' },
      { keys: ['T'], does: 'Open or close the panel beside the steps' },
      { keys: ['Y'], does: 'Copy a link to what is marked' },
    ],
  },
];
