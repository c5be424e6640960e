import { cx } from '@/components/ui/cx';

/** An anvil of three bars, as in a ranked chart, and the spark above it. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden className={cx('size-5', className)}>
      <path fill="currentColor" d="M1 6h18v3.4H8.2C4.6 9.4 1.8 8.4 1 6zM8.6 10.4h6v3.2h-6zM5 14.6h13V18H5z" />
      <rect x="12.4" y="1" width="3.2" height="3.2" className="fill-accent" transform="rotate(45 14 2.6)" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="flex items-center gap-2 text-base leading-none tracking-[-0.01em]">
      <Mark />
      <span className="hidden whitespace-nowrap sm:inline">
        <span className="font-semibold">Forge</span> <span className="text-ink-2">Explorer</span>
      </span>
      <span className="sr-only sm:hidden">Forge Explorer</span>
    </span>
  );
}
