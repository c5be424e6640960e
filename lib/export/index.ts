/** Trajectories in the formats of others, one record a line. */
import { adpRecord } from './adp.ts';
import { atifRecord } from './atif.ts';
import { openAiRecord } from './openai.ts';
import { shareGptRecord } from './sharegpt.ts';
import type { Whole } from './whole.ts';

export { callAsCode, callAsCurl, type CodeLanguage, type HttpTarget } from './call-code.ts';
export { trajectoryHtml } from './html.ts';
export { trajectoryMarkdown } from './markdown.ts';
export { openAiRecord } from './openai.ts';
export { trainingText } from './training-text.ts';
export type { Conversation, SpokenStep, Whole } from './whole.ts';

const WRITERS = {
  forge: (whole: Whole) => whole,
  openai: openAiRecord,
  sharegpt: shareGptRecord,
  adp: adpRecord,
  atif: atifRecord,
} as const satisfies Readonly<Record<string, (whole: Whole) => object>>;

export type TrajectoryFormat = keyof typeof WRITERS;

export interface ExportFormat {
  readonly id: TrajectoryFormat;
  readonly label: string;
  /** What is lost or added, for people. */
  readonly note: string;
}

const BRANCHES = 'Of branches, the path that led to the answer.';

/** The formats, in the order in which a menu lists them. All are JSON Lines. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: 'forge', label: 'JSON Lines, this corpus’s own schema', note: 'Everything, as the tables have it.' },
  { id: 'openai', label: 'OpenAI messages', note: `With tools as JSON Schema. ${BRANCHES}` },
  { id: 'sharegpt', label: 'ShareGPT', note: `As LLaMA-Factory reads it. ${BRANCHES}` },
  { id: 'adp', label: 'Agent Data Protocol', note: `It knows no call ids. ${BRANCHES}` },
  { id: 'atif', label: 'ATIF 1.7', note: `Observations inside of steps. ${BRANCHES}` },
];

/**
 * @param format which one
 * @param whole the trajectory with its steps, calls and record
 * @returns one line of JSON, without its end
 */
export function writeTrajectory(format: TrajectoryFormat, whole: Whole): string {
  return JSON.stringify(WRITERS[format](whole));
}

/** @returns the trajectory as indented JSON, in the schema of the corpus */
export function trajectoryJson(whole: Whole): string {
  return JSON.stringify(whole, null, 2);
}
