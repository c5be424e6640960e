/** `<function=NAME><parameter=KEY>value</parameter></function>`, as OpenHands and Llama write calls without an API for them. */
import { written, type DerivedCall } from './derived-call.ts';

const CALL = /<function=([^>\s]+)>((?:(?!<function=)[\s\S])*?)<\/function>/g;

/** The arguments are the parameter elements as they stand, or JSON where there are none. */
export function functionTagCalls(text: string): DerivedCall[] {
  return [...text.matchAll(CALL)].map((match) => ({
    name: match[1]!,
    arguments: written(match[2]!),
    syntax: 'function-tag',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
