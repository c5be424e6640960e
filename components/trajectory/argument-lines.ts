/** The arguments of a call beside what its API declares, one line an argument. Pure. */
import { parseJson, type JsonMember, type JsonValue } from '@/components/content/json';
import type { ApiParam } from '@/components/schema/types';
import { escapeSegment } from '@/lib/adapters/text/pointer';
import type { Finding } from './types';

/** `fits`: a type is declared and nothing was found; `unjudged`: nothing is declared that could be broken. */
export type Verdict = 'problem' | 'missing' | 'fits' | 'unjudged' | 'undeclared' | 'left-out';

export interface ArgumentLine {
  readonly name: string;
  /** JSON pointer within the arguments. */
  readonly pointer: string;
  /** As declared; null where the API does not list it. */
  readonly declared: ApiParam | null;
  /** The value as it is written; null where it is not given. */
  readonly value: string | null;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
}

export interface ArgumentTable {
  readonly lines: readonly ArgumentLine[];
  /** Findings of the call that are about no argument. */
  readonly others: readonly Finding[];
  /** Why there are no lines for what is given: the arguments are no JSON object. */
  readonly unreadable: boolean;
}

interface Given {
  readonly name: string;
  readonly pointer: string;
  readonly value: string;
}

/**
 * @param text arguments, verbatim
 * @param params what the API declares; null where nothing is known of it, and nothing is judged
 * @param findings of the call
 */
export function argumentTable(
  text: string | null,
  params: readonly ApiParam[] | null,
  findings: readonly Finding[],
): ArgumentTable {
  const given = givenArguments(text, params ?? []);
  const lines = [
    ...(params ?? []).map((param) => lineOf(param.name, param, given, findings)),
    ...(given ?? [])
      .filter(({ name }) => !(params ?? []).some((param) => param.name === name))
      .map(({ name }) => lineOf(name, null, given, findings, params !== null)),
  ];
  const placed = new Set(lines.flatMap((line) => line.findings));
  return {
    lines: lines.toSorted((a, b) => rank(a) - rank(b)),
    others: findings.filter((finding) => !placed.has(finding)),
    unreadable: given === null,
  };
}

/**
 * What is given, by name. The members of a request body count as arguments where the API declares them so; a body that
 * is declared as one argument stays whole.
 * @returns null where the text is no JSON object
 */
function givenArguments(text: string | null, params: readonly ApiParam[]): Given[] | null {
  if (text === null || text.trim() === '') return [];
  const parsed = parseJson(text);
  if (!('value' in parsed) || parsed.value.kind !== 'object') return null;
  const inBody = params.some(({ location }) => location === 'body') && !params.some(({ name }) => name === 'body');
  return lastOfEach(parsed.value).flatMap(({ key, value }): Given[] =>
    key === 'body' && inBody && value.kind === 'object'
      ? lastOfEach(value).map((member) => givenOf(member, '/body'))
      : [givenOf({ key, value }, '')],
  );
}

/** Of a key that is written twice the last counts. */
function lastOfEach(value: JsonValue): JsonMember[] {
  return [...new Map(value.members.map((member) => [member.key, member])).values()];
}

function givenOf({ key, value }: JsonMember, above: string): Given {
  return { name: key, pointer: `${above}/${escapeSegment(key)}`, value: value.text };
}

function lineOf(
  name: string,
  declared: ApiParam | null,
  given: readonly Given[] | null,
  findings: readonly Finding[],
  isKnown = true,
): ArgumentLine {
  const found = given?.find((one) => one.name === name);
  const escaped = escapeSegment(name);
  const pointers = found === undefined ? [`/${escaped}`, `/body/${escaped}`] : [found.pointer];
  const own = findings.filter(({ pointer }) => pointers.some((at) => pointer === at || pointer?.startsWith(`${at}/`)));
  const value = found?.value ?? null;
  return {
    name,
    pointer: pointers[0]!,
    declared,
    value,
    findings: own,
    verdict: verdictOf(declared, value, own, isKnown),
  };
}

function verdictOf(
  declared: ApiParam | null,
  value: string | null,
  findings: readonly Finding[],
  isKnown: boolean,
): Verdict {
  if (findings.length > 0) return value === null ? 'missing' : 'problem';
  if (value === null) return 'left-out';
  if (declared === null) return isKnown ? 'undeclared' : 'unjudged';
  return declared.type === null ? 'unjudged' : 'fits';
}

/** What is wrong first, then what is given, then what was left out: required before optional. */
function rank({ verdict, declared }: ArgumentLine): number {
  if (verdict === 'problem' || verdict === 'missing') return 0;
  if (verdict !== 'left-out') return 1;
  return declared?.required === true ? 2 : 3;
}
