/** Where the messages of an unknown record may stand, and what their keys may mean. */
import { isObject, type JsonObject } from '../json-value.ts';
import { parsedIfJson, roleNamed } from './steps.ts';

export interface GuessedList {
  /** Field of the record; null where the record itself is the list. */
  readonly field: string | null;
  readonly messages: readonly JsonObject[];
  readonly keys: { readonly speaker: string; readonly text: string };
}

const SPEAKERS = [
  'role',
  'from',
  'speaker',
  'sender',
  'author',
  'actor',
  'actorType',
  'participant',
  'agent',
  'source',
  'type',
];
const TEXTS = ['content', 'value', 'text', 'message', 'utterance', 'body', 'markdown', 'response', 'output'];

/** @returns the longest list of messages in a record, in a field or in a field of a field; null where there is none */
export function guessList(value: unknown): GuessedList | null {
  const lists = Array.isArray(value) ? [listOf(null, value)] : fieldsOf(value);
  const found = lists.filter((list) => list !== null);
  return found.toSorted((a, b) => b.messages.length - a.messages.length)[0] ?? null;
}

function fieldsOf(value: unknown): (GuessedList | null)[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const parsed = parsedIfJson(field);
    if (!isObject(parsed)) return [listOf(key, parsed)];
    return Object.entries(parsed).map(([inner, list]) => listOf(`${key}.${inner}`, list));
  });
}

function listOf(field: string | null, value: unknown): GuessedList | null {
  if (!Array.isArray(value)) return null;
  const messages = value.filter(isObject);
  if (messages.length === 0 || messages.length < value.length) return null;
  const speaker = SPEAKERS.find((key) => isSpeaker(messages, key));
  const text = TEXTS.find((key) => messages.some((message) => typeof message[key] === 'string'));
  return speaker === undefined || text === undefined || text === speaker
    ? null
    : { field, messages, keys: { speaker, text } };
}

/** At least half of what a key says must be roles: other keys have words too. */
function isSpeaker(messages: readonly JsonObject[], key: string): boolean {
  const known = messages.filter((message) => roleNamed(message[key]) !== null).length;
  return known * 2 >= messages.length;
}

/** @returns in words which role each name was taken for: `user (human), assistant (gpt)` */
export function rolesInWords({ messages, keys }: GuessedList): string {
  const names = [...new Set(messages.map((message) => String(message[keys.speaker])))].slice(0, 12);
  return names.map((name) => `${name} as ${roleNamed(name) ?? 'user, for want of another'}`).join(', ');
}
