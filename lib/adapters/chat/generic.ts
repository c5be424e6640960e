/** Any other list of messages. */
import type { SourceRecord } from '../adapter.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { PLAIN_SYNTAXES } from '../text-calls/index.ts';
import { chatAdapter, modelOf, recordId, restOf, type Conversation } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { guessList, rolesInWords, type GuessedList } from './guess-messages.ts';
import { guessPair, guessPairOfLists, guessSteps } from './guess-pairs.ts';
import { shareGptSteps } from './sharegpt-messages.ts';
import { parsedIfJson } from './steps.ts';

const TOOLS = ['tools', 'functions', 'available_tools'];

export const generic = chatAdapter({
  name: 'generic',
  title: 'Any list of messages',
  doc: 'Records with a list of messages in any field, of whatever names, or with a prompt and its completion; the last resort. Each trajectory says what was taken for what.',
  reference: 'None: what a record means is guessed from its keys',
  expected: 'a list of objects that say who speaks and what, or a prompt with its completion',
  detect({ records }) {
    const guesses = records.map((record) => guess(record)).filter((found) => found !== null);
    if (guesses.length === 0 || guesses.length < 0.8 * records.length) return null;
    return { confidence: 0.2, reason: guesses[0]!.guessed ?? '' };
  },
  read: (record, { path }) => {
    const found = guess(record);
    // A list has no fields, and so no id of its own.
    return found === null || !Array.isArray(record.value)
      ? found
      : { ...found, record_id: `${path}${record.position}` };
  },
});

function guess(record: SourceRecord): Conversation | null {
  const { value, position } = record;
  const pairOfLists = isObject(value) ? guessPairOfLists(value) : null;
  const list = pairOfLists === null ? guessList(value) : null;
  if (list !== null) return conversationOf(record, list);
  // A file that is one list may hold anything; records that are lists are meant to be sequences.
  if (Array.isArray(value) && position === '') return null;
  if (Array.isArray(value)) {
    const found = guessSteps(value);
    return found === null ? null : { steps: found.steps, guessed: `Took ${found.words}.` };
  }
  const pair = pairOfLists ?? (isObject(value) ? guessPair(value) : null);
  if (pair === null || !isObject(value)) return null;
  return { ...known(record, pair.held), steps: pair.steps, guessed: `Took ${pair.words}.` };
}

function conversationOf(record: SourceRecord, list: GuessedList): Conversation {
  const { field, keys, messages } = list;
  const place = field === null ? 'the record' : `\`${field}\``;
  const steps = shareGptSteps(messages, { keys, syntaxes: [...PLAIN_SYNTAXES, 'react'] });
  const calls = steps.some((step) => step.calls.length > 0) ? ' Calls were found in its messages.' : '';
  const words = `Took ${place} for the messages, \`${keys.speaker}\` for who speaks (${rolesInWords(list)}), \`${keys.text}\` for what is said.${calls}`;
  return { ...known(record, field === null ? [] : [field]), steps, guessed: words };
}

/** What is known of a record that is an object, whatever its messages are. */
function known({ value, raw }: SourceRecord, held: readonly string[]): Partial<Conversation> {
  if (!isObject(value)) return {};
  return {
    record_id: recordId(value),
    model: modelOf(value),
    tools: toolsOf(value, raw, ...TOOLS),
    metadata: restOf(withoutNested(value, held), [...held, ...TOOLS, 'id', 'model']),
  };
}

/** Takes fields of fields away, `data.turns`, so that messages are not stored once more. */
function withoutNested(value: JsonObject, held: readonly string[]): JsonObject {
  const [outer = '', inner] = held[0]?.split('.') ?? [];
  const field = parsedIfJson(value[outer]);
  if (inner === undefined || !isObject(field)) return value;
  const { [inner]: _held, ...rest } = field;
  return { ...value, [outer]: Object.keys(rest).length === 0 ? null : rest };
}
