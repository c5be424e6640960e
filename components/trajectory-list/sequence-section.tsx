'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { RailSection } from '@/components/list/facet-section';
import type { FacetValue } from '@/components/list/filter-model';
import { useFoundValues } from '@/components/list/use-found-values';
import { formatCount } from '@/lib/format/numbers';
import { toolLabel } from './filters';

type Find = (text: string, signal: AbortSignal) => Promise<readonly FacetValue[]>;

export interface SequenceSectionProps {
  /** Two tools (toolKey), or none. */
  readonly sequence: readonly string[];
  readonly onChange: (sequence: readonly string[]) => void;
  /** Names the question that `find` answers, the text apart. */
  readonly findKey: string;
  readonly find: Find;
  /** Why tools cannot be told in this corpus; null where they can. */
  readonly missing: string | null;
}

/** Two tools of which the second is called after the first. */
export function SequenceSection({ sequence, onChange, findKey, find, missing }: SequenceSectionProps) {
  const [picked, setPicked] = useState<readonly (string | null)[]>([sequence[0] ?? null, sequence[1] ?? null]);
  const pick = (place: 0 | 1, tool: string | null) => {
    const next = place === 0 ? [tool, picked[1] ?? null] : [picked[0] ?? null, tool];
    setPicked(next);
    const [first, then] = next;
    if (first && then) onChange([first, then]);
    else if (sequence.length > 0) onChange([]);
  };
  return (
    <RailSection
      label="Calls in order"
      folded={sequence.length === 0}
      chosen={sequence.length}
      onClear={() => {
        setPicked([null, null]);
        onChange([]);
      }}
    >
      {missing === null ? (
        <div className="flex flex-col gap-1 pb-1" data-testid="sequence">
          <ToolField label="First" tool={picked[0] ?? null} onPick={(tool) => pick(0, tool)} {...{ findKey, find }} />
          <ToolField label="Then" tool={picked[1] ?? null} onPick={(tool) => pick(1, tool)} {...{ findKey, find }} />
        </div>
      ) : (
        <p className="py-1 text-xs text-ink-3">{missing}</p>
      )}
    </RailSection>
  );
}

interface ToolFieldProps {
  readonly label: string;
  readonly tool: string | null;
  readonly onPick: (tool: string | null) => void;
  readonly findKey: string;
  readonly find: Find;
}

const FEW = 8;

function ToolField({ label, tool, onPick, findKey, find }: ToolFieldProps) {
  const [text, setText] = useState('');
  const found = useFoundValues(findKey, 'tool', text, (_, wanted, signal) => find(wanted, signal));
  if (tool !== null) {
    return (
      <button
        type="button"
        onClick={() => onPick(null)}
        aria-label={`Remove ${toolLabel(tool)}`}
        title={toolLabel(tool)}
        className="flex h-6 min-w-0 cursor-pointer items-center gap-1.5 rounded-sm border border-line bg-surface px-1.5 text-xs hover:border-line-strong pointer-coarse:h-9"
      >
        <span className="shrink-0 text-ink-3">{label}</span>
        <span className="min-w-0 flex-1 truncate text-left">{toolLabel(tool)}</span>
        <X className="size-3 shrink-0 text-ink-3" aria-hidden />
      </button>
    );
  }
  return (
    <div>
      <label className="flex h-6 items-center gap-1.5 rounded-sm border border-line bg-surface px-1.5 text-xs focus-within:border-line-strong pointer-coarse:h-9">
        <span className="shrink-0 text-ink-3">{label}</span>
        <input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Find a tool"
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-3 pointer-coarse:text-base"
        />
      </label>
      {found?.slice(0, FEW).map(({ value, count }) => (
        <button
          key={value}
          type="button"
          title={toolLabel(value)}
          onClick={() => onPick(value)}
          className="flex w-full cursor-pointer items-center gap-2 rounded-sm px-1.5 py-0.5 text-left text-xs hover:bg-hover pointer-coarse:py-2"
        >
          <span className="min-w-0 flex-1 truncate">{toolLabel(value)}</span>
          <span className="tabular text-ink-3">{formatCount(count)}</span>
        </button>
      ))}
      {found?.length === 0 ? <p className="px-1.5 py-0.5 text-xs text-ink-3">No such tool is called</p> : null}
    </div>
  );
}
