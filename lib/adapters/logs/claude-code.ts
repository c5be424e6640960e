/** Sessions of Claude Code. */
import type { OpenFile, RecordAdapter } from '../adapter.ts';
import { fits, trajectoryOf } from '../chat/chat-adapter.ts';
import { objectOf, textOf, type JsonObject } from '../json-value.ts';
import { fileStem } from '../file-stem.ts';
import { rejectShape } from '../reject-shape.ts';
import { boundedRest } from './bounded-rest.ts';
import { asTree, isTurn, lineOf, stepsOfLine, type Line } from './claude-code-lines.ts';

const NAME = 'claude-code';

/** Fields of a turn that say something of the session, rather than of the turn. */
const SESSION = ['sessionId', 'cwd', 'version', 'gitBranch', 'slug', 'agentId', 'entrypoint'];

export const claudeCode: RecordAdapter = {
  name: NAME,
  title: 'Claude Code session',
  yields: ['trajectories'],
  doc: 'One session a file of JSON lines. Messages are blocks as Anthropic has them; results travel in lines of the user. `parentUuid` makes a tree of the lines: rewound turns and sub-agents (`isSidechain`) leave the answer path.',
  reference: 'Claude Code, session transcripts',
  scope: 'file',
  detect(sample) {
    if (!fits(sample, (value) => typeof value['type'] === 'string', isMarked)) return null;
    return { confidence: 0.97, reason: 'lines have `sessionId`, `parentUuid`, `isSidechain` and a `message`' };
  },
  open(file, sink) {
    const lines: Line[] = [];
    return {
      read(record) {
        const line = lineOf(record);
        if (line !== null) return void lines.push(line);
        rejectShape(sink, file, record, 'a line with a `type`');
      },
      end() {
        if (lines.some(isTurn)) sink.trajectory(sessionOf(lines, file));
        else if (lines.length > 0) {
          rejectShape(sink, file, { position: '', value: null, raw: rawOf(lines) }, 'a session with messages');
        }
      },
    };
  },
};

function isMarked(value: JsonObject): boolean {
  return 'sessionId' in value && 'parentUuid' in value && 'isSidechain' in value && 'type' in value;
}

function rawOf(lines: readonly Line[]): string {
  return `[${lines.map(({ raw }) => raw).join(',\n')}]`;
}

function sessionOf(lines: readonly Line[], file: OpenFile): ReturnType<typeof trajectoryOf> {
  const turns = lines.filter(isTurn);
  const counted = new Set<string>();
  const { branches, steps } = asTree(turns.map((line) => ({ line, steps: stepsOfLine(line, counted) })));
  const first = turns[0]!.value;
  // Newer versions keep each sub-agent in a file of its own, under the session of the agent that started it.
  const isSubAgent = turns.every(({ value }) => value['isSidechain'] === true);
  const session = textOf(first['sessionId']);
  const own = session ?? file.path;
  const known = {
    kind: 'rollout' as const,
    record_id: isSubAgent ? `${own}/${textOf(first['agentId']) ?? fileStem(file.path)}` : own,
    parent: isSubAgent ? session : null,
    model: modelOf(turns),
    metadata: metadataOf(first, lines),
    branches,
    steps,
  };
  return trajectoryOf(known, NAME, { position: '', value: null, raw: rawOf(lines) }, file);
}

/** What the program says in the model's stead names `<synthetic>`. */
function modelOf(turns: readonly Line[]): string | null {
  const models = turns.map(({ value }) => textOf(objectOf(value['message'])['model']));
  return models.find((model) => model !== null && model !== '<synthetic>') ?? null;
}

function metadataOf(first: JsonObject, lines: readonly Line[]): string | null {
  const session = Object.fromEntries(SESSION.map((key) => [key, first[key] ?? null]));
  const other = lines.filter((line) => !isTurn(line)).map(({ value }) => value);
  return boundedRest({ ...session, other_lines: other.length === 0 ? null : other.map(shortened) }, []);
}

/** Snapshots of files and progress of tools stay in the raw record. */
function shortened(value: JsonObject): JsonObject {
  const fields = Object.entries(value).filter(([, field]) => typeof field !== 'object');
  return Object.fromEntries(fields);
}
