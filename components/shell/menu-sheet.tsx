'use client';

import { CircleHelp, FolderOpen } from 'lucide-react';
import { useTheme } from 'next-themes';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Sheet } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { useCorpusChoices } from './corpus-choices';
import { WhereRead } from './corpus-menu';
import { isWithin, PAGES } from './pages';
import { useShell } from './shell-context';
import { THEMES } from './theme-menu';
import { useOpenCorpus } from './use-open-corpus';

/** On small screens: the pages, the corpora, the theme and help. */
export function MenuSheet() {
  const { dialog, open, close } = useShell();
  const { theme, setTheme } = useTheme();
  return (
    <Sheet open={dialog === 'menu'} onOpenChange={close} title="Forge Explorer" side="right">
      <PageRows />
      <h3 className="mt-6 mb-1 text-xs text-ink-3">Corpus</h3>
      <ul className="border-t border-line">
        <WhereRead instead={<li className="py-2 text-ink-2">corpora.json could not be read.</li>}>
          <CorpusRows />
        </WhereRead>
      </ul>
      <Button className="mt-3" onClick={() => open('corpus')}>
        <FolderOpen aria-hidden /> Open by URL…
      </Button>
      <h3 className="mt-6 mb-1.5 text-xs text-ink-3">Theme</h3>
      <Segmented
        label="Theme"
        value={theme ?? 'system'}
        onValueChange={setTheme}
        options={THEMES.map(({ value, label }) => ({ value, label }))}
      />
      <div className="mt-6 border-t border-line pt-3">
        <Button variant="ghost" onClick={() => open('help')}>
          <CircleHelp aria-hidden /> Keyboard help
        </Button>
      </div>
    </Sheet>
  );
}

function PageRows() {
  const { href } = useOpenCorpus();
  const { close } = useShell();
  const pathname = usePathname();
  return (
    <nav aria-label="All pages" className="border-t border-line">
      {PAGES.map((page) => {
        const within = isWithin(page, pathname);
        return (
          <Link
            key={page.path}
            href={href(page.path)}
            prefetch={false}
            aria-current={within ? 'true' : undefined}
            onClick={close}
            className={cx(
              'flex items-center gap-2.5 border-b border-line py-2 [&_svg]:size-4 [&_svg]:text-ink-3',
              within && 'font-medium text-accent',
            )}
          >
            <page.icon aria-hidden />
            {page.label}
          </Link>
        );
      })}
    </nav>
  );
}

function CorpusRows() {
  const { choose } = useOpenCorpus();
  const { close } = useShell();
  return useCorpusChoices().map(({ corpus, name, title, current }) => (
    <li key={name} className="border-b border-line">
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        className="block w-full cursor-pointer py-2 text-left"
        onClick={() => {
          close();
          choose(corpus);
        }}
      >
        <span className={`block ${current ? 'font-medium text-accent' : ''}`}>{title}</span>
        <span className="block font-mono text-2xs break-all text-ink-3">{name}</span>
      </button>
    </li>
  ));
}
