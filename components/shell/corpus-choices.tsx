'use client';

import { MenuLabel, MenuRadioGroup } from '@/components/ui/menu';
import { useCorpora } from '@/lib/data';
import { useOpenCorpus } from './use-open-corpus';

export interface CorpusChoice {
  /** Value of `corpus` in the URL; null for the first of the list. */
  readonly corpus: string | null;
  readonly name: string;
  readonly title: string;
  readonly current: boolean;
}

/** The corpora that are served here, and the one that is open where it is from elsewhere. Suspends. */
export function useCorpusChoices(): readonly CorpusChoice[] {
  const entries = useCorpora();
  const { wanted } = useOpenCorpus();
  const served = entries.map(({ name, title }, index) => ({
    corpus: index === 0 ? null : name,
    name,
    title,
    current: wanted === name || (index === 0 && wanted === null),
  }));
  if (wanted === null || served.some((choice) => choice.current)) return served;
  return [...served, { corpus: wanted, name: wanted, title: 'From the address', current: true }];
}

/** The choices as rows of a menu. */
export function CorpusChoices() {
  const choices = useCorpusChoices();
  const { choose } = useOpenCorpus();
  if (choices.length === 0) return <MenuLabel>No corpus is served here yet.</MenuLabel>;
  return (
    <MenuRadioGroup
      value={choices.find((choice) => choice.current)?.name ?? ''}
      onValueChange={(name) => choose(choices.find((choice) => choice.name === name)?.corpus ?? null)}
      options={choices.map(({ name, title }) => ({
        value: name,
        label: (
          <span className="min-w-0">
            <span className="block truncate">{title}</span>
            <span className="block truncate font-mono text-2xs text-ink-3">{name}</span>
          </span>
        ),
      }))}
    />
  );
}
