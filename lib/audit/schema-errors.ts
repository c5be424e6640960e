/** What a validator says of a value, as problems: one for each place and kind, with what was expected and found. */
import type { OutputUnit } from '@cfworker/json-schema';
import { arrayOf, isObject, stringsOf, type JsonObject } from '../adapters/json-value.ts';
import { fragmentKeys, pointer } from '../adapters/text/pointer.ts';
import type { Problem } from './problems.ts';
import { showValue, showValues } from './show-value.ts';

export interface ValueProblem {
  readonly code: Extract<Problem, 'missing-required' | 'unknown-argument' | 'wrong-type' | 'out-of-range'>;
  readonly pointer: string;
  readonly message: string;
  /** Of a wrong type: the types that would be right. */
  readonly expected?: readonly string[];
}

/** Keywords that only pass on what is wrong further in. */
const WRAPPERS = new Set(
  'properties items prefixItems additionalItems allOf $ref patternProperties additionalProperties propertyNames'.split(
    ' ',
  ),
);

const RANGES: Readonly<Record<string, string>> = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
  multipleOf: 'a multiple of',
  minLength: 'a length of at least',
  maxLength: 'a length of at most',
  minItems: 'a list of at least',
  maxItems: 'a list of at most',
  minProperties: 'at least as many members as',
  maxProperties: 'at most as many members as',
  pattern: 'the pattern',
};

/**
 * @param errors of one validation
 * @param value what was judged
 * @param schema by which it was judged, references included
 */
export function valueProblems(errors: readonly OutputUnit[], value: unknown, schema: JsonObject): ValueProblem[] {
  const found = withoutAlternatives(errors).flatMap((error) => problemOf(error, value, schema) ?? []);
  const wrongTypes = new Set(found.filter(({ code }) => code === 'wrong-type').map((one) => one.pointer));
  const seen = new Set<string>();
  return found.filter((one) => {
    // Of a value of the wrong type, nothing else is worth saying.
    if (one.code === 'out-of-range' && wrongTypes.has(one.pointer)) return false;
    const key = `${one.code} ${one.pointer}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Of alternatives, only the one that was meant is of interest: the first whose type fits. Where none does, the
 * alternatives as a whole are what is wrong.
 */
function withoutAlternatives(errors: readonly OutputUnit[]): OutputUnit[] {
  const kept: OutputUnit[] = [];
  for (let at = 0; at < errors.length; at++) {
    const error = errors[at]!;
    kept.push(error);
    if (error.keyword !== 'anyOf') continue;
    const branches = branchesOf(error, errors, at + 1);
    at += branches.reduce((sum, branch) => sum + branch.length, 0);
    const meant = branches.find((branch) => !branch.some((one) => isMismatch(one, error)));
    if (meant) kept.splice(-1, 1, ...withoutAlternatives(meant));
  }
  return kept;
}

/** Errors of each alternative, which follow the one of the whole; that of a schema `false` has no place of its own. */
function branchesOf({ keywordLocation }: OutputUnit, errors: readonly OutputUnit[], from: number): OutputUnit[][] {
  const branches = new Map<string, OutputUnit[]>();
  let name = '';
  for (const error of errors.slice(from)) {
    const isInside = error.keywordLocation.startsWith(`${keywordLocation}/`);
    if (!isInside && (error.keyword !== 'false' || name === '')) break;
    if (isInside) name = error.keywordLocation.slice(keywordLocation.length + 1).split('/', 1)[0]!;
    branches.set(name, [...(branches.get(name) ?? []), error]);
  }
  return [...branches.values()];
}

function isMismatch(one: OutputUnit, { instanceLocation }: OutputUnit): boolean {
  return one.instanceLocation === instanceLocation && ['type', 'const', 'enum', 'false'].includes(one.keyword);
}

function problemOf(error: OutputUnit, root: unknown, schema: JsonObject): ValueProblem | null {
  const { keyword, instanceLocation, keywordLocation } = error;
  if (WRAPPERS.has(keyword)) return null;
  const keys = fragmentKeys(instanceLocation);
  const at = pointer(...keys);
  if (keyword === 'required') {
    const name = /required property "(.*)"\.$/s.exec(error.error)?.[1];
    return name === undefined ? null : missing(pointer(...keys, name), name);
  }
  if (keyword === 'false') return unknownArgument(at, keys.at(-1) ?? '');
  const value = valueAt(root, keys);
  const wanted = keywordValue(schema, keywordLocation);
  const found = showValue(value);
  if (keyword === 'type') return wrongType(at, stringsOf([wanted].flat()), value);
  if (keyword === 'anyOf') return wrongType(at, typesOf(wanted, schema), value);
  if (keyword === 'enum') return outOfRange(at, `one of ${showValues(arrayOf(wanted))}`, found);
  if (keyword === 'const') return outOfRange(at, showValue(wanted), found);
  if (keyword === 'uniqueItems') return outOfRange(at, 'different items', found);
  if (keyword in RANGES) return outOfRange(at, `${RANGES[keyword]} ${showValue(wanted)}`, found);
  return outOfRange(at, `what the schema says with ${keyword}`, found);
}

function missing(at: string, name: string): ValueProblem {
  return { code: 'missing-required', pointer: at, message: `The required argument ${showValue(name)} is not given.` };
}

export function unknownArgument(at: string, name: string): ValueProblem {
  return { code: 'unknown-argument', pointer: at, message: `No argument ${showValue(name)} is declared.` };
}

function wrongType(at: string, expected: readonly string[], value: unknown): ValueProblem {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const found = value === null ? 'null' : `the ${type} ${showValue(value)}`;
  const wanted = expected.join(' or ') || 'another type';
  return { code: 'wrong-type', pointer: at, message: `Expected ${wanted}, found ${found}.`, expected };
}

function outOfRange(at: string, expected: string, found: string): ValueProblem {
  return { code: 'out-of-range', pointer: at, message: `Expected ${expected}, found ${found}.` };
}

function typesOf(alternatives: unknown, root: JsonObject): string[] {
  const types = arrayOf(alternatives).flatMap((one) => {
    const schema = isObject(one) && typeof one['$ref'] === 'string' ? valueAt(root, fragmentKeys(one['$ref'])) : one;
    return isObject(schema)
      ? [schema['type'] ?? (Array.isArray(schema['enum']) ? 'listed value' : 'other')].flat()
      : [];
  });
  return [...new Set(types.map(String))];
}

export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

/** Follows the path that the validator took through the schema, references included. */
function keywordValue(root: JsonObject, location: string): unknown {
  let at: unknown = root;
  for (const key of fragmentKeys(location)) {
    const next = valueAt(at, [key]);
    at = key === '$ref' && typeof next === 'string' ? valueAt(root, fragmentKeys(next)) : next;
  }
  return at;
}
