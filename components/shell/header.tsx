'use client';

import { CircleHelp, Menu as MenuIcon, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useEngineProgress } from '@/lib/data';
import { CorpusMenu } from './corpus-menu';
import { EngineStatus, ProgressLine } from './engine-status';
import { FileDrop } from './file-drop';
import { HeaderFrame } from './header-frame';
import { MainNav } from './main-nav';
import { PAGES } from './pages';
import { useShell, type ShellDialog } from './shell-context';
import { ThemeMenu } from './theme-menu';
import { useModKey } from './use-mod-key';
import { useOpenCorpus } from './use-open-corpus';
import { useShellKeys } from './use-shell-keys';
import { Wordmark } from './wordmark';

/** Loaded when they are first opened. */
const dialogs = {
  palette: dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false }),
  help: dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false }),
  corpus: dynamic(() => import('./open-corpus-dialog').then((module) => module.OpenCorpusDialog), { ssr: false }),
  menu: dynamic(() => import('./menu-sheet').then((module) => module.MenuSheet), { ssr: false }),
} satisfies Record<ShellDialog, unknown>;

/** Wordmark, corpus, pages, search, engine, theme, help; and the keys that work everywhere. */
export function Header() {
  const router = useRouter();
  const { dialog, open } = useShell();
  const { href } = useOpenCorpus();
  const progress = useEngineProgress();
  useShellKeys({
    onPalette: () => open('palette'),
    onHelp: () => open('help'),
    onGo: (letter) => {
      const page = PAGES.find((candidate) => candidate.key === letter);
      if (page) router.push(href(page.path));
    },
  });
  const OpenDialog = dialog === null ? null : dialogs[dialog];
  return (
    <>
      <HeaderFrame
        start={
          <Link href={href('/')} prefetch={false} className="flex h-full shrink-0 items-center">
            <Wordmark />
          </Link>
        }
        corpus={<CorpusMenu />}
        nav={<MainNav href={href} />}
        end={
          <>
            <EngineStatus progress={progress} />
            <HeaderTools />
          </>
        }
        line={<ProgressLine progress={progress} />}
      />
      {OpenDialog ? <OpenDialog /> : null}
      <FileDrop />
    </>
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
        className="text-ink-3! max-lg:border-transparent! max-lg:bg-transparent! max-lg:px-1.5! lg:w-44 lg:justify-start!"
      >
        <Search aria-hidden />
        <span className="hidden flex-1 text-left lg:inline">Search…</span>
        <span className="hidden gap-0.5 lg:flex">
          <Kbd>{mod}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Button>
      <span className="hidden md:flex">
        <ThemeMenu />
        <IconButton label="Keyboard help" keys={['?']} onClick={() => open('help')}>
          <CircleHelp aria-hidden />
        </IconButton>
      </span>
      <IconButton label="Menu" onClick={() => open('menu')} className="md:hidden">
        <MenuIcon aria-hidden />
      </IconButton>
    </>
  );
}
