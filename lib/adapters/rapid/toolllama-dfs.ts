/** ToolLLaMA's training set: ToolBench's answers as conversations, one record for each step of an answer. */
import type { OpenFile, RecordAdapter, SourceRecord } from '../adapter.ts';
import { derivedCalls, roleNamed, stepOf } from '../chat/steps.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf } from '../json-value.ts';
import { pairObservations, type UnpairedStep } from '../pairing.ts';
import { report } from '../reasons.ts';
import { EMPTY_TRAJECTORY, type Sink, type TrajectoryRecord } from '../records.ts';
import { parsePythonLiteral } from '../text/python.ts';
import { PrefixGroup, type Conversation } from './prefix-group.ts';
import { rejectShape } from '../reject-shape.ts';
import { functionDeclarations } from './toolbench-functions.ts';
import { serverObservation } from './toolbench-server.ts';

const FORMAT = 'toolllama-dfs';

/** `Step 4: ` and the query, which runs over lines. */
const ID = /^Step \d+: ([\s\S]*)$/;

/** Behind it the system prompt lists the functions, as Python prints them. */
const FUNCTIONS = 'Specifically, you have access to the following APIs: ';

export const toolllamaDfs: RecordAdapter = {
  name: FORMAT,
  title: 'ToolLLaMA conversations',
  yields: ['trajectories'],
  doc: 'ToolBench answers as conversations (toolllama_G123_dfs): an answer of five steps is five records, each the beginning of the next. Those are folded into the longest, which says how many; each is on record as folded. Records of one query stand together in the file. Calls are read out of Thought, Action, Action Input.',
  reference: 'ToolLLM (ToolBench), preprocess/preprocess_toolllama_data.py',
  scope: 'file',
  detect({ records }) {
    return records.every((record) => conversationOf(record) !== null)
      ? { confidence: 0.97, reason: 'records have an `id` of "Step N: query" and `conversations`' }
      : null;
  },
  open(file, sink) {
    let query: string | null = null;
    let group = new PrefixGroup();
    const end = (): void => {
      handOn(group, file, sink);
      group = new PrefixGroup();
    };
    const read = (record: SourceRecord): void => {
      const found = conversationOf(record);
      if (found === null) return rejectShape(sink, file, record, 'an `id` of "Step N: query" and `conversations`');
      if (found.query !== query) end();
      query = found.query;
      group.add(found.conversation);
    };
    return { read, end };
  },
};

function isMessage(value: unknown): boolean {
  return isObject(value) && roleNamed(value['from']) !== null;
}

function conversationOf(record: SourceRecord): { query: string; conversation: Conversation } | null {
  const { id, conversations } = objectOf(record.value);
  const query = typeof id === 'string' ? ID.exec(id)?.[1] : undefined;
  if (query === undefined || !Array.isArray(conversations)) return null;
  return conversations.every(isMessage) ? { query, conversation: { record, messages: conversations } } : null;
}

function handOn(group: PrefixGroup, { path }: OpenFile, sink: Sink): void {
  for (const { conversation, folded } of group.longest()) {
    const { position: stored } = conversation.record;
    sink.trajectory(trajectoryOf(conversation, folded.length, path));
    for (const { record, messages } of folded) {
      const { position } = record;
      const name = JSON.stringify(/^Step \d+/.exec(String(objectOf(record.value)['id']))?.[0]);
      const message = `${name}, ${messages.length} messages: the record at ${stored} begins with them, and is stored.`;
      // Its text stands in the record that it is folded into.
      report(sink, path, { severity: 'rejected', reason: 'folded-prefix', position, message, raw: null });
    }
  }
}

function trajectoryOf({ record, messages }: Conversation, folded: number, path: string): TrajectoryRecord {
  const { id } = objectOf(record.value);
  const steps = pairObservations(messages.map(stepOfMessage));
  return {
    ...EMPTY_TRAJECTORY,
    kind: 'rollout',
    format: FORMAT,
    source_file: path,
    source_pointer: record.position,
    tools: declaredIn(steps.find(({ role }) => role === 'system')?.content ?? ''),
    metadata: JSON.stringify({ id, folded }),
    raw_format: 'json',
    raw: record.raw,
    steps,
  };
}

function stepOfMessage(message: unknown): UnpairedStep {
  const { from, value } = objectOf(message);
  const role = roleNamed(from) ?? 'assistant';
  const content = typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
  if (role === 'tool') return stepOf(role, serverObservation(content, null));
  return stepOf(role, { content, calls: role === 'assistant' ? derivedCalls(content, ['react']) : [] });
}

function declaredIn(system: string): ToolDeclaration[] | null {
  const at = system.indexOf(FUNCTIONS);
  const listed = at === -1 ? null : parsePythonLiteral(system.slice(at + FUNCTIONS.length).trim());
  if (listed === null || !listed.ok) return null;
  return functionDeclarations(arrayOf(listed.value), (_, value) => JSON.stringify(value), []);
}
