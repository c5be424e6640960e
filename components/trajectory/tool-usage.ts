/** Tools that a trajectory declares beside those that it calls. Pure. */
import { parseJson } from '@/components/content/json';
import type { StepRow } from './types';

export interface ToolUse {
  readonly name: string;
  readonly apiId: string | null;
  /** null where the record declares no list of tools, so that nothing is undeclared. */
  readonly declared: boolean | null;
  readonly description: string | null;
  readonly schemaStatus: string | null;
  readonly calls: number;
  /** Calls with at least one problem. */
  readonly invalid: number;
  /** First step that calls it, and the call's position there. */
  readonly first: { readonly step: number; readonly call: number } | null;
}

interface Counted {
  apiId: string | null;
  calls: number;
  invalid: number;
  first: ToolUse['first'];
}

/**
 * @param steps all steps
 * @param tools trajectory_records.tools; null where the record declares no list
 * @returns those that are called first, most calls first; then the others in the order of their declaration
 */
export function toolUses(steps: readonly StepRow[], tools: string | null): ToolUse[] {
  const counted = countCalls(steps);
  const declared = tools === null ? null : declaredTools(tools);
  const uses = (declared ?? []).map((tool): ToolUse => {
    const count = counted.get(tool.name);
    return { ...tool, ...(count ?? NEVER), apiId: tool.apiId ?? count?.apiId ?? null, declared: true };
  });
  const names = new Set(uses.map(({ name }) => name));
  const others = [...counted]
    .filter(([name]) => !names.has(name))
    .map(([name, count]): ToolUse => ({
      name,
      ...count,
      declared: declared === null ? null : false,
      description: null,
      schemaStatus: null,
    }));
  return [...others, ...uses].toSorted((a, b) => b.calls - a.calls);
}

const NEVER = { calls: 0, invalid: 0, first: null } as const;

function countCalls(steps: readonly StepRow[]): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const { step, calls, findings } of steps) {
    for (const { call, tool_name: name, api_id: apiId } of calls) {
      const count = counted.get(name) ?? { apiId, calls: 0, invalid: 0, first: { step, call } };
      count.calls++;
      if (findings.some((finding) => finding.call === call)) count.invalid++;
      counted.set(name, count);
    }
  }
  return counted;
}

type Declared = Pick<ToolUse, 'name' | 'apiId' | 'description' | 'schemaStatus'>;

/** Tools of the same name are one. */
function declaredTools(tools: string): Declared[] {
  const parsed = parseJson(tools);
  if (!('value' in parsed)) return [];
  const found = parsed.value.elements.flatMap((tool): Declared[] => {
    const name = tool.member('name')?.string ?? null;
    const text = (key: string) => tool.member(key)?.string ?? null;
    return name === null
      ? []
      : [{ name, apiId: text('api_id'), description: text('description'), schemaStatus: text('schema_status') }];
  });
  return [...new Map(found.map((tool) => [tool.name, tool])).values()];
}
