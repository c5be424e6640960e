'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';

/** The last resort: what no panel caught. The header stays, so every other page is a click away. */
export default function PageError({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <div className="page py-8">
      <ErrorPanel
        error={error}
        title="This page could not be shown"
        onRetry={reset}
        actions={
          <Button asChild size="sm">
            <Link href="/">Go to the overview</Link>
          </Button>
        }
      />
    </div>
  );
}
