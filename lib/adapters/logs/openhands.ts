/** Runs of OpenHands as streams of events. */
import type { OpenFile, RecordAdapter, SourceRecord } from '../adapter.ts';
import { fits, listIn, recordId, trajectoryOf, type Conversation } from '../chat/chat-adapter.ts';
import { idOf } from '../chat/steps.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { rejectShape } from '../reject-shape.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { toolDeclarations } from '../tools/read-tools.ts';
import { boundedRest } from './bounded-rest.ts';
import { isEvent, isState, responseOf, stepOfEvent } from './openhands-events.ts';

const NAME = 'openhands';
/** Fields of a record that may hold its events. */
const LISTS = ['history', 'trajectory', 'events'];

export const openHands: RecordAdapter = {
  name: NAME,
  title: 'OpenHands events',
  yields: ['trajectories'],
  doc: "A file that is one list of events, or records with a list of them in `history`. An observation names the event that caused it. Where an action keeps the model's answer, the call is taken from there. Changes of state go to the metadata.",
  reference: 'OpenHands, event stream',
  scope: 'file',
  detect(sample) {
    if (fits(sample, isFullEvent))
      return { confidence: 0.96, reason: 'events with `source`, and `action` or `observation`' };
    if (!fits(sample, (value) => eventsOf(value) !== null)) return null;
    return { confidence: 0.93, reason: '`history` holds events with `source`, and `action` or `observation`' };
  },
  open(file, sink) {
    const events: SourceRecord[] = [];
    return {
      read(record) {
        const { value } = record;
        if (isEvent(value) && !Array.isArray(value['history'])) return void events.push(record);
        const listed = isObject(value) ? eventsOf(value) : null;
        if (isObject(value) && listed !== null) return sink.trajectory(recordRun(value, listed, record, file));
        rejectShape(sink, file, record, 'an event with `action` or `observation`, or a list of them in `history`');
      },
      end() {
        if (events.length > 0) sink.trajectory(fileRun(events, file));
      },
    };
  },
};

function isFullEvent(value: JsonObject): boolean {
  return isEvent(value) && 'source' in value && ('timestamp' in value || 'id' in value);
}

function eventsOf(value: JsonObject): readonly JsonObject[] | null {
  for (const key of LISTS) {
    // Older runs list pairs of an action and its observation.
    const list = listIn(value, key)?.flat();
    if (list !== undefined && list.length > 0 && list.every(isEvent) && list.some((event) => 'source' in event))
      return list;
  }
  return null;
}

function fileRun(events: readonly SourceRecord[], file: OpenFile): ReturnType<typeof trajectoryOf> {
  const raw = `[${events.map((event) => event.raw).join(',\n')}]`;
  const sources = events.map((event) => jsonSource(event.raw));
  const values = events.map(({ value }) => objectOf(value));
  const run = runOf(values, (at) => sources[at]!);
  return trajectoryOf({ ...run, record_id: file.path }, NAME, { position: '', value: null, raw }, file);
}

function recordRun(
  value: JsonObject,
  events: readonly JsonObject[],
  record: SourceRecord,
  file: OpenFile,
): ReturnType<typeof trajectoryOf> {
  const { metadata, ...run } = runOf(events, () => (_path, part) => JSON.stringify(part));
  const states = metadata === null ? {} : objectOf(JSON.parse(metadata));
  const known: Conversation = {
    ...run,
    record_id: textOf(value['instance_id']) ?? recordId(value) ?? `${file.path}${record.position}`,
    metadata: boundedRest({ ...value, ...states }, [...LISTS, 'instance_id']),
  };
  return trajectoryOf(known, NAME, record, file);
}

function runOf(
  events: readonly JsonObject[],
  sourceOf: (at: number) => JsonSource,
): Conversation & { readonly metadata: string | null } {
  const said = events.map((event, at) => ({ event, at })).filter(({ event }) => !isState(event));
  const states = events.filter(isState).map(stateOf);
  return {
    kind: 'rollout',
    model: events.map((event) => textOf(responseOf(event)['model'])).find((model) => model !== null) ?? null,
    tools: toolsOf(events),
    metadata: states.length === 0 ? null : JSON.stringify({ states }),
    steps: caused(
      said.map(({ event }) => event),
      said.map(({ event, at }) => stepOfEvent(event, sourceOf(at))),
    ),
  };
}

function stateOf({ id, timestamp, source, cause, action, observation, args, extras }: JsonObject): JsonObject {
  const state = objectOf(args)['agent_state'] ?? objectOf(extras)['agent_state'];
  return { id, timestamp, source, cause, action, observation, state };
}

/** Pairs observations with the events that they name; those that name none are left to be paired by their place. */
function caused(events: readonly JsonObject[], steps: readonly UnpairedStep[]): UnpairedStep[] {
  const places = new Map(events.map((event, at) => [idOf(event['id']), at]));
  return steps.map((step, at) => {
    const cause = idOf(events[at]!['cause']);
    if (step.role !== 'tool' || cause === null) return step;
    const call_step = places.get(cause);
    if (call_step === undefined || steps[call_step]!.calls.length === 0) return { ...step, pairing: 'none' };
    return { ...step, call_step, call: 0, pairing: 'cause' };
  });
}

/** Newer runs begin with an event that has the prompt and the tools. */
function toolsOf(events: readonly JsonObject[]): ToolDeclaration[] | null {
  const tools = events.map((event) => objectOf(event['args'])['tools']).find((list) => Array.isArray(list));
  return tools === undefined ? null : toolDeclarations(tools, JSON.stringify(tools));
}
