/** Trajectories in the Agent Trajectory Interchange Format. */
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../../adapter.ts';
import { fits, trajectoryOf } from '../../chat/chat-adapter.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../../json-value.ts';
import { rejectShape } from '../../reject-shape.ts';
import type { Sink } from '../../records.ts';
import { jsonSource } from '../../text/json-source.ts';
import { toolDeclarations } from '../../tools/read-tools.ts';
import { boundedRest } from '../bounded-rest.ts';
import { stepsOfTurns } from '../turns.ts';
import { turnOf } from './turn.ts';

const NAME = 'atif';
const HELD = ['steps', 'subagent_trajectories', 'trajectory_id'];

export const atif: RecordAdapter = {
  name: NAME,
  title: 'ATIF',
  yields: ['trajectories'],
  doc: 'Agent Trajectory Interchange Format, 1.0 to 1.7. What was observed stands within the step that called, and becomes a step of its own; call ids may repeat from step to step. Sub-agents that a trajectory embeds are trajectories of their own.',
  reference: 'Harbor, RFC 0001: Agent Trajectory Interchange Format',
  scope: 'record',
  detect(sample) {
    if (fits(sample, (value) => isTrajectory(value) && /^ATIF/i.test(String(value['schema_version'])))) {
      return { confidence: 0.99, reason: '`schema_version` is ATIF' };
    }
    if (!fits(sample, isTrajectory)) return null;
    return { confidence: 0.9, reason: '`steps` have `step_id`, `source` and `message`' };
  },
  open: eachRecord((record, file, sink) => {
    if (isObject(record.value) && isTrajectory(record.value))
      return readTrajectory(record.value, record, file, sink, null);
    rejectShape(sink, file, record, '`steps` that have `step_id` and `source`');
  }),
};

function isTrajectory(value: JsonObject): boolean {
  const steps = arrayOf(value['steps']);
  return steps.length > 0 && steps.every((step) => isObject(step) && 'source' in step && 'step_id' in step);
}

/** @param parent record id of the trajectory that embeds this one */
function readTrajectory(
  value: JsonObject,
  record: SourceRecord,
  file: OpenFile,
  sink: Sink,
  parent: string | null,
): void {
  const source = jsonSource(record.raw);
  const agent = objectOf(value['agent']);
  const { tool_definitions: tools, ...rest } = agent;
  const known = idsOf(value, agent, parent ?? `${file.path}${record.position}`);
  const steps = arrayOf(value['steps']).map((step, at) =>
    turnOf(objectOf(step), (path, part) => source(['steps', at, ...path], part)),
  );
  sink.trajectory(
    trajectoryOf(
      {
        ...known,
        parent: parent ?? known.parent,
        kind: 'rollout',
        model: textOf(agent['model_name']),
        tools: Array.isArray(tools) ? toolDeclarations(tools, record.raw, ['agent', 'tool_definitions']) : null,
        metadata: boundedRest({ ...value, agent: rest }, HELD),
        steps: stepsOfTurns(steps),
      },
      NAME,
      record,
      file,
    ),
  );
  arrayOf(value['subagent_trajectories']).forEach((inner, at) => {
    if (!isObject(inner) || !isTrajectory(inner)) return;
    const position = `${record.position}/subagent_trajectories/${at}`;
    const raw = source(['subagent_trajectories', at], inner);
    readTrajectory(inner, { position, value: inner, raw }, file, sink, known.record_id);
  });
}

/**
 * Trajectories of a session that was continued share its id: the number of the continuation tells them apart, and which
 * one it continues.
 * @param place what stands in for an id
 */
function idsOf(value: JsonObject, agent: JsonObject, place: string): { record_id: string; parent: string | null } {
  const own = textOf(value['trajectory_id']);
  const session = textOf(value['session_id']);
  const index = objectOf(agent['extra'])['continuation_index'];
  if (session === null || typeof index !== 'number' || index < 1) {
    return { record_id: own ?? session ?? place, parent: null };
  }
  const parent = index === 1 ? session : `${session}.cont-${index - 1}`;
  return { record_id: own ?? `${session}.cont-${index}`, parent };
}
