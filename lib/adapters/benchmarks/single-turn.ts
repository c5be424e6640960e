/** A question and its answer, as steps. */
import { EMPTY_STEP, type CallRecord, type StepRecord } from '../records.ts';

interface SingleTurn {
  readonly question: string;
  /** Text of the answer, verbatim; null where there are calls alone. */
  readonly answer: string | null;
  readonly calls: readonly (Pick<CallRecord, 'arguments' | 'syntax' | 'api_id' | 'derived'> & {
    readonly name: string;
  })[];
  readonly note: string | null;
}

export function singleTurn({ question, answer, calls, note }: SingleTurn): StepRecord[] {
  return [
    { ...EMPTY_STEP, role: 'user', content: question },
    {
      ...EMPTY_STEP,
      role: 'assistant',
      content: answer,
      calls: calls.map(({ name, ...call }, at) => ({ call: at, source_call_id: null, tool_name: name, ...call })),
      note,
    },
  ];
}
