/** NexusRaven: notebooks that define functions, and ask the model to call them. */
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import { objectOf } from '../json-value.ts';
import { report } from '../reasons.ts';
import { EMPTY_TRAJECTORY, type Sink } from '../records.ts';
import { jsonSource } from '../text/json-source.ts';
import { pointer } from '../text/pointer.ts';
import { fileStem } from '../file-stem.ts';
import { documentedFunctions, functionDeclaration } from './nexusraven-functions.ts';
import { askedQuestions } from './nexusraven-questions.ts';
import { codeCells, type CodeCell } from './notebook.ts';
import { rejectShape } from '../reject-shape.ts';

const FORMAT = 'nexusraven';

export const nexusRaven: RecordAdapter = {
  name: FORMAT,
  title: 'NexusRaven notebooks',
  yields: ['apis', 'trajectories'],
  doc: 'Jupyter notebooks. Each Python function with a docstring is an API, its signature the schema; a cell that printed calls for a question is a trajectory. Each counts as a record.',
  reference: 'NexusRaven-V2, How-To-Prompt.ipynb and evaluation_notebook',
  scope: 'record',
  detect({ records }) {
    const cells = codeCells(records[0]?.value);
    if (cells === null || !cells.some(({ source }) => documentedFunctions(source).length > 0)) return null;
    return cells.some(({ source }) => /raven/i.test(source))
      ? { confidence: 0.95, reason: 'a notebook that defines functions with docstrings, and names Raven' }
      : { confidence: 0.5, reason: 'a notebook that defines functions with docstrings' };
  },
  open: eachRecord((record, file, sink) => {
    const cells = codeCells(record.value) ?? [];
    const found = readFunctions(cells, record, file, sink) + readQuestions(cells, record, file, sink);
    if (found === 0) rejectShape(sink, file, record, 'a notebook with Python functions that have docstrings');
  }),
};

/** @returns how many were handed on */
function readFunctions(cells: readonly CodeCell[], { position }: SourceRecord, file: OpenFile, sink: Sink): number {
  const seen = new Set<string>();
  for (const { at, source } of cells) {
    for (const one of documentedFunctions(source)) {
      const source_pointer = `${position}${pointer('cells', at, 'source')}`;
      if (seen.has(one.raw)) {
        const message = `${one.name} is defined again, in the same words.`;
        report(sink, file.path, {
          severity: 'warning',
          reason: 'duplicate-id',
          position: source_pointer,
          message,
          raw: one.raw,
        });
        continue;
      }
      seen.add(one.raw);
      const place = { provider: FORMAT, tool: fileStem(file.path), kind: 'function', source_file: file.path } as const;
      sink.api(apiFromDeclaration(functionDeclaration(one), { ...place, source_pointer, raw_format: 'text' }));
    }
  }
  return seen.size;
}

/** @returns how many were handed on */
function readQuestions(
  cells: readonly CodeCell[],
  { position, value, raw }: SourceRecord,
  file: OpenFile,
  sink: Sink,
): number {
  const source = jsonSource(raw);
  const asked = askedQuestions(cells);
  for (const { cell, tools, steps } of asked) {
    const path = ['cells', cell.at];
    sink.trajectory({
      ...EMPTY_TRAJECTORY,
      record_id: `${fileStem(file.path)}/${cell.at}`,
      kind: 'single_turn',
      format: FORMAT,
      source_file: file.path,
      source_pointer: `${position}${pointer(...path)}`,
      tools,
      raw_format: 'json',
      raw: source(path, (objectOf(value)['cells'] as unknown[])[cell.at]),
      steps,
    });
  }
  return asked.length;
}
