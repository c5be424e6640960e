/**
 * Trajectories assembled from what a document itself shows: instruction from the documentation, a call with the
 * documented arguments, the documented response as observation. No text is invented; each step's note says what it is.
 */
import { EMPTY_STEP, EMPTY_TRAJECTORY, type StepRecord, type TrajectoryRecord } from '../records.ts';
import type { ResponseExample } from './documented.ts';
import type { Argument, DocumentedCall, DocumentedFailure } from './documented-call.ts';

/** The source to which these trajectories belong, whatever source their document is from. */
export const EXAMPLES_SOURCE = 'openapi-examples';

/** What all trajectories of a document share. */
export interface TrajectoryOrigin {
  readonly domain: string | null;
  readonly file: string;
  /** JSON pointer of the operation. */
  readonly pointer: string;
}

/** @returns the call and its success; where an error is documented too, also the error and the corrected call */
export function exampleTrajectories(call: DocumentedCall, origin: TrajectoryOrigin): TrajectoryRecord[] {
  const plain = [
    userStep(call),
    callStep(call, call.arguments, argumentsNote(call.arguments)),
    observation(call.success, 1),
  ];
  const trajectories = [trajectory(call.apiId, plain, origin)];
  if (call.failure) trajectories.push(trajectory(`${call.apiId}#error`, errorSteps(call, call.failure), origin));
  return trajectories;
}

/**
 * @param list a documented call of `GET /x`
 * @param read a documented call of `GET /x/{id}`
 * @returns both in one trajectory
 */
export function chainTrajectory(
  list: DocumentedCall,
  read: DocumentedCall,
  origin: TrajectoryOrigin,
): TrajectoryRecord {
  const why = `Two operations of one resource in a row: GET ${list.path}, then GET ${read.path}. `;
  const steps = [list, read].flatMap((call, index) => [
    { ...userStep(call), note: why + userNote(call) },
    callStep(call, call.arguments, argumentsNote(call.arguments)),
    observation(call.success, index * 3 + 1),
  ]);
  return trajectory(`${read.apiId}#chain`, steps, origin);
}

/** Pairs of a collection's operation and that of one of its items: `GET /x` and `GET /x/{id}`. */
export function* resourcePairs(calls: readonly DocumentedCall[]): Generator<readonly [DocumentedCall, DocumentedCall]> {
  const reads = calls.filter(({ method }) => method === 'GET');
  const byPath = new Map(reads.map((call) => [call.path.replace(/\/$/, ''), call]));
  for (const read of reads) {
    const collection = /^(.+)\/\{[^{}/]+\}\/?$/.exec(read.path)?.[1];
    const list = collection === undefined ? undefined : byPath.get(collection);
    if (list && list !== read) yield [list, read];
  }
}

function trajectory(record: string, steps: readonly StepRecord[], origin: TrajectoryOrigin): TrajectoryRecord {
  const { domain, file, pointer } = origin;
  return {
    ...EMPTY_TRAJECTORY,
    record_id: record,
    kind: 'documented',
    domain,
    format: 'openapi',
    source_file: file,
    source_pointer: pointer,
    // The record is the documentation, which api_docs.raw has.
    raw_format: 'text',
    raw: '',
    steps,
  };
}

function errorSteps(call: DocumentedCall, failure: DocumentedFailure): StepRecord[] {
  return [
    userStep(call),
    callStep(call, failure.arguments, failureNote(failure)),
    observation(failure.response, 1),
    callStep(call, call.arguments, `Corrected call. ${argumentsNote(call.arguments)}`),
    observation(call.success, 3),
  ];
}

function userNote({ instruction }: DocumentedCall): string {
  return `The operation's ${instruction.from}, verbatim.`;
}

function userStep(call: DocumentedCall): StepRecord {
  return { ...EMPTY_STEP, role: 'user', content: call.instruction.text, note: userNote(call) };
}

function callStep({ apiId, toolName }: DocumentedCall, given: readonly Argument[], note: string): StepRecord {
  const text = JSON.stringify(Object.fromEntries(given.map(({ name, value }) => [name, value])));
  const call = {
    call: 0,
    source_call_id: null,
    tool_name: toolName,
    api_id: apiId,
    arguments: text,
    syntax: 'http',
    derived: false,
  };
  return { ...EMPTY_STEP, role: 'assistant', calls: [call], note };
}

function argumentsNote(given: readonly Argument[]): string {
  if (given.length === 0) return 'Call without arguments: the operation requires none and documents no value.';
  const defaults = given.filter((one) => one.isDefault).map((one) => one.name);
  const rest =
    defaults.length === 0 ? '' : ` Default or only allowed value, as no example is documented: ${defaults.join(', ')}.`;
  return `Call with the documented examples of parameters and body.${rest}`;
}

function failureNote({ difference, response }: DocumentedFailure): string {
  const before = `Failing call, assembled for the documented error ${response.status}: `;
  if (difference === null) return `${before}the same call as the corrected one, since it has no arguments.`;
  if ('named' in difference) return `${before}the documented request example ${JSON.stringify(difference.named)}.`;
  return `${before}the documented arguments without ${JSON.stringify(difference.omitted)}.`;
}

function observation({ status, example }: ResponseExample, step: number): StepRecord {
  const { value, mediaType, name } = example;
  const named = name === null ? '' : ` ${JSON.stringify(name)}`;
  return {
    ...EMPTY_STEP,
    role: 'tool',
    content: typeof value === 'string' ? value : JSON.stringify(value),
    content_type: mediaType,
    call_step: step,
    call: 0,
    status,
    is_error: /^[45]/.test(status),
    note: `Documented example${named} of response ${status}.`,
  };
}
