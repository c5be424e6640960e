/**
 * ShareGPT conversations with calls, as LLaMA-Factory reads them: `{conversations: [{from, value}], system, tools}` with
 * the roles human, gpt, function_call and observation. Source: LLaMA-Factory, data/README.md.
 */
import { functionTools } from './declared-tools.ts';
import { argumentsText, lineOfSteps, roleOf, valueOf, type Step, type Whole } from './whole.ts';

interface Turn {
  readonly from: 'human' | 'gpt' | 'function_call' | 'observation';
  readonly value: string;
}

export interface ShareGptRecord {
  readonly id: string;
  readonly conversations: readonly Turn[];
  readonly system?: string;
  readonly tools?: string;
}

/** @param whole the trajectory; of branches, the path that led to the answer */
export function shareGptRecord(whole: Whole): ShareGptRecord {
  const steps = lineOfSteps(whole);
  const system = steps.filter(({ role }) => role === 'system').map(({ content }) => content ?? '');
  const tools = functionTools(whole);
  return {
    id: whole.trajectory.trajectory_id,
    conversations: steps.filter(({ role }) => role !== 'system').flatMap(turnsOf),
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    ...(tools === null ? {} : { tools: JSON.stringify(tools.map((tool) => tool.function)) }),
  };
}

function turnsOf(step: Step): Turn[] {
  const role = roleOf(step);
  if (role === 'tool') return [{ from: 'observation', value: step.content ?? '' }];
  if (role !== 'assistant') return [{ from: 'human', value: step.content ?? '' }];
  const said = thought(step) + (step.content ?? '');
  // A call that stands in the text is part of what was said: it is not written a second time.
  const calls = step.calls.filter(({ derived }) => !derived);
  const turns: Turn[] = said === '' && calls.length > 0 ? [] : [{ from: 'gpt', value: said }];
  if (calls.length > 0) turns.push({ from: 'function_call', value: callsValue(calls) });
  return turns;
}

function thought({ reasoning }: Step): string {
  return reasoning === null ? '' : `<think>\n${reasoning}\n</think>\n\n`;
}

/** One call as an object, several as a list. */
function callsValue(calls: Step['calls']): string {
  const values = calls.map((call) => ({ name: call.tool_name, arguments: valueOf(argumentsText(call)) }));
  return JSON.stringify(values.length === 1 ? values[0] : values);
}
