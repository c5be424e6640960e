import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { Providers } from '@/components/shell/providers';
import { cx } from '@/components/ui/cx';
import { READ_AHEAD_SCRIPT } from '@/lib/data/read-ahead';
import { plexMono, plexSans } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Forge Explorer', template: '%s · Forge Explorer' },
  description: 'Browse the corpora that tool-calling models are trained on: APIs, trajectories and the mixture.',
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#13100e' },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // next-themes sets the class before the first paint, which React must not take for a mismatch.
    <html lang="en" className={cx(plexSans.variable, plexMono.variable)} suppressHydrationWarning>
      <head>
        <script id="read-ahead" dangerouslySetInnerHTML={{ __html: READ_AHEAD_SCRIPT }} />
      </head>
      <body>
        <Providers>
          <AppShell>{children}</AppShell>
        </Providers>
      </body>
    </html>
  );
}
