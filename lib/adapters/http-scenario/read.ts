/**
 * Recorded HTTP scenarios as the package @octokit/fixtures has them: a list of requests with their responses, in the
 * order in which they were made. One scenario is one trajectory.
 */
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { report, type Problem } from '../reasons.ts';
import { EMPTY_STEP, EMPTY_TRAJECTORY, type InputFile, type Sink, type StepRecord } from '../records.ts';
import { decodeText } from '../text/decode.ts';
import { parseJson } from '../text/json.ts';
import { matchOperation, type LinkableOperation } from './match-operation.ts';

export interface HttpScenarioOptions {
  /** Operations that requests are linked to. */
  readonly operations: readonly LinkableOperation[];
}

/**
 * Reads one scenario. Never throws for what a file holds.
 * @param file `…/HOST/SCENARIO/normalized-fixture.json`; the two folders give the record its id and name
 */
export function readHttpScenario(file: InputFile, sink: Sink, { operations }: HttpScenarioOptions): void {
  const tell = (problem: Problem): void => report(sink, file.path, problem);
  const { text, problems } = decodeText(file.bytes);
  problems.forEach(tell);
  const parsed = parseJson(text);
  if ('failure' in parsed) return tell(parsed.failure);
  parsed.problems.forEach(tell);
  const exchanges = arrayOf(parsed.value).filter(isExchange);
  if (!Array.isArray(parsed.value) || exchanges.length === 0 || exchanges.length < parsed.value.length) {
    const message = 'A list of objects with scope, method, path, status and response is expected.';
    return tell({ severity: 'rejected', reason: 'not-a-scenario', position: '', message, raw: text });
  }
  const [host, name] = scenarioOf(file.path);
  const steps = exchanges.flatMap((exchange, index) => [
    requestStep(exchange, operations),
    responseStep(exchange, index * 2 + 1),
  ]);
  sink.trajectory({
    ...EMPTY_TRAJECTORY,
    record_id: `${host}/${name}`,
    kind: 'recorded',
    format: 'http-scenario',
    source_file: file.path,
    source_pointer: '',
    raw_format: 'json',
    raw: text,
    steps: [taskStep(name), ...steps],
  });
}

interface Exchange extends JsonObject {
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

function isExchange(value: unknown): value is Exchange {
  if (!isObject(value)) return false;
  const { scope, method, path, status } = value;
  return (
    [scope, method, path].every((member) => typeof member === 'string') &&
    typeof status === 'number' &&
    'response' in value
  );
}

/** The last two folders of the path: host and name of the scenario. */
function scenarioOf(path: string): [host: string, name: string] {
  const folders = path.split('/').slice(0, -1);
  return [folders.at(-2) ?? 'unknown', folders.at(-1) ?? path];
}

function taskStep(name: string): StepRecord {
  const note = 'The name of the recorded scenario; the recording has no other words for its task.';
  return { ...EMPTY_STEP, role: 'user', content: name, note };
}

function requestStep(exchange: Exchange, operations: readonly LinkableOperation[]): StepRecord {
  const { scope, method, path, body, reqheaders } = exchange;
  const [pathname = '', search = ''] = path.split('?', 2);
  const match = matchOperation(method, scope.replace(/:443$/, '') + path, operations);
  const given = { ...match?.pathArguments, ...queryArguments(search), ...bodyArgument(body) };
  const call = {
    call: 0,
    source_call_id: null,
    tool_name: match?.operation.name ?? `${method.toUpperCase()} ${pathname}`,
    api_id: match?.operation.api_id ?? null,
    arguments: JSON.stringify(given),
    syntax: 'http',
    derived: false,
  };
  const raw = JSON.stringify({ scope, method, path, body, reqheaders });
  return {
    ...EMPTY_STEP,
    role: 'assistant',
    calls: [call],
    note: 'Recorded request; its path and query are the arguments.',
    raw,
  };
}

/** Query parameters; one that is repeated has the list of its values. */
function queryArguments(search: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(search);
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    found[name] = values.length === 1 ? values[0]! : values;
  }
  return found;
}

/** An empty string is how the recording writes that a request has no body. */
function bodyArgument(body: unknown): { body?: unknown } {
  return body === undefined || body === '' || body === null ? {} : { body };
}

function responseStep(exchange: Exchange, step: number): StepRecord {
  const { status, response, responseIsBinary, headers } = exchange;
  return {
    ...EMPTY_STEP,
    role: 'tool',
    content: typeof response === 'string' ? response : JSON.stringify(response),
    content_type: textOf(objectOf(headers)['content-type']),
    call_step: step,
    call: 0,
    status: String(status),
    is_error: status >= 400,
    note: responseIsBinary === true ? 'Recorded response; its bytes are written in hexadecimal.' : null,
    raw: JSON.stringify({ status, headers }),
  };
}
