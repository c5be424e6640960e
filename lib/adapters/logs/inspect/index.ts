/** Logs of Inspect, as JSON and as `.eval` archives. */
import { eachRecord, type OpenFile, type RecordAdapter, type SourceRecord } from '../../adapter.ts';
import { fits, trajectoryOf } from '../../chat/chat-adapter.ts';
import { arrayOf, isObject, objectOf, type JsonObject } from '../../json-value.ts';
import { rejectShape } from '../../reject-shape.ts';
import type { Sink } from '../../records.ts';
import { jsonSource } from '../../text/json-source.ts';
import { sampleConversation } from './sample.ts';

const NAME = 'inspect-ai';

/** Entries of an archive besides its samples; all but the header say again what samples and header say. */
const ENTRIES = ['header.json', 'summaries.json', 'reductions.json', '_journal/start.json'];
/** The journal has a summary for every few samples that were logged; their number is not known beforehand. */
const JOURNALS = 1_000;

export const inspectAi: RecordAdapter = {
  name: NAME,
  title: 'Inspect log',
  yields: ['trajectories'],
  doc: 'One trajectory a sample, from a JSON log or from the entries of an `.eval` archive, which are read with its header. Pointers to attachments are followed; images become attachments. Events stay in the raw record.',
  reference: 'Inspect documentation, eval logs',
  scope: 'record',
  detect(sample) {
    if (fits(sample, isLog)) return { confidence: 0.96, reason: 'the log has `eval`, and `samples` or a `status`' };
    if (!fits(sample, isSample)) return null;
    return { confidence: 0.96, reason: 'the sample has `epoch`, `messages`, `scores` and events' };
  },
  companions(path) {
    const archive = archiveOf(path);
    if (archive === null) return [];
    const journals = Array.from({ length: JOURNALS }, (_, at) => `_journal/summaries/${at + 1}.json`);
    return [...ENTRIES, ...journals].map((entry) => ({ path: `${archive}/${entry}`, consumed: true }));
  },
  open: eachRecord((record, file, sink) => {
    const { value } = record;
    if (isObject(value) && isSample(value)) readSample(value, record, file, runOf(file), sink);
    else if (isObject(value) && isLog(value)) readLog(value, record, file, sink);
    else rejectShape(sink, file, record, 'a log with `eval` and `samples`, or a sample of one');
  }),
};

function isLog(value: JsonObject): boolean {
  return isObject(value['eval']) && 'version' in value && ('samples' in value || 'status' in value || 'plan' in value);
}

function isSample(value: JsonObject): boolean {
  const marks = ['events', 'transcript', 'scores', 'score', 'store'].filter((key) => key in value);
  return 'id' in value && 'epoch' in value && 'input' in value && Array.isArray(value['messages']) && marks.length > 1;
}

/** @returns path of the archive that an entry is a sample of; null where the path is no such entry */
function archiveOf(path: string): string | null {
  return /^(.+)\/samples\/[^/]+\.json$/.exec(path)?.[1] ?? null;
}

function runOf(file: OpenFile): JsonObject {
  const archive = archiveOf(file.path);
  const header = archive === null ? null : file.companion(`${archive}/header.json`);
  return objectOf(objectOf(header?.[0]?.value)['eval']);
}

function readLog(log: JsonObject, record: SourceRecord, file: OpenFile, sink: Sink): void {
  const samples = arrayOf(log['samples']).filter(isObject);
  if (samples.length === 0) return rejectShape(sink, file, record, 'a log with samples');
  const source = jsonSource(record.raw);
  samples.forEach((sample, at) => {
    const position = `${record.position}/samples/${at}`;
    const raw = source(['samples', at], sample);
    readSample(sample, { position, value: sample, raw }, file, objectOf(log['eval']), sink);
  });
}

function readSample(sample: JsonObject, record: SourceRecord, file: OpenFile, run: JsonObject, sink: Sink): void {
  const conversation = sampleConversation(sample, record.raw, run);
  if (conversation.steps.length === 0) rejectShape(sink, file, record, 'a sample with messages');
  else sink.trajectory(trajectoryOf(conversation, NAME, record, file));
}
