/** What a key means in the list: one vocabulary for every table. */

export type TableCommand =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'peek' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'fold'; readonly open: boolean };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Position {
  /** Active index; -1 where no row is active. */
  readonly active: number;
  readonly count: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** First index on screen, where moving starts when no row is active. */
  readonly top: number;
}

/**
 * Reads a key.
 * @returns the command, or null where the key is not the table's: arrows or j and k, PageUp, PageDown, Home, End, Enter
 * or o to open, Space for more of the row, f to flag it, left and right to fold
 */
export function tableCommand(event: Key, { active, count, page, top }: Position): TableCommand | null {
  if (event.altKey || count === 0) return null;
  const held = event.ctrlKey || event.metaKey;
  const move = (to: number): TableCommand => ({ kind: 'move', to: Math.min(count - 1, Math.max(0, to)) });
  const step = (by: number) => (active < 0 ? move(top) : move(active + by));
  if (held && event.key !== 'Home' && event.key !== 'End') return null;
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return step(1);
    case 'ArrowUp':
    case 'k':
      return step(-1);
    case 'PageDown':
      return step(Math.max(1, page - 1));
    case 'PageUp':
      return step(1 - Math.max(2, page));
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'Enter':
    case 'o':
      return active < 0 ? null : { kind: 'open' };
    case ' ':
      return { kind: 'peek' };
    case 'f':
      return active < 0 ? null : { kind: 'flag' };
    case 'ArrowLeft':
      return active < 0 ? null : { kind: 'fold', open: false };
    case 'ArrowRight':
      return active < 0 ? null : { kind: 'fold', open: true };
    default:
      return null;
  }
}
