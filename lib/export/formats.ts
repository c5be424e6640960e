/** The formats that trajectories are written in; what writes them is apart, so that a page with a menu stays light. */

export type TrajectoryFormat = 'forge' | 'openai' | 'sharegpt' | 'adp' | 'atif';

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
