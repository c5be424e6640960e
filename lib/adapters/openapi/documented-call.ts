/** Whether an operation documents all that a call to it needs, and that call. */
import { objectOf, textOf } from '../json-value.ts';
import { errorExamples, successExample, type ResponseExample } from './documented.ts';
import type { Example, Operation } from './model.ts';

/** The key under which a request body stands among the arguments; parameters stand under their names. */
const BODY_ARGUMENT = 'body';

/** One argument with its documented value. */
export interface Argument {
  readonly name: string;
  /** path, query, header, cookie or body. */
  readonly location: string;
  readonly required: boolean;
  readonly value: unknown;
  /** The value is the schema's default, or the only one it allows: no example is documented for a required parameter. */
  readonly isDefault: boolean;
}

export interface DocumentedCall {
  readonly apiId: string;
  readonly toolName: string;
  readonly method: string;
  readonly path: string;
  /** The operation's description, or its summary, verbatim. */
  readonly instruction: { readonly text: string; readonly from: 'description' | 'summary' };
  readonly arguments: readonly Argument[];
  readonly success: ResponseExample;
  readonly failure: DocumentedFailure | null;
}

/** A documented error with a call that it may answer. */
export interface DocumentedFailure {
  readonly response: ResponseExample;
  readonly arguments: readonly Argument[];
  /** How the failing call differs from the documented one. */
  readonly difference: { readonly omitted: string } | { readonly named: string } | null;
}

/**
 * @returns the call that an operation documents, or null where a required parameter or body has no documented value,
 *   no success response has an example, or there is no text to take the instruction from
 */
export function documentedCall(apiId: string, toolName: string, operation: Operation): DocumentedCall | null {
  const success = successExample(operation);
  const instruction = instructionOf(operation);
  if (!success || !instruction) return null;
  const found = argumentsOf(operation, success.example.name);
  if (!found) return null;
  const { method, path } = operation;
  const failure = failureOf(operation, found, success);
  return { apiId, toolName, method, path, instruction, arguments: found, success, failure };
}

function instructionOf({ declared }: Operation): DocumentedCall['instruction'] | null {
  const description = textOf(declared['description']);
  if (description !== null) return { text: description, from: 'description' };
  const summary = textOf(declared['summary']);
  return summary === null ? null : { text: summary, from: 'summary' };
}

/** The example of a name where there is one, else the first. */
function pick(examples: readonly Example[], name: string | null): Example | undefined {
  return examples.find((example) => name !== null && example.name === name) ?? examples[0];
}

/**
 * @param name name of the example to take where several are documented
 * @returns the documented arguments; null where a required one has no value
 */
function argumentsOf({ parameters, body }: Operation, name: string | null): Argument[] | null {
  const found: Argument[] = [];
  const names = new Set<string>();
  for (const parameter of parameters) {
    const example = pick(parameter.examples, name);
    const value = example ? example.value : parameter.required ? onlyValue(parameter.schema) : undefined;
    if (value === undefined && parameter.required) return null;
    if (value === undefined) continue;
    const { location, required } = parameter;
    // A name may occur in the path and in the query; the second one says where it belongs.
    const unique = names.has(parameter.name) ? `${location}.${parameter.name}` : parameter.name;
    names.add(unique);
    found.push({ name: unique, location, required, value, isDefault: !example });
  }
  if (!body) return found;
  const example = pick(body.examples, name);
  if (!example) return body.required ? null : found;
  const unique = names.has(BODY_ARGUMENT) ? `request.${BODY_ARGUMENT}` : BODY_ARGUMENT;
  found.push({ name: unique, location: 'body', required: body.required, value: example.value, isDefault: false });
  return found;
}

/** The default of a schema, or the only value that it allows. */
function onlyValue(schema: unknown): unknown {
  const { default: usual, const: constant, enum: allowed } = objectOf(schema);
  return usual ?? constant ?? (Array.isArray(allowed) && allowed.length === 1 ? allowed[0] : undefined);
}

function failureOf(
  operation: Operation,
  documented: readonly Argument[],
  success: ResponseExample,
): DocumentedFailure | null {
  const errors = errorExamples(operation);
  const named = errors.find(
    ({ example }) => example.name !== success.example.name && hasRequest(operation, example.name),
  );
  if (named) {
    const wrong = argumentsOf(operation, named.example.name);
    if (wrong) return { response: named, arguments: wrong, difference: { named: named.example.name! } };
  }
  // A missing argument is what 400 and 422 are about; another error will do where there is none.
  const response = errors.find(({ status }) => status === '400' || status === '422') ?? errors[0];
  if (!response) return null;
  const omitted =
    documented.find((one) => one.required && one.location !== 'path') ??
    documented.find((one) => one.required) ??
    documented[0];
  if (!omitted) return { response, arguments: documented, difference: null };
  const rest = documented.filter((one) => one !== omitted);
  return { response, arguments: rest, difference: { omitted: omitted.name } };
}

function hasRequest({ parameters, body }: Operation, name: string | null): boolean {
  if (name === null) return false;
  return [...parameters, ...(body ? [body] : [])].some(({ examples }) => examples.some((one) => one.name === name));
}
