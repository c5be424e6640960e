/** xLAM function calling (APIGen). */
import { isObject } from '../json-value.ts';
import { jsonSource } from '../text/json-source.ts';
import { chatAdapter, fits, recordId, restOf } from './chat-adapter.ts';
import { toolsOf } from './declared-tools.ts';
import { callsOf } from './sharegpt-messages.ts';
import { callRecords, stepOf } from './steps.ts';

export const xlam = chatAdapter({
  name: 'xlam',
  title: 'xLAM function calling',
  doc: 'A question, the tools, and the calls that answer it; `answers` and `tools` are JSON in strings. Types are Python\'s, such as "str, optional".',
  reference: 'APIGen: Automated Pipeline for Generating Verifiable and Diverse Function-Calling Datasets (xLAM)',
  expected: '`query`, `tools` and `answers`',
  detect(sample) {
    if (
      !fits(sample, ({ query, answers, tools }) => typeof query === 'string' && isListed(answers) && isListed(tools))
    ) {
      return null;
    }
    return { confidence: 0.9, reason: 'records have `query`, `tools` and `answers`' };
  },
  read({ value, raw }) {
    if (!isObject(value) || typeof value['query'] !== 'string' || !isListed(value['answers'])) return null;
    const { query, answers } = value;
    const text = typeof answers === 'string' ? answers : jsonSource(raw)(['answers'], answers);
    const calls = callsOf(text)?.map((call) => ({ ...call, syntax: 'xlam' }));
    return {
      record_id: recordId(value),
      kind: 'single_turn',
      tools: toolsOf(value, raw, 'tools'),
      metadata: restOf(value, ['id', 'query', 'answers', 'tools']),
      steps: [
        stepOf('user', { content: query }),
        stepOf('assistant', calls === undefined ? { content: text } : { calls: callRecords(calls), raw: text }),
      ],
    };
  },
});

/** A list, or one in a string. */
function isListed(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'string' && /^\s*\[/.test(value));
}
