/** ToolRL's history of a dialogue: turns in one text, each between tags. */
import type { UnpairedStep } from '../pairing.ts';
import { derivedCalls, stepOf } from './steps.ts';

const OPENING = /^<(user|obs|think|tool_call|response)>/gm;
const HEADER = /^\s*(?:\*\*Dialogue Records History\*\*)?\s*$/;
const NOTE = 'a part of the dialogue history';

/**
 * Turns of the user and observations lose their tags and the blanks beside them; the assistant's turns keep theirs, as
 * the answer of the record does.
 * @returns the steps; the whole text as one turn of the user, where it is not made of turns alone
 */
export function historySteps(text: string): UnpairedStep[] {
  const whole = [stepOf('user', { content: text })];
  const openings = [...text.matchAll(OPENING)];
  if (openings.length === 0 || !HEADER.test(text.slice(0, openings[0]!.index))) return whole;
  const steps: UnpairedStep[] = [];
  for (let at = 0, from = openings[0]!.index; from < text.length;) {
    const tag = openings[at]![1]!;
    const next = tag === 'user' || tag === 'obs' ? at + 1 : nextTurn(openings, at);
    const to = openings[next]?.index ?? text.length;
    const step = turnOf(tag, text.slice(from, to).trimEnd());
    if (step === null) return whole;
    steps.push(step);
    [at, from] = [next, to];
  }
  return steps;
}

/** The assistant's turn goes on until somebody else speaks. */
function nextTurn(openings: readonly RegExpExecArray[], at: number): number {
  const next = openings.findIndex((opening, index) => index > at && (opening[1] === 'user' || opening[1] === 'obs'));
  return next < 0 ? openings.length : next;
}

function turnOf(tag: string, turn: string): UnpairedStep | null {
  if (tag !== 'user' && tag !== 'obs') {
    return stepOf('assistant', { content: turn, calls: derivedCalls(turn, ['xml']), note: NOTE });
  }
  const inner = new RegExp(`^<${tag}> ?([\\s\\S]*?) ?</${tag}>$`).exec(turn)?.[1];
  return inner === undefined ? null : stepOf(tag === 'user' ? 'user' : 'tool', { content: inner, note: NOTE });
}
