'use client';

import { LoaderCircle, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MethodBadge } from '@/components/ui/badge';
import { CancelledError, runQuery, useCorpus, type Corpus } from '@/lib/data';
import type { QueryRow } from '@/lib/corpus';
import { quickSearch } from '@/lib/queries/apis';
import { apiHref, apisHref } from '@/lib/url';
import { PaletteGroup, PaletteItem } from './palette-item';
import { useOpenCorpus } from './use-open-corpus';

type Match = QueryRow<ReturnType<typeof quickSearch>>;

/** Pause in typing after which the engine is asked, in milliseconds. */
const PAUSE = 60;

/** The best matches of the catalogue's search. */
export function PaletteApis({ text, onGo }: { readonly text: string; readonly onGo: (href: string) => void }) {
  const corpus = useCorpus();
  const { wanted } = useOpenCorpus();
  const { matches, state } = useMatches(corpus, text.trim());
  if (text.trim() === '') return null;
  return (
    <PaletteGroup heading="APIs" forceMount>
      <PaletteItem
        icon={Search}
        value={`all apis ${text}`}
        forceMount
        onSelect={() => onGo(apisHref({ corpus: wanted, list: { q: text } }))}
      >
        Search the catalogue for “{text.trim()}”
      </PaletteItem>
      {matches.map((match) => (
        <PaletteItem
          key={match.api_id}
          value={`api ${match.api_id}`}
          forceMount
          trailing={<MethodBadge method={match.method} />}
          onSelect={() => onGo(apiHref(match.api_id, { corpus: wanted, list: { q: text } }))}
        >
          <span className="font-medium">{match.name}</span>{' '}
          <span className="text-ink-3">{match.summary ?? match.path ?? ''}</span>
          <span className="block truncate text-xs text-ink-3">
            {match.provider} / {match.tool}
          </span>
        </PaletteItem>
      ))}
      {state === 'asking' && matches.length === 0 ? (
        <p className="flex items-center gap-2 px-2 py-1.5 text-xs text-ink-3">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden /> Searching…
        </p>
      ) : null}
      {state !== 'asking' && state !== 'answered' ? (
        <p className="px-2 py-1.5 text-xs text-bad">{state.problem}</p>
      ) : null}
    </PaletteGroup>
  );
}

type State = 'asking' | 'answered' | { readonly problem: string };

/** Rows stay while the next ones are asked for. */
function useMatches(corpus: Corpus, text: string): { readonly matches: readonly Match[]; readonly state: State } {
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly matches: readonly Match[];
    readonly state: State;
  }>({
    text: '',
    matches: [],
    state: 'answered',
  });
  useEffect(() => {
    if (text === '') return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      runQuery(corpus, quickSearch(text), { signal: controller.signal, lane: 'palette' }).then(
        (matches) => setAnswer({ text, matches, state: 'answered' }),
        (cause: unknown) => {
          if (cause instanceof CancelledError || controller.signal.aborted) return;
          setAnswer({ text, matches: [], state: { problem: cause instanceof Error ? cause.message : String(cause) } });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [corpus, text]);
  return { matches: answer.matches, state: answer.text === text ? answer.state : 'asking' };
}
