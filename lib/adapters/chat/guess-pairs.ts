/** A question and its answer in fields of an unknown record, or steps that say nothing of roles. */
import { isObject, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { PLAIN_SYNTAXES } from '../text-calls/index.ts';
import { guessList } from './guess-messages.ts';
import { shareGptSteps } from './sharegpt-messages.ts';
import { derivedCalls, stepOf } from './steps.ts';

export interface Guessed {
  readonly steps: readonly UnpairedStep[];
  /** Fields that the steps hold. */
  readonly held: readonly string[];
  /** What was taken for what. */
  readonly words: string;
}

const PROMPTS = ['prompt', 'question', 'query', 'instruction', 'problem', 'input', 'user'];
const ANSWERS = ['completion', 'response', 'answer', 'output', 'chosen', 'solution', 'generation', 'assistant'];
const PROMPT_LIKE = /(?:^|_)(?:prompt|question|instruction|query|observation)(?:_|$)/i;
const ANSWER_LIKE = /(?:^|_)(?:response|completion|answer|output|action)(?:_|$)/i;

/** @returns a turn of the user and one of the assistant; null where a record does not have both as text */
export function guessPair(value: JsonObject): Guessed | null {
  const prompt = PROMPTS.find((key) => isText(value[key]));
  const answer = ANSWERS.find((key) => isText(value[key]));
  if (prompt === undefined || answer === undefined) return null;
  const system = ['system', 'system_prompt'].find((key) => isText(value[key]));
  const before = system === undefined ? [] : [stepOf('system', { content: String(value[system]) })];
  return {
    steps: [...before, ...turns(value, prompt, answer)],
    held: [prompt, answer, ...(system === undefined ? [] : [system])],
    words: `the user's turn in \`${prompt}\`, the assistant's in \`${answer}\``,
  };
}

/** @returns the messages of a prompt and of its completion; null where a record does not have both as lists */
export function guessPairOfLists(value: JsonObject): Guessed | null {
  const [prompt, answer] = [PROMPTS, ANSWERS].map((keys) =>
    keys.find((key) => guessList({ [key]: value[key] }) !== null),
  );
  if (prompt === undefined || answer === undefined) return null;
  const steps = [prompt, answer].flatMap((key) => {
    const list = guessList({ [key]: value[key] })!;
    return shareGptSteps(list.messages, { keys: list.keys });
  });
  return {
    steps,
    held: [prompt, answer],
    words: `\`${prompt}\` for the first messages, \`${answer}\` for those that follow`,
  };
}

/** @returns steps of a list that names no roles; null where it does not consist of objects */
export function guessSteps(list: readonly unknown[]): Guessed | null {
  if (list.length === 0 || !list.every(isObject)) return null;
  const texts = Object.keys(list[0]!).filter((key) => list.some((step) => isText(step[key])));
  const prompt = texts.find((key) => PROMPT_LIKE.test(key));
  const answer = texts.find((key) => ANSWER_LIKE.test(key));
  if (prompt === undefined || answer === undefined) {
    const note = 'a step without a role, as JSON';
    const steps = list.map((step) => stepOf('assistant', { content: JSON.stringify(step), note }));
    return { steps, held: [], words: 'each entry of the list for a step of the assistant' };
  }
  return {
    steps: list.flatMap((step) => {
      const [first, ...rest] = turns(step, prompt, answer);
      return [{ ...first!, raw: JSON.stringify(step) }, ...rest];
    }),
    held: [],
    words: `the user's turns in \`${prompt}\` of each entry, the assistant's in \`${answer}\``,
  };
}

function turns(value: JsonObject, prompt: string, answer: string): UnpairedStep[] {
  const [said, answered] = [value[prompt], value[answer]].map((text) => (typeof text === 'string' ? text : null));
  return [
    stepOf('user', { content: said ?? null }),
    stepOf('assistant', { content: answered ?? null, calls: derivedCalls(answered ?? null, PLAIN_SYNTAXES) }),
  ];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
