/** What a list of trajectories is counted and searched by, derived from the rows of the miniature corpus. */
import type { Row } from '../corpus/index.ts';
import { terms } from '../search/terms.ts';

type Trajectory = Row<'trajectories'>;
type Facets = Row<'trajectory_facets'>;

const combinationOf = ({
  source,
  kind,
  domain,
  model,
  outcome,
  format,
  problems,
  n_errors,
  n_branches,
}: Trajectory) => ({
  source,
  kind,
  domain,
  model,
  outcome,
  format,
  problems,
  has_errors: n_errors > 0,
  has_branches: n_branches > 0,
});

/** @returns the trajectories with their facet_no, and the combinations */
export function withFacets(rows: readonly Omit<Trajectory, 'facet_no'>[]): {
  readonly trajectories: readonly Trajectory[];
  readonly trajectory_facets: readonly Facets[];
} {
  const found = new Map<string, Facets>();
  const trajectories = rows.map((row) => {
    const combination = combinationOf({ ...row, facet_no: 0 });
    const key = JSON.stringify(combination);
    const known = found.get(key) ?? { facet_no: found.size, ...combination, n_trajectories: 0, tokens: 0 };
    const { n_trajectories, tokens } = known;
    found.set(key, { ...known, n_trajectories: n_trajectories + 1, tokens: tokens + row.tokens });
    return { ...row, facet_no: known.facet_no };
  });
  return { trajectories, trajectory_facets: [...found.values()] };
}

/** The tools that are called, and where. */
export function toolIndex(trajectories: readonly Trajectory[], calls: readonly Row<'calls'>[]) {
  const keys = new Map<string, { api_id: string | null; tool_name: string }>();
  for (const { api_id, tool_name } of calls) keys.set(api_id ?? `?${tool_name}`, { api_id, tool_name });
  const sorted = [...keys].toSorted(
    ([a], [b]) => Number(a.startsWith('?')) - Number(b.startsWith('?')) || (a < b ? -1 : 1),
  );
  const postings = sorted.flatMap(([key], tool_no) =>
    trajectories.flatMap(({ trajectory_id, trajectory_no }) => {
      const own = calls.filter((call) => call.trajectory_id === trajectory_id);
      const places = own.flatMap((call, place) => ((call.api_id ?? `?${call.tool_name}`) === key ? [place] : []));
      if (places.length === 0) return [];
      return [{ tool_no, trajectory_no, n_calls: places.length, first_call: places[0]!, last_call: places.at(-1)! }];
    }),
  );
  const called_tools = sorted.map(([key, tool], tool_no) => ({
    tool_no,
    ...tool,
    n_calls: calls.filter((call) => (call.api_id ?? `?${call.tool_name}`) === key).length,
    n_trajectories: postings.filter((posting) => posting.tool_no === tool_no).length,
    n_invalid: 0,
  }));
  return { called_tools, tool_postings: postings };
}

const FIELDS = {
  task: { bit: 1, weight: 3 },
  content: { bit: 2, weight: 1 },
  calls: { bit: 4, weight: 0.8 },
  observations: { bit: 8, weight: 0.5 },
};

/** Terms of task, content, calls and observations, the task weighing most. */
export function trajectorySearchIndex(trajectories: readonly Trajectory[], steps: readonly Row<'steps'>[]) {
  const found = new Map<string, Map<number, { weight: number; fields: number }>>();
  const add = (no: number, text: string | null, { bit, weight }: { bit: number; weight: number }) => {
    for (const term of terms(text ?? '')) {
      const postings = found.get(term) ?? new Map<number, { weight: number; fields: number }>();
      const old = postings.get(no) ?? { weight: 0, fields: 0 };
      found.set(term, postings.set(no, { weight: Math.max(old.weight, weight), fields: old.fields | bit }));
    }
  };
  for (const { trajectory_no: no, trajectory_id, task } of trajectories) {
    add(no, task, FIELDS.task);
    for (const step of steps.filter((other) => other.trajectory_id === trajectory_id)) {
      add(no, step.content, step.role === 'tool' ? FIELDS.observations : FIELDS.content);
      add(no, step.reasoning, FIELDS.content);
      for (const call of step.calls) add(no, `${call.tool_name} ${call.arguments ?? ''}`, FIELDS.calls);
    }
  }
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    trajectory_terms: sorted.map(([term, postings], term_no) => ({ term, term_no, n_trajectories: postings.size })),
    trajectory_postings: sorted.flatMap(([, postings], term_no) =>
      [...postings].map(([trajectory_no, posting]) => ({ term_no, trajectory_no, ...posting })),
    ),
  };
}
