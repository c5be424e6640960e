/** API-Bank: dialogues, documentation and scenes. */
import type { RecordAdapter, SourceRecord } from '../adapter.ts';
import { apiOfRow, apiRow, exceptionsPath } from './api-bank-apis.ts';
import { dialogueOf, turnOf, type Turn } from './api-bank-dialogue.ts';
import { sceneOf } from './api-bank-scene.ts';
import { rejectShape } from '../reject-shape.ts';

const FORMAT = 'api-bank';

export const apiBank: RecordAdapter = {
  name: FORMAT,
  title: 'API-Bank',
  yields: ['apis', 'trajectories'],
  doc: 'Dialogues, one JSONL file each: a line of `API` is a call and its result, so it becomes two steps. The table of APIs, its arguments in Python source; exceptions.json beside it becomes examples. Scenes of level 3, plain text with the calls that are expected.',
  reference: 'API-Bank, DAMO-ConvAI/api-bank',
  scope: 'file',
  detect({ records, container }) {
    const [first] = records;
    if (first === undefined) return null;
    if (apiRow(first.value) !== null) return { confidence: 0.97, reason: 'rows have `类名` and `api_info`' };
    if (container === 'text') {
      const scene = typeof first.value === 'string' && /^\s*Scene:.*\n\s*First Utter[ae]nce:/i.test(first.value);
      return scene ? { confidence: 0.95, reason: 'the text begins with `Scene:` and `First Utterance:`' } : null;
    }
    const turns = records.map(turnOf);
    if (turns.includes(null)) return null;
    return turns.some((turn) => turn?.value['role'] === 'API')
      ? { confidence: 0.97, reason: 'lines have `role` User, AI or API, and API lines `api_name`' }
      : { confidence: 0.85, reason: 'lines have `role` User or AI, and `text`' };
  },
  companions: (path) => (path.endsWith('.csv') ? [{ path: exceptionsPath(path), consumed: true }] : []),
  open(file, sink) {
    const turns: Turn[] = [];
    const read = (record: SourceRecord): void => {
      const turn = turnOf(record);
      if (turn !== null) return void turns.push(turn);
      const row = apiRow(record.value);
      if (row !== null) return sink.api(apiOfRow(row, record, file));
      const scene = sceneOf(record, FORMAT, file);
      if (scene !== null) return sink.trajectory(scene);
      rejectShape(sink, file, record, 'a turn of User, AI or API, a row of the table of APIs, or a scene');
    };
    return { read, end: () => turns.length > 0 && sink.trajectory(dialogueOf(turns, FORMAT, file)) };
  },
};
