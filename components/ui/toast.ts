/** Short messages about what just happened. The library behind them loads with the first one. */

export type ToastKind = 'plain' | 'success' | 'error';

export interface ToastMessage {
  readonly kind: ToastKind;
  readonly title: string;
  readonly description: string | null;
}

interface ToastOptions {
  readonly description?: string;
}

type Listener = (message: ToastMessage) => void;

let listener: Listener | null = null;
const waiting: ToastMessage[] = [];
let had = false;
const wanted = new Set<() => void>();

function show(kind: ToastKind, title: string, { description }: ToastOptions = {}): void {
  had = true;
  const message = { kind, title, description: description ?? null };
  if (listener !== null) listener(message);
  else waiting.push(message);
  for (const tell of wanted) tell();
}

/** `toast('Copied')`, `toast.error('Nothing was exported', { description: 'The disk is full.' })`. */
export const toast = Object.assign((title: string, options?: ToastOptions) => show('plain', title, options), {
  success: (title: string, options?: ToastOptions) => show('success', title, options),
  error: (title: string, options?: ToastOptions) => show('error', title, options),
});

/** For the Toaster: messages go to one listener; those from before it wait for it. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    if (listener === next) listener = null;
  };
}

/** For the Toaster: told when there is a message. */
export function onToast(tell: () => void): () => void {
  wanted.add(tell);
  return () => wanted.delete(tell);
}

/** For the Toaster: whether there has been a message. */
export function hadToast(): boolean {
  return had;
}
