/**
 * What a Hugging Face dataset says of itself: the front matter of its README (`dataset_info`, one object or a list of
 * configurations), a dataset_info.json, or a dataset_infos.json (configuration to info). Features are a list of
 * `{name, dtype | struct | list | sequence}` in YAML, and an object of `{name: {_type, dtype …}}` in JSON
 * (huggingface/datasets, src/datasets/features/features.py and info.py).
 */
import * as v from 'valibot';
import { PublishedError, type PublishedDataset } from './published.ts';

const size = v.nullish(v.number());
const splitInfo = v.object({ name: v.nullish(v.string()), num_bytes: size, num_examples: size });
const info = v.object({
  config_name: v.nullish(v.string()),
  features: v.nullish(v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())])),
  splits: v.nullish(v.union([v.array(splitInfo), v.record(v.string(), splitInfo)])),
  download_size: size,
});

type Info = v.InferOutput<typeof info>;

/** Longest type that is shown. */
const MAX_TYPE = 200;

/** @returns whether parsed JSON or front matter may describe a dataset */
export function isDatasetInfo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'dataset_info' in value || describes(value) || Object.values(value).some(describes);
}

function describes(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('features' in value || 'splits' in value);
}

/**
 * @param path of the file
 * @param value its JSON, or the front matter of a README
 * @returns one entry per configuration
 * @throws PublishedError
 */
export function readDatasetInfo(path: string, value: unknown): PublishedDataset[] {
  const found = infosOf(value).map(([name, entry]) => {
    const parsed = v.safeParse(info, entry);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      throw new PublishedError(
        `${path}: dataset_info ${(issue && v.getDotPath(issue)) ?? ''}: ${issue?.message ?? 'unreadable'}.`,
      );
    }
    return datasetOf(path, parsed.output.config_name ?? name, parsed.output);
  });
  if (found.length === 0) throw new PublishedError(`${path}: has no dataset_info with features or splits.`);
  return found;
}

function infosOf(value: unknown): (readonly [name: string, info: unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = 'dataset_info' in value ? value.dataset_info : value;
  if (Array.isArray(inner)) return inner.map((entry: unknown) => ['default', entry] as const);
  if (describes(inner)) return [['default', inner]];
  return typeof inner === 'object' && inner !== null
    ? Object.entries(inner).filter(([, entry]) => describes(entry))
    : [];
}

function datasetOf(origin: string, configuration: string, { features, splits, download_size }: Info): PublishedDataset {
  const named = Array.isArray(splits)
    ? splits.map((split) => [split.name ?? '', split] as const)
    : Object.entries(splits ?? {});
  return {
    kind: 'dataset',
    origin,
    configuration,
    features: featuresOf(features),
    splits: named.map(([name, split]) => ({
      name,
      examples: split.num_examples ?? null,
      bytes: split.num_bytes ?? null,
    })),
    downloadBytes: download_size ?? null,
  };
}

function featuresOf(features: Info['features']): PublishedDataset['features'] {
  if (Array.isArray(features))
    return features.map((feature) => ({ name: textOf(feature, 'name') ?? '', type: typeName(feature) }));
  return Object.entries(features ?? {}).map(([name, feature]) => ({ name, type: typeName(feature) }));
}

/** A type for people: `string`, `list<struct<role: string, content: string>>`, `class_label`. */
function typeName(feature: unknown): string {
  return nested(feature, 0).slice(0, MAX_TYPE);
}

/** Nesting that is followed; a card may hold anything. */
const MAX_DEPTH = 8;

function nested(feature: unknown, depth: number): string {
  if (typeof feature === 'string') return feature;
  if (typeof feature !== 'object' || feature === null || depth > MAX_DEPTH) return '…';
  if (Array.isArray(feature)) {
    // In JSON a list of one type is a list; in YAML a list of named features is a struct.
    const [only] = feature as readonly unknown[];
    return feature.length === 1 && textOf(only, 'name') === null
      ? `list<${nested(only, depth + 1)}>`
      : struct(feature, depth);
  }
  if ('struct' in feature) return nested(feature.struct, depth + 1);
  for (const key of ['list', 'sequence', 'large_list', 'feature'] as const)
    if (key in feature) return `list<${nested((feature as Record<string, unknown>)[key], depth + 1)}>`;
  if ('dtype' in feature) return typeof feature.dtype === 'string' ? feature.dtype : nested(feature.dtype, depth + 1);
  if ('class_label' in feature) return 'class_label';
  return (
    textOf(feature, '_type') ??
    struct(
      Object.entries(feature).map(([name, type]) => ({ name, dtype: type })),
      depth,
    )
  );
}

function struct(fields: readonly unknown[], depth: number): string {
  return `struct<${fields.map((field) => `${textOf(field, 'name') ?? '?'}: ${nested(field, depth + 1)}`).join(', ')}>`;
}

function textOf(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === 'string' ? found : null;
}
