/** `<functioncall> {"name": "f", "arguments": '{"a": 1}'}`, as Glaive has it: JSON in single quotes within JSON. */
import { written, type DerivedCall } from './derived-call.ts';

const CALL =
  /<functioncall>\s*\{\s*"name"\s*:\s*"([^"\n]+)"\s*(?:,\s*"arguments"\s*:\s*((?:(?!<functioncall>)[\s\S])*?))?\}\s*(?=<\|endoftext\|>|<\/functioncall>|<functioncall>|\n\n|$)/g;

/** The quotes are not escaped within, so that only the end of the turn says where the arguments end. */
export function functioncallCalls(text: string): DerivedCall[] {
  return [...text.matchAll(CALL)].map((match) => {
    const given = (match[2] ?? '').trim();
    const quoted = /^'([\s\S]*)'$/.exec(given);
    return {
      name: match[1]!,
      arguments: written(quoted?.[1] ?? given),
      syntax: 'functioncall',
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    };
  });
}
