'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ValueSlider } from '@/components/ui/value-slider';
import { byTemperature, BY_TOKENS, equalGroups, paperGroups } from '@/lib/mixture/presets';
import type { PlanOrigin } from '@/lib/url';
import type { Planner } from './use-planner';

/** Weights by name. What is chosen shows as pressed until a weight is changed by hand. */
export function Presets({ planner }: { readonly planner: Planner }) {
  const { strata, state, change } = planner;
  const byTokens = Object.keys(state.weights).length === 0;
  const choose = (origin: PlanOrigin | null, weights: Readonly<Record<string, number>>) =>
    change({ weights: sixDigits(weights), origin, locked: [] });
  return (
    <fieldset aria-label="Presets of weights" className="flex w-full flex-wrap gap-1.5 lg:flex-col lg:items-stretch">
      <Preset
        label="As is"
        note="every record once"
        pressed={byTokens && state.budget === null}
        onPress={() => change({ weights: BY_TOKENS, origin: null, locked: [], budget: null })}
      />
      <Preset label="By tokens" note="within the budget" pressed={byTokens} onPress={() => choose(null, BY_TOKENS)} />
      <Preset
        label="1 : 1 : 1"
        note="agent : code : text"
        pressed={state.origin === 'equal'}
        onPress={() => choose('equal', equalGroups(strata))}
      />
      <Preset
        label="36 % agent"
        note="Hephaestus, 2025"
        pressed={state.origin === 'paper'}
        onPress={() => choose('paper', paperGroups(strata))}
      />
      <Temperature
        pressed={state.origin === 'temperature'}
        onAlpha={(alpha) => choose('temperature', byTemperature(strata, alpha))}
      />
    </fieldset>
  );
}

interface PresetProps {
  readonly label: string;
  readonly note: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Preset({ label, note, pressed, onPress }: PresetProps) {
  return (
    <Button
      size="sm"
      aria-pressed={pressed}
      onClick={onPress}
      className="justify-start! aria-pressed:border-accent aria-pressed:bg-accent-soft"
    >
      {label} <span className="font-normal text-ink-3">{note}</span>
    </Button>
  );
}

function Temperature({ pressed, onAlpha }: { readonly pressed: boolean; readonly onAlpha: (alpha: number) => void }) {
  const [alpha, setAlpha] = useState(0.3);
  return (
    <div className="flex w-full items-center gap-2 max-lg:max-w-80">
      <Preset label={`α = ${alpha}`} note="size to the α" pressed={pressed} onPress={() => onAlpha(alpha)} />
      <div className="min-w-16 flex-1">
        <ValueSlider
          label="Exponent alpha: 1 is by tokens, 0 the same for all sources"
          min={0}
          max={1}
          step={0.05}
          value={alpha}
          onChange={(next) => setAlpha(Number(next.toFixed(2)))}
          onCommit={(next) => onAlpha(Number(next.toFixed(2)))}
        />
      </div>
    </div>
  );
}

/** As the URL has them. */
function sixDigits(weights: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, Number(weight.toFixed(6))]));
}
