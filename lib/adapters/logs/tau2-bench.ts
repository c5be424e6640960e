/** Results of tau2-bench, of text and of voice. */
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { fits, trajectoryOf } from '../chat/chat-adapter.ts';
import { idOf } from '../chat/steps.ts';
import type { GoldCall } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { rejectShape } from '../reject-shape.ts';
import type { Sink } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { boundedRest } from './bounded-rest.ts';
import { stepsOfMessages, stepsOfTicks } from './tau2-steps.ts';

const NAME = 'tau2-bench';
const HELD = ['messages', 'ticks', 'id'];

export const tau2Bench: RecordAdapter = {
  name: NAME,
  title: 'tau2-bench results',
  yields: ['trajectories'],
  doc: 'Simulations of an agent and a user who both have tools; each becomes a trajectory, with the actions that its task expects. Of voice, each tick has what both said at the same time: `agent` names the channel.',
  reference: 'tau2-bench: Evaluating Conversational Agents in a Dual-Control Environment',
  scope: 'record',
  detect(sample) {
    if (fits(sample, isResults)) return { confidence: 0.97, reason: '`simulations` with `messages` or `ticks`' };
    if (!fits(sample, isSimulation)) return null;
    return { confidence: 0.95, reason: 'a simulation with `task_id`, `termination_reason` and `messages` or `ticks`' };
  },
  open: eachRecord((record, file, sink) => {
    const { value, position, raw } = record;
    if (isObject(value) && isSimulation(value)) return readSimulation(value, record, {}, file, sink);
    if (!isObject(value) || !isResults(value)) return rejectShape(sink, file, record, '`simulations` with messages');
    const source = jsonSource(raw);
    arrayOf(value['simulations']).forEach((simulation, at) => {
      const place = `${position}/simulations/${at}`;
      const own = { position: place, value: simulation, raw: source(['simulations', at], simulation) };
      readSimulation(objectOf(simulation), own, value, file, sink);
    });
  }),
};

function isResults(value: JsonObject): boolean {
  return arrayOf(value['simulations']).some((one) => isObject(one) && isSimulation(one));
}

function isSimulation(value: JsonObject): boolean {
  const isRun = 'termination_reason' in value || 'reward_info' in value;
  return isRun && 'task_id' in value && (Array.isArray(value['messages']) || Array.isArray(value['ticks']));
}

/** @param results what the simulation is part of: tasks, and what is known of the run */
function readSimulation(
  simulation: JsonObject,
  record: SourceRecord,
  results: JsonObject,
  file: OpenFile,
  sink: Sink,
): void {
  const info = objectOf(results['info']);
  const reward = objectOf(simulation['reward_info'])['reward'];
  const source = jsonSource(record.raw);
  const ticks = arrayOf(simulation['ticks']);
  const steps =
    ticks.length > 0 ? stepsOfTicks(ticks, source) : stepsOfMessages(arrayOf(simulation['messages']), source);
  const known = {
    record_id: textOf(simulation['id']) ?? `${file.path}${record.position}`,
    kind: 'rollout' as const,
    domain: textOf(objectOf(info['environment_info'])['domain_name']),
    model: textOf(objectOf(info['agent_info'])['llm']),
    reward: typeof reward === 'number' ? reward : null,
    outcome:
      typeof reward === 'number' ? (reward >= 1 ? 'success' : 'failure') : textOf(simulation['termination_reason']),
    gold: goldOf(simulation, results),
    metadata: boundedRest(simulation, HELD),
    steps,
  };
  if (steps.length > 0) sink.trajectory(trajectoryOf(known, NAME, record, file));
  else rejectShape(sink, file, record, 'a simulation with `messages` or `ticks`');
}

/** Actions of the task; some are the user's to make. */
function goldOf({ task_id }: JsonObject, results: JsonObject): GoldCall[] | null {
  const task = arrayOf(results['tasks']).find((one) => isObject(one) && idOf(one['id']) === idOf(task_id));
  const actions = objectOf(objectOf(task)['evaluation_criteria'])['actions'];
  if (!Array.isArray(actions)) return null;
  return arrayOf(actions).flatMap((action) => {
    const { name, arguments: given } = objectOf(action);
    if (typeof name !== 'string') return [];
    return [{ turn: null, name, arguments: isObject(given) ? JSON.stringify(given) : null, accepted: null }];
  });
}
