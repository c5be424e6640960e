'use client';

import { CircleHelp, Menu as MenuIcon, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useModKey } from './help-dialog';
import { MainNav } from './main-nav';
import { PAGES } from './pages';
import { useShell } from './shell-context';
import { ThemeMenu } from './theme-menu';
import { useShellKeys } from './use-shell-keys';
import { Wordmark } from './wordmark';

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false });

/** Wordmark, corpus, pages, search, engine, theme, help; and the keys that work everywhere. */
export function Header() {
  const router = useRouter();
  const { dialog, open } = useShell();
  const href = (path: string) => path;
  useShellKeys({
    onPalette: () => open('palette'),
    onHelp: () => open('help'),
    onGo: (letter) => {
      const page = PAGES.find((candidate) => candidate.key === letter);
      if (page) router.push(href(page.path));
    },
  });
  return (
    <>
      <HeaderFrame
        start={
          <Link href={href('/')} prefetch={false} className="flex h-full items-center">
            <Wordmark />
          </Link>
        }
        nav={<MainNav href={href} />}
        end={<HeaderTools />}
      />
      {dialog === 'help' ? <HelpDialog /> : null}
    </>
  );
}

interface HeaderFrameProps {
  readonly start: ReactNode;
  readonly corpus?: ReactNode;
  readonly nav?: ReactNode;
  readonly end?: ReactNode;
  /** Along the lower edge. */
  readonly line?: ReactNode;
}

/** The bar itself: same height whatever it holds, so that nothing moves when it fills. */
export function HeaderFrame({ start, corpus, nav, end, line }: HeaderFrameProps) {
  return (
    <header className="sticky top-0 z-30 h-(--header-height) border-b border-line-strong bg-surface">
      <div className="flex h-full items-center gap-1 px-3 sm:gap-2 sm:px-5">
        {start}
        {corpus ? (
          <div className="hidden min-w-0 items-center border-l border-line pl-1 sm:ml-1 md:flex">{corpus}</div>
        ) : null}
        <div className="ml-1 h-full min-w-0 flex-1 sm:ml-2">{nav}</div>
        <div className="flex shrink-0 items-center gap-0.5">{end}</div>
      </div>
      {line}
    </header>
  );
}

function HeaderTools() {
  const { open } = useShell();
  const mod = useModKey();
  return (
    <>
      <Button
        variant="secondary"
        aria-label="Search and commands"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open('palette')}
        className="text-ink-3! max-lg:border-transparent! max-lg:bg-transparent! max-lg:px-1.5! lg:w-48 lg:justify-start!"
      >
        <Search aria-hidden />
        <span className="hidden flex-1 text-left lg:inline">Search…</span>
        <span className="hidden gap-0.5 lg:flex">
          <Kbd>{mod}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Button>
      <span className="hidden sm:flex">
        <ThemeMenu />
        <IconButton label="Keyboard help" keys={['?']} onClick={() => open('help')}>
          <CircleHelp aria-hidden />
        </IconButton>
      </span>
      <IconButton label="Menu" onClick={() => open('menu')} className="sm:hidden">
        <MenuIcon aria-hidden />
      </IconButton>
    </>
  );
}
