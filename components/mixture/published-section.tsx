'use client';

import { FileUp, X } from 'lucide-react';
import { useRef, type DragEvent } from 'react';
import { Section } from '@/components/overview/section';
import { Button } from '@/components/ui/button';
import { chosenFiles, droppedFiles } from '@/lib/open/dropped-files';
import { PublishedEntry } from './published-entry';
import type { CorpusStats } from './shown-corpus';
import type { PublishedUse } from './use-published';

export interface PublishedSectionProps {
  readonly corpora: readonly CorpusStats[];
  readonly use: PublishedUse;
}

/** Statistics that others published about their data, beside the corpus. Read in this tab. */
export function PublishedSection({ corpora, use }: PublishedSectionProps) {
  const { published, problems } = use;
  return (
    <Section
      title="Published statistics"
      note="Of others, for comparison: datatrove's stats (a folder, or its JSON files), or a Hugging Face dataset's README.md, dataset_info.json or dataset_infos.json."
      controls={
        published.length === 0 ? null : (
          <Button size="sm" variant="ghost" onClick={use.clear}>
            <X aria-hidden /> Remove all
          </Button>
        )
      }
    >
      <Chooser use={use} />
      {problems.length === 0 ? null : (
        <ul role="alert" className="mt-3 border-l-2 border-bad bg-bad-soft px-3 py-2">
          {problems.map((problem) => (
            <li key={problem} className="break-words">
              {problem}
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-8">
        {published.map((entry, index) => (
          <div key={`${entry.kind} ${entry.origin} ${String(index)}`} className="mt-6 min-w-0" data-testid="published">
            <PublishedEntry entry={entry} corpora={corpora} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Chooser({ use }: { readonly use: PublishedUse }) {
  const files = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(use.add);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button below does the same by keyboard
    <div
      data-drops
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="flex flex-wrap items-center gap-3 rounded-md border border-dashed border-line-strong px-3 py-2.5"
    >
      <Button onClick={() => files.current?.click()}>
        <FileUp aria-hidden /> Choose files…
      </Button>
      <span className="text-xs text-ink-3">or drop them, or a folder of them, here. Nothing is uploaded.</span>
      <input
        ref={files}
        type="file"
        multiple
        accept=".json,.md,.yaml,.yml"
        className="sr-only"
        tabIndex={-1}
        aria-label="Files of published statistics"
        data-testid="published-input"
        onChange={(event) => {
          const chosen = chosenFiles(event.target.files);
          event.target.value = '';
          void use.add(chosen);
        }}
      />
    </div>
  );
}
