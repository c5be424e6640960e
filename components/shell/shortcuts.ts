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
      { keys: ['?'], does: 'This help' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
];
