'use client';

import { CircleHelp, FolderOpen } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { useCorpusChoices } from './corpus-choices';
import { WhereRead } from './corpus-menu';
import { useShell } from './shell-context';
import { THEMES } from './theme-menu';
import { useOpenCorpus } from './use-open-corpus';

/** On small screens: the corpora, the theme and help. */
export function MenuSheet() {
  const { dialog, open, close } = useShell();
  const { theme, setTheme } = useTheme();
  return (
    <Sheet open={dialog === 'menu'} onOpenChange={close} title="Forge Explorer" side="right">
      <h3 className="mb-1 text-xs text-ink-3">Corpus</h3>
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
