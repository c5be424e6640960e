/** Questions that a notebook puts to NexusRaven, and the calls that it printed. */
import { callRecords } from '../chat/steps.ts';
import { EMPTY_STEP, type StepRecord } from '../records.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { parsePythonAssignments, parsePythonCalls, parsePythonLiteral } from '../text/python.ts';
import { documentedFunctions, functionDeclaration } from './nexusraven-functions.ts';
import type { CodeCell } from './notebook.ts';
import { messageStep } from './steps.ts';

export interface Asked {
  readonly cell: CodeCell;
  readonly tools: readonly ToolDeclaration[];
  readonly steps: readonly StepRecord[];
}

/** NexusRaven's prompt: functions, each behind `Function:`, and the question, or the name of what takes its place. */
const QUERY = /User Query: ([\s\S]*?)<human_end>/;
const PLACEHOLDER = /^\{\w+\}$/;

/** What the notebooks print before the calls. */
const LABEL = /^Raven's \w+: /;

/** @returns cells that printed calls, each with the question that was last assigned before */
export function askedQuestions(cells: readonly CodeCell[]): Asked[] {
  let prompt: string | null = null;
  let question: string | null = null;
  const asked: Asked[] = [];
  for (const cell of cells) {
    for (const { name, text } of assignedTexts(cell)) {
      if (QUERY.test(text)) prompt = text;
      else if (name === 'QUESTION') question = text;
    }
    const query = prompt === null ? null : queryOf(prompt, question);
    const answer = query === null ? null : answerStep(cell.printed);
    if (prompt === null || query === null || answer === null) continue;
    const functions = documentedFunctions(prompt.replaceAll(/^Function:$/gm, ''));
    asked.push({ cell, tools: functions.map(functionDeclaration), steps: [messageStep('user', query), answer] });
  }
  return asked;
}

function assignedTexts({ source }: CodeCell): { name: string; text: string }[] {
  return (parsePythonAssignments(source) ?? []).flatMap(({ name, value }) => {
    const read = parsePythonLiteral(value);
    return read.ok && typeof read.value === 'string' ? [{ name, text: read.value }] : [];
  });
}

function queryOf(prompt: string, question: string | null): string | null {
  const query = QUERY.exec(prompt)?.[1] ?? '';
  return PLACEHOLDER.test(query) ? question : query;
}

/** The first line has the calls; a justification may follow. */
function answerStep(printed: string): StepRecord | null {
  const line = printed.replace(LABEL, '').split('\n', 1)[0]!.replace(/;\s*$/, '');
  const calls = line.trim() === '' ? null : parsePythonCalls(line);
  if (calls === null || calls.length === 0) return null;
  const given = calls.map(({ name, argumentsText }) => ({
    name,
    arguments: argumentsText,
    syntax: 'brackets',
    derived: true,
  }));
  return { ...EMPTY_STEP, role: 'assistant', content: printed, calls: callRecords(given) };
}
