/** Runs of SWE-agent, 0.x and 1.x. */
import { chatAdapter, fits } from '../chat/chat-adapter.ts';
import { partsText } from '../chat/content.ts';
import { environmentTurns } from '../chat/environment-turns.ts';
import { openAiSteps } from '../chat/openai-messages.ts';
import { callRecords, parsedIfJson, stepOf } from '../chat/steps.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { CallRecord } from '../records.ts';
import { boundedRest } from './bounded-rest.ts';
import { shellCall } from './shell-call.ts';
import { stepsOfTurns, type Turn } from './turns.ts';

/** `history` repeats the trajectory as it was shown to the model; it stays in the raw record. */
const HELD = ['trajectory', 'history', 'info'];
const HISTORY = ['history'];

export const sweAgent = chatAdapter({
  name: 'swe-agent',
  title: 'SWE-agent trajectory',
  doc: 'One `.traj` a run: `trajectory` of thought, action and observation, and `history`, the messages that the model saw. What `history` has before the first action (prompt, demonstration, task) comes first. Actions are shell commands; where 1.x has the function call behind one, that is taken.',
  reference: 'SWE-agent documentation, output files',
  expected: '`trajectory` with `action` and `observation`, or `history`',
  detect(sample) {
    if (fits(sample, (value) => arrayOf(value['trajectory']).some(isAction))) {
      return { confidence: 0.95, reason: '`trajectory` has `action`, `observation` and `thought`' };
    }
    return fits(sample, (value) => arrayOf(value['history']).some(isHistory))
      ? { confidence: 0.92, reason: '`history` has messages with `agent` and `thought`' }
      : null;
  },
  read({ value, position }, { path }) {
    if (!isObject(value)) return null;
    const trajectory = arrayOf(value['trajectory']).filter(isObject);
    const history = arrayOf(value['history']).filter(isObject);
    const info = objectOf(value['info']);
    const isRun = trajectory.length > 0;
    return {
      record_id: `${path}${position}`,
      kind: 'rollout',
      model: modelOf(value),
      outcome: textOf(info['exit_status']),
      metadata: boundedRest({ ...value, ...info }, isRun ? HELD : HISTORY),
      steps: isRun ? runSteps(trajectory, history) : historySteps(history),
    };
  },
});

function isAction(step: unknown): boolean {
  return isObject(step) && 'action' in step && 'observation' in step && ('thought' in step || 'response' in step);
}

function isHistory(message: unknown): boolean {
  return isObject(message) && 'agent' in message && ('thought' in message || 'message_type' in message);
}

/** The configuration of 1.x, in some versions JSON in a string. */
function modelOf(value: JsonObject): string | null {
  const agent = objectOf(objectOf(parsedIfJson(value['replay_config']))['agent']);
  return textOf(objectOf(agent['model'])['name']);
}

/** Messages before the first action. */
function opening(history: readonly JsonObject[]): UnpairedStep[] {
  const first = history.findIndex(isActing);
  return historySteps(first < 0 ? history : history.slice(0, first));
}

/** A demonstration that is shown as messages acts too. */
function isActing(message: JsonObject): boolean {
  return message['role'] === 'assistant' && message['is_demo'] !== true;
}

function historySteps(history: readonly JsonObject[]): UnpairedStep[] {
  const steps = openAiSteps(history).map((step, at) => {
    const message = history[at]!;
    const isDemo = message['is_demo'] === true;
    const ids = arrayOf(message['tool_call_ids']);
    return {
      ...step,
      calls: step.role === 'assistant' && step.calls.length === 0 ? shellCalls(message) : step.calls,
      answers: textOf(ids[0]),
      agent: isDemo ? 'demo' : textOf(message['agent']),
      loss: isDemo ? false : step.loss,
      note: isDemo ? 'a demonstration that is part of the prompt' : null,
      raw: hasMore(message) ? step.raw : null,
    };
  });
  return environmentTurns(steps);
}

/** Whether the message says anything that the columns do not. */
function hasMore({ thought, action, tool_calls, content }: JsonObject): boolean {
  const acts = typeof action === 'string';
  return acts && (thought !== content || tool_calls !== undefined);
}

function shellCalls({ action }: JsonObject): CallRecord[] {
  return typeof action === 'string' ? callRecords(shellCall(action)) : [];
}

function runSteps(trajectory: readonly JsonObject[], history: readonly JsonObject[]): UnpairedStep[] {
  const acted = history.filter(isActing);
  const before = opening(history).map((step) => ({ step, observations: [] }));
  return stepsOfTurns([...before, ...trajectory.map((step, at) => turnOf(step, acted[at]))]);
}

/** @param message the step as `history` has it */
function turnOf(step: JsonObject, message: JsonObject | undefined): Turn {
  const { thought, response, action, observation, state, execution_time } = step;
  const given = message !== undefined && message['action'] === action ? functionCalls(message) : [];
  const isCalled = given.length > 0;
  const parts = [
    ...(typeof response === 'string' && response !== thought ? [{ type: 'response', text: response }] : []),
    ...(isCalled ? [{ type: 'action', text: action }] : []),
  ];
  const content = typeof thought === 'string' ? thought : typeof response === 'string' ? response : null;
  const calls = isCalled ? given : shellCalls(step);
  const said = stepOf('assistant', { content, calls, parts: partsText(parts), agent: textOf(message?.['agent']) });
  if (typeof observation !== 'string') return { step: said, observations: [] };
  const answer = stepOf('tool', {
    content: observation,
    seconds: typeof execution_time === 'number' ? execution_time : null,
    parts: state === undefined ? null : partsText([{ type: 'state', state }]),
  });
  return { step: said, observations: [{ call: calls.length > 0 ? 0 : null, step: answer }] };
}

function functionCalls(message: JsonObject): CallRecord[] {
  return [...openAiSteps([message], { syntaxes: [] })[0]!.calls];
}
