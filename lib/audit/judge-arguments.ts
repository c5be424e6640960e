/** Judges the arguments of a call by what its tool declares. */
import type { ToolDeclaration } from '../adapters/declarations.ts';
import { shapesOf } from '../adapters/dialects/declared-fields.ts';
import { declaredParameters } from '../adapters/dialects/index.ts';
import { arrayOf, isObject, type JsonObject } from '../adapters/json-value.ts';
import { fragmentKeys, pointer } from '../adapters/text/pointer.ts';
import { compile, type Judge } from './compile.ts';
import { unknownArgument, valueAt, valueProblems, type ValueProblem } from './schema-errors.ts';
import { writesText } from './syntaxes.ts';
import { canonical } from './values.ts';

/** The most problems that are told of one call. */
const LIMIT = 50;

/** What a tool declares, ready to judge by. */
interface Judged {
  readonly schema: JsonObject;
  readonly judge: Judge;
  /** Names of all arguments that there are; null where the schema leaves room for others. */
  readonly names: ReadonlySet<string> | null;
  /** Values that hold where an argument is not given. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** Compiled once per declaration, for as long as it is in use. */
const known = new WeakMap<ToolDeclaration, { readonly judged: Judged | null }>();

/**
 * @param tool the declaration; null parameters, prose, and a schema that cannot be compiled judge nothing
 * @param values arguments by name
 * @param syntax how the call was written (calls.syntax)
 * @returns at most LIMIT problems, in order of the schema; pointers lead into the arguments
 */
export function judgeArguments(tool: ToolDeclaration, values: JsonObject, syntax: string): ValueProblem[] {
  const judged = judgedBy(tool);
  const errors = judged?.judge(values) ?? null;
  if (judged === null || errors === null) return [];
  const problems = errors.length === 0 ? [] : valueProblems(errors, values, judged.schema);
  const told = new Set(problems.map((problem) => problem.pointer));
  const undeclared = Object.keys(values)
    .filter((name) => judged.names !== null && !judged.names.has(name) && !told.has(pointer(name)))
    .map((name) => unknownArgument(pointer(name), name));
  return [...problems.filter((problem) => !isExcused(problem, judged, values, syntax)), ...undeclared].slice(0, LIMIT);
}

function judgedBy(tool: ToolDeclaration): Judged | null {
  const found = known.get(tool);
  if (found) return found.judged;
  const judged = prepare(tool);
  known.set(tool, { judged });
  return judged;
}

function prepare(tool: ToolDeclaration): Judged | null {
  const { schema } = declaredParameters(tool);
  const judge = schema === null ? null : compile(schema);
  if (schema === null || judge === null) return null;
  const properties = shapesOf(schema).properties(schema);
  const defaults = properties.flatMap(({ name, schema: declared }) =>
    isObject(declared) && 'default' in declared ? [[name, canonical(declared['default'])] as const] : [],
  );
  const names = properties.length === 0 || leavesRoom(schema, schema) ? null : properties.map(({ name }) => name);
  return { schema, judge, names: names && new Set(names), defaults: new Map(defaults) };
}

/**
 * Whether arguments may be given that are not named. JSON Schema allows any member that it does not speak of; but the
 * properties of a tool are the parameters of a function, of which there are no others, unless the schema says so.
 */
function leavesRoom(schema: unknown, root: JsonObject, depth = 0): boolean {
  const target = shapesOf(root).references.object(schema, null);
  const further = target['additionalProperties'];
  if (depth > 8 || isObject(target['patternProperties']) || Array.isArray(target['anyOf'])) return true;
  if (further === true || isObject(further)) return true;
  return arrayOf(target['allOf']).some((part) => leavesRoom(part, root, depth + 1));
}

/** A declared default is right even where it contradicts its own type; and in a URL a number is text, and text a number. */
function isExcused(
  { code, pointer: at, expected = [] }: ValueProblem,
  judged: Judged,
  values: JsonObject,
  syntax: string,
): boolean {
  if (code !== 'wrong-type' && code !== 'out-of-range') return false;
  const [name = ''] = fragmentKeys(`#${at}`);
  if (judged.defaults.has(name) && judged.defaults.get(name) === canonical(values[name])) return true;
  if (code !== 'wrong-type' || !writesText(syntax) || isBody(name, syntax)) return false;
  const value = valueAt(values, fragmentKeys(`#${at}`));
  if (typeof value === 'number' || typeof value === 'boolean') return expected.includes('string');
  return typeof value === 'string' && expected.some((type) => readsAs(value, type));
}

/** The body of a request is JSON; all else of it stands in its URL and headers. */
function isBody(name: string, syntax: string): boolean {
  return syntax === 'http' && /^(?:request\.)?body$/.test(name);
}

function readsAs(text: string, type: string): boolean {
  if (type === 'boolean') return /^(?:true|false)$/i.test(text);
  if (type === 'integer') return /^[+-]?\d+$/.test(text);
  if (type === 'number') return text.trim() !== '' && Number.isFinite(Number(text));
  return type === 'array' || type === 'object' || type === 'null';
}
