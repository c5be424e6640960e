'use client';

import { Command } from 'cmdk';
import { Database, FolderOpen, Keyboard, Search } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import * as RadixDialog from 'radix-ui/dialog';
import { useState, type ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { WhereRead } from './corpus-menu';
import { useCorpusChoices } from './corpus-choices';
import { PAGES } from './pages';
import { PaletteApis } from './palette-apis';
import { PaletteGroup, PaletteItem } from './palette-item';
import { useShell } from './shell-context';
import { THEMES } from './theme-menu';
import { useOpenCorpus } from './use-open-corpus';

/** Everything by name: pages, APIs, corpora, theme, help. */
export function Palette() {
  const { dialog, open, close } = useShell();
  const { href } = useOpenCorpus();
  const router = useRouter();
  const { setTheme } = useTheme();
  const [text, setText] = useState('');
  const act = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <PaletteFrame open={dialog === 'palette'} onClose={close} text={text} onText={setText}>
      {/* Without a corpus there is no search, and perhaps nothing to show. */}
      <WhereRead instead={<Command.Empty className="px-2 py-3 text-ink-3">Nothing is called so.</Command.Empty>}>
        <PaletteApis text={text} onGo={(target) => act(() => router.push(target))()} />
      </WhereRead>
      <PaletteGroup heading="Pages">
        {PAGES.map((page) => (
          <PaletteItem
            key={page.path}
            icon={page.icon}
            trailing={
              <>
                <Kbd>G</Kbd> <Kbd>{page.key.toUpperCase()}</Kbd>
              </>
            }
            onSelect={act(() => router.push(href(page.path)))}
          >
            {page.label}
          </PaletteItem>
        ))}
      </PaletteGroup>
      <PaletteGroup heading="Corpora">
        <WhereRead instead={null}>
          <CorpusItems act={act} />
        </WhereRead>
        <PaletteItem icon={FolderOpen} onSelect={act(() => open('corpus'))}>
          Open a corpus by URL…
        </PaletteItem>
      </PaletteGroup>
      <PaletteGroup heading="Theme">
        {THEMES.map((theme) => (
          <PaletteItem key={theme.value} icon={theme.icon} onSelect={act(() => setTheme(theme.value))}>
            {theme.value === 'system' ? 'Theme as the system' : `${theme.label} theme`}
          </PaletteItem>
        ))}
      </PaletteGroup>
      <PaletteGroup heading="Help">
        <PaletteItem icon={Keyboard} trailing={<Kbd>?</Kbd>} onSelect={act(() => open('help'))}>
          Keyboard help
        </PaletteItem>
      </PaletteGroup>
    </PaletteFrame>
  );
}

function CorpusItems({ act }: { readonly act: (action: () => void) => () => void }) {
  const { choose } = useOpenCorpus();
  return useCorpusChoices().map(({ corpus, name, title, current }) => (
    <PaletteItem
      key={name}
      icon={Database}
      value={`corpus ${name} ${title}`}
      trailing={current ? <span className="text-xs text-ink-3">open</span> : null}
      onSelect={act(() => choose(corpus))}
    >
      {title}
    </PaletteItem>
  ));
}

interface PaletteFrameProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly children: ReactNode;
}

function PaletteFrame({ open, onClose, text, onText, children }: PaletteFrameProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade" />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="floating fixed top-[12vh] left-1/2 w-[calc(100%-1rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg outline-none"
        >
          <RadixDialog.Title className="sr-only">Search and commands</RadixDialog.Title>
          <Command label="Search and commands" loop>
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
              <Command.Input
                value={text}
                onValueChange={onText}
                placeholder="Search APIs, or go to a page…"
                className="h-11 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[56vh] overflow-y-auto p-1.5">{children}</Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
