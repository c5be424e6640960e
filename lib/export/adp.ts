/**
 * The Agent Data Protocol: `{id, content: [observation | action …], details}`. It knows neither call ids nor lists of
 * tools, so those stand in `details`, as text. Source: neulab/agent-data-protocol, schema of its standardised files.
 */
import { functionTools } from './declared-tools.ts';
import { argumentsObject, lineOfSteps, roleOf, type Call, type Step, type Whole } from './whole.ts';

type AdpItem =
  | {
      readonly class_: 'text_observation';
      readonly content: string;
      readonly name: string | null;
      readonly source: 'user' | 'environment';
    }
  | { readonly class_: 'message_action'; readonly content: string; readonly description: string | null }
  | {
      readonly class_: 'api_action';
      readonly function: string;
      readonly kwargs: Readonly<Record<string, unknown>>;
      readonly description: string | null;
    }
  | {
      readonly class_: 'code_action';
      readonly language: string;
      readonly content: string;
      readonly description: string | null;
    };

export interface AdpRecord {
  readonly id: string;
  readonly content: readonly AdpItem[];
  readonly details: Readonly<Record<string, string>>;
}

/** @param whole the trajectory; of branches, the path that led to the answer */
export function adpRecord(whole: Whole): AdpRecord {
  const { trajectory_id, source, model, outcome, reward } = whole.trajectory;
  const tools = functionTools(whole);
  const details = {
    source,
    model,
    outcome,
    reward,
    tools: tools === null ? null : JSON.stringify(tools),
  };
  return {
    id: trajectory_id,
    content: lineOfSteps(whole).flatMap(itemsOf),
    details: Object.fromEntries(
      Object.entries(details).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
    ),
  };
}

function itemsOf(step: Step): AdpItem[] {
  const role = roleOf(step);
  const { content } = step;
  if (role === 'tool')
    return [{ class_: 'text_observation', content: content ?? '', name: null, source: 'environment' }];
  if (role === 'system' || role === 'user')
    return [
      { class_: 'text_observation', content: content ?? '', name: role === 'system' ? role : null, source: 'user' },
    ];
  const description = [step.reasoning, content].filter((text) => text !== null && text !== '').join('\n\n') || null;
  if (step.calls.length === 0)
    return [{ class_: 'message_action', content: content ?? '', description: step.reasoning }];
  return step.calls.map((call, no) => actionOf(call, no === 0 ? description : null));
}

/** Languages of calls whose argument is a program. */
const PROGRAMS: Readonly<Record<string, string>> = { shell: 'bash', code: 'python', python: 'python' };

function actionOf(call: Call, description: string | null): AdpItem {
  const language = PROGRAMS[call.syntax];
  const given = argumentsObject(call);
  const [only] = Object.values(given);
  if (language !== undefined && Object.keys(given).length === 1 && typeof only === 'string')
    return { class_: 'code_action', language, content: only, description };
  return { class_: 'api_action', function: call.tool_name, kwargs: given, description };
}
