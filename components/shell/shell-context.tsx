'use client';

import { createContext, use, useMemo, useState, type ReactNode } from 'react';

/** The dialogs of the shell, one open at a time. */
export type ShellDialog = 'palette' | 'help' | 'corpus' | 'menu';

interface Shell {
  readonly dialog: ShellDialog | null;
  readonly open: (dialog: ShellDialog) => void;
  readonly close: () => void;
}

const ShellContext = createContext<Shell | null>(null);

export function ShellProvider({ children }: { readonly children: ReactNode }) {
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  const shell = useMemo(() => ({ dialog, open: setDialog, close: () => setDialog(null) }), [dialog]);
  return <ShellContext value={shell}>{children}</ShellContext>;
}

/** @returns which dialog of the shell is open, and how to open one from anywhere */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error('useShell was called outside of ShellProvider (components/shell/providers.tsx).');
  return shell;
}
