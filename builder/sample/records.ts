/** What is written of a record: its text for training, and of a trajectory its messages and tools too. */
import type { Component, TableName } from '../../lib/corpus/index.ts';
import { openAiRecord, trainingText, type Conversation, type SpokenStep } from '../../lib/export/index.ts';
import type { Stratum } from '../../lib/mixture/strata.ts';
import { literal, type Database } from '../write/duckdb.ts';
import type { Part } from './draw.ts';

/** Tables that hold records and their texts, by component. */
export const TABLES_OF: Readonly<Record<Component, readonly TableName[]>> = {
  documentation: ['apis', 'api_docs'],
  trajectories: ['trajectories', 'steps', 'trajectory_records'],
  code: ['documents', 'document_texts'],
  text: ['documents', 'document_texts'],
};

/** One line of a sample. */
export interface SampleRecord {
  readonly id: string;
  readonly source: string;
  readonly component: Component;
  /** From 0. */
  readonly epoch: number;
  /** As the corpus counts them, before any template. */
  readonly tokens: number;
  readonly text: string;
  /** Of a trajectory: OpenAI chat messages. */
  readonly messages?: readonly object[];
  /** Of a trajectory that declares tools: OpenAI functions. */
  readonly tools?: readonly object[] | null;
}

/**
 * Records of a part in the order of their chance, i.e. shuffled.
 * @param db has the table `drawn`, see drawEpoch
 */
export async function* recordsOf(db: Database, stratum: Stratum, part: Part): AsyncGenerator<SampleRecord> {
  const { source, component } = stratum;
  const same = { source, component, epoch: part.epoch };
  if (component === 'trajectories') {
    for await (const rows of db.chunks<TrajectoryText>(trajectoriesOf(part)))
      for (const { id, tokens, ...rest } of rows) yield { id, ...same, tokens, ...spoken(id, rest) };
    return;
  }
  for await (const rows of db.chunks<{ id: string; tokens: number; text: string }>(textsOf(component, part)))
    for (const { id, tokens, text } of rows) yield { id, ...same, tokens, text };
}

/** The rows of a part; the ends of its ids are constants, which lets whole row groups be skipped. */
function within(id: string, { first, last }: Part): string {
  return `${id} BETWEEN ${literal(first)} AND ${literal(last)}`;
}

const chosen = ({ part }: Part): string => `SELECT id, tokens, chance FROM drawn WHERE part = ${part}`;

function textsOf(component: Exclude<Component, 'trajectories'>, part: Part): string {
  const [table, id, text] =
    component === 'documentation' ? ['api_docs', 'api_id', 'document'] : ['document_texts', 'document_id', 'content'];
  return `SELECT d.id, d.tokens, t.${text} AS text FROM (${chosen(part)}) d
    JOIN (SELECT ${id}, ${text} FROM ${table} WHERE ${within(id, part)}) t ON t.${id} = d.id ORDER BY d.chance, d.id`;
}

interface TrajectoryText {
  readonly id: string;
  readonly tokens: number;
  readonly n_branches: number;
  readonly tools: string | null;
  /** JSON of SpokenStep[]. */
  readonly steps: string | null;
}

function trajectoriesOf(part: Part): string {
  const fields = ['step', 'role', 'content', 'reasoning', 'calls', 'call_step', 'call', 'on_answer_path'];
  const spokenStep = fields.map((name) => `"${name}": "${name}"`).join(', ');
  return `WITH chosen AS (${chosen(part)}),
    spoken AS (SELECT trajectory_id, to_json(list({${spokenStep}} ORDER BY step))::VARCHAR AS steps FROM steps
      WHERE ${within('trajectory_id', part)} AND trajectory_id IN (SELECT id FROM chosen) GROUP BY trajectory_id),
    declared AS (SELECT trajectory_id, tools FROM trajectory_records WHERE ${within('trajectory_id', part)})
    SELECT d.id, d.tokens, t.n_branches, r.tools, s.steps FROM chosen d
    JOIN trajectories t ON t.trajectory_id = d.id
    LEFT JOIN spoken s ON s.trajectory_id = d.id LEFT JOIN declared r ON r.trajectory_id = d.id
    ORDER BY d.chance, d.id`;
}

function spoken(
  id: string,
  { n_branches, tools, steps }: Omit<TrajectoryText, 'id' | 'tokens'>,
): Pick<SampleRecord, 'text' | 'messages' | 'tools'> {
  const conversation: Conversation = {
    trajectory: { trajectory_id: id, n_branches },
    steps: steps === null ? [] : (JSON.parse(steps) as SpokenStep[]),
    record: { tools },
  };
  const record = openAiRecord(conversation);
  return { text: trainingText(conversation), messages: record.messages, tools: record.tools ?? null };
}
