/** Gorilla's API documents: models of Hugging Face, TensorFlow Hub and PyTorch Hub. */
import { apiId, type ApiKey } from '../../corpus/index.ts';
import { eachRecord, type RecordAdapter } from '../adapter.ts';
import { apiFromDeclaration, type DeclaredExample } from '../api-from-declaration.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';

/** Fields whose type drifts: an object, a list, a text or null. They are kept as they are. */
const DRIFTING = ['api_arguments', 'example_code', 'python_environment_requirements', 'performance'] as const;

export const gorillaApis: RecordAdapter = {
  name: 'gorilla-apis',
  title: 'Gorilla API documents',
  yields: ['apis'],
  doc: 'One model a line: how it is loaded (`api_call`), arguments, code, requirements and performance, which are objects, lists, texts or null as it happens. Arguments are example values rather than a schema, so calls are not judged by them.',
  reference: 'Gorilla (APIBench), data/api',
  scope: 'record',
  detect: ({ records }) =>
    records.every(({ value }) => isModel(value))
      ? { confidence: 0.95, reason: 'records have `framework`, `functionality`, `api_name` and `api_call`' }
      : null,
  open: eachRecord(({ value, raw, position }, file, sink) => {
    if (!isModel(value)) {
      const message = 'Expected `framework`, `functionality`, `api_name` and `api_call`.';
      return report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
    }
    const { name, ...place } = modelKey(value);
    const declaration = {
      name,
      description: textOf(value['description']),
      dialect: 'prose' as const,
      parameters: value['api_arguments'] ?? null,
      returns: null,
      group: null,
      domain: textOf(value['domain']),
      api_id: null,
      raw,
    };
    sink.api(
      apiFromDeclaration(declaration, {
        ...place,
        kind: 'model',
        title: textOf(value['functionality']),
        examples: examplesOf(value),
        source_file: file.path,
        source_pointer: position,
        raw_format: 'json',
      }),
    );
  }),
};

interface Model extends JsonObject {
  readonly api_name: string;
  readonly api_call: string;
}

export function isModel(value: unknown): value is Model {
  if (!isObject(value) || !('framework' in value && 'functionality' in value)) return false;
  return [value['api_name'], value['api_call']].every((text) => textOf(text) !== null);
}

/** One name may stand for several models of a family, and for a model in several uses; the call tells them apart. */
function modelKey(model: Model): ApiKey {
  return { provider: textOf(model['framework']) ?? 'Gorilla', tool: model.api_name, name: model.api_call };
}

/** @returns the id of a model in the catalogue; null where the value is no model */
export function modelId(value: unknown): string | null {
  return isModel(value) ? apiId(modelKey(value)) : null;
}

function examplesOf(model: Model): DeclaredExample[] {
  const shown = [['api_call', model.api_call] as const, ...DRIFTING.map((key) => [key, model[key]] as const)];
  return shown
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => ({ place: 'request', name, status: null, media_type: null, value }));
}

/** `N/A` is the source's own word for it. */
function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '' || value === 'N/A';
  if (isObject(value)) return Object.values(value).every(isNothing);
  return value === null || value === undefined || (Array.isArray(value) && value.every(isNothing));
}
