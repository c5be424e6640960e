/**
 * Pages of one record, and the table that its text is in. Plain JavaScript, since the export's scripts read it as well.
 * @type {readonly (readonly [page: string, table: import('../corpus/index.ts').TableName])[]}
 */
export const RECORD_PAGES = [
  ['trajectories/view', 'steps'],
  ['documents/view', 'document_texts'],
];
