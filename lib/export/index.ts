/** Trajectories in the formats of others, one record a line. */
import { adpRecord } from './adp.ts';
import { atifRecord } from './atif.ts';
import { openAiRecord } from './openai.ts';
import { shareGptRecord } from './sharegpt.ts';
import type { TrajectoryFormat } from './formats.ts';
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
} as const satisfies Readonly<Record<TrajectoryFormat, (whole: Whole) => object>>;

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
