/** Calls that hide in text. The text keeps them verbatim; what is found here is marked as derived from it. */
import { bracketCalls } from './brackets.ts';
import { codeCalls, executeCalls } from './code.ts';
import { CALL_LIMIT, type CallSyntax, type DerivedCall } from './derived-call.ts';
import { functionTagCalls } from './function-tag.ts';
import { functioncallCalls } from './functioncall.ts';
import { reactCalls } from './react.ts';
import { xmlCalls } from './xml.ts';

/** Each syntax with a mark without which a text has none of it, so that most texts cost one search. */
const READERS: Readonly<Record<CallSyntax, { readonly mark: RegExp; read(text: string): DerivedCall[] }>> = {
  xml: { mark: /<\/tool_call>/, read: xmlCalls },
  functioncall: { mark: /<functioncall>/, read: functioncallCalls },
  'function-tag': { mark: /<function=/, read: functionTagCalls },
  react: { mark: /\bact(?:ion)?\b[^\n:]{0,20}:/i, read: (text) => reactCalls(text) },
  action: { mark: /\bact(?:ion)?\b[^\n:]{0,20}:/i, read: (text) => reactCalls(text, true) },
  brackets: { mark: /[[{][^[\]{}]*\(/, read: bracketCalls },
  code: { mark: /```/, read: codeCalls },
  execute: { mark: /<\/execute>/, read: executeCalls },
};

/** Syntaxes that are not mistaken for prose. */
export const PLAIN_SYNTAXES: readonly CallSyntax[] = ['xml', 'functioncall', 'function-tag'];

/**
 * @param text what an assistant wrote
 * @param syntaxes those that its format has, in order of preference: the first that yields a call is taken
 * @returns the calls in order of the text, at most CALL_LIMIT
 */
export function deriveCalls(text: string, syntaxes: readonly CallSyntax[] = PLAIN_SYNTAXES): DerivedCall[] {
  for (const syntax of syntaxes) {
    const { mark, read } = READERS[syntax];
    const calls = mark.test(text) ? read(text) : [];
    if (calls.length > 0) return calls.slice(0, CALL_LIMIT);
  }
  return [];
}
