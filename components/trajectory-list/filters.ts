/** The facets and ranges of the list of trajectories. */
import { chosenLimits, type ActiveFilter, type FilterModel } from '@/components/list/filter-model';
import { linkedFilters } from '@/components/list/linked-filters';
import { PROBLEMS } from '@/lib/audit/problems';
import {
  NO_TRAJECTORY_FILTER,
  type TokenPart,
  type TrajectoryFacet,
  type TrajectoryFilter,
  type TrajectoryRange,
} from '@/lib/queries/trajectory-filter';

type ListKey = 'sources' | 'kinds' | 'domains' | 'models' | 'outcomes' | 'formats' | 'problems' | 'tools';

const listKeys: Partial<Record<TrajectoryFacet, ListKey>> = {
  source: 'sources',
  kind: 'kinds',
  domain: 'domains',
  model: 'models',
  outcome: 'outcomes',
  format: 'formats',
  problem: 'problems',
  tool: 'tools',
};

/** Facets of two values hold one at a time. */
const choiceKeys = { errors: 'errors', branches: 'branches' } as const;

const isChoice = (facet: TrajectoryFacet): facet is keyof typeof choiceKeys => facet in choiceKeys;

function chosen(filter: TrajectoryFilter, facet: TrajectoryFacet): readonly string[] {
  if (isChoice(facet)) return filter[facet] === null ? [] : [String(filter[facet])];
  const key = listKeys[facet];
  return key === undefined ? [] : filter[key];
}

function toggle(filter: TrajectoryFilter, facet: TrajectoryFacet, value: string): TrajectoryFilter {
  const values = chosen(filter, facet);
  const on = !values.includes(value);
  if (isChoice(facet)) return { ...filter, [facet]: on ? value === 'true' : null };
  const key = listKeys[facet];
  if (key === undefined) return filter;
  return { ...filter, [key]: on ? [...values, value] : values.filter((other) => other !== value) };
}

/** A tool's key (toolKey) for people: names that could not be linked have a mark before them. */
export function toolLabel(key: string): string {
  return key.startsWith('?') ? `${key.slice(1)} (not linked)` : key;
}

function others(filter: TrajectoryFilter): ActiveFilter<TrajectoryFilter>[] {
  const { api, sequence } = filter;
  const [first, then] = sequence;
  return [
    ...(api === null ? [] : [{ id: 'api', label: 'Calls', value: api, without: { ...filter, api: null } }]),
    ...(first === undefined || then === undefined
      ? []
      : [
          {
            id: 'sequence',
            label: 'Calls in order',
            value: `${toolLabel(first)}, then ${toolLabel(then)}`,
            without: { ...filter, sequence: [] },
          },
        ]),
    ...chosenLimits(filter, LABELS),
    ...linkedFilters(filter),
  ];
}

/** What links from the mixture narrow by; they have no slider of their own. */
const LABELS: Readonly<Record<TokenPart | 'stepTokens', string>> = {
  tokens_system: 'System tokens',
  tokens_user: 'User tokens',
  tokens_assistant: 'Assistant tokens',
  tokens_reasoning: 'Reasoning tokens',
  tokens_calls: 'Call tokens',
  tokens_observations: 'Observation tokens',
  stepTokens: 'Tokens of a step',
};

export const TRAJECTORY_FILTERS: FilterModel<TrajectoryFilter, TrajectoryFacet, TrajectoryRange> = {
  nouns: { one: 'trajectory', many: 'trajectories' },
  none: NO_TRAJECTORY_FILTER,
  facets: [
    { facet: 'source', label: 'Source', none: '' },
    { facet: 'kind', label: 'Kind', none: '' },
    { facet: 'outcome', label: 'Outcome', none: 'not recorded' },
    { facet: 'problem', label: 'Problems', none: 'no problem', meanings: PROBLEMS },
    { facet: 'tool', label: 'Tools called', none: '', folded: true, say: toolLabel },
    { facet: 'errors', label: 'Errors', none: '', names: { true: 'with errors', false: 'without errors' } },
    {
      facet: 'branches',
      label: 'Branches',
      none: '',
      names: { true: 'with branches', false: 'one line of steps' },
      folded: true,
    },
    { facet: 'model', label: 'Model', none: 'not recorded' },
    { facet: 'domain', label: 'Domain', none: 'no domain', folded: true },
    { facet: 'format', label: 'Format', none: '', folded: true },
  ],
  ranges: [
    { range: 'steps', label: 'Steps', noun: 'steps' },
    { range: 'calls', label: 'Calls', noun: 'calls' },
    { range: 'tokens', label: 'Tokens', noun: 'tokens' },
    { range: 'errorCount', label: 'Error observations', noun: 'errors' },
    { range: 'reward', label: 'Reward', noun: 'reward' },
  ],
  chosen,
  toggle,
  limits: (filter, range) => filter[range],
  withLimits: (filter, range, limits) => ({ ...filter, [range]: limits }),
  others,
};
