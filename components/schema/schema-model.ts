/** What a JSON Schema says, node by node, for people. Pure: references are followed by the caller's `Scope`. */
import { pathOf, type JsonValue } from '@/components/content/json';
import { factsOf, type Fact } from './schema-facts';

/** A schema and the document whose `$defs` its references look at first. */
export interface Placed {
  readonly schema: JsonValue;
  readonly home: JsonValue;
}

export type Lookup =
  | { readonly state: 'ready'; readonly placed: Placed }
  | { readonly state: 'loading' | 'missing' | 'unread' }
  | { readonly state: 'failed'; readonly message: string };

/** Finds a named schema that is not in its document's own `$defs`. */
export type FindDefinition = (name: string) => Lookup;

export interface SchemaChild {
  /** Unique among its siblings. */
  readonly id: string;
  readonly label: string;
  /** `property` labels are names out of the corpus; those of `part` are ours, e.g. "one of 2/3". */
  readonly kind: 'property' | 'part';
  readonly required: boolean;
  readonly placed: Placed;
  /** Path of the value that the child describes. */
  readonly path: string;
}

/** A schema with its references and arrays followed: what it says, and whose children it has. */
export interface SchemaNode {
  readonly type: string;
  readonly format: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly facts: readonly Fact[];
  readonly marks: readonly string[];
  /** Names of references that were followed, in order. */
  readonly refs: readonly string[];
  /** What became of the last reference; `ready` where there was none. */
  readonly lookup: Lookup['state'];
  readonly failure: string | null;
  /** A reference that could not be found, or is not of the form `#/$defs/NAME`. */
  readonly dangling: string | null;
  readonly expandable: boolean;
  readonly children: (path: string) => SchemaChild[];
}

const DEFS = '#/$defs/';
const MOST_HOPS = 24;

/** @returns the reference of a schema; null where `$ref` is absent or no string (then it is no reference). */
function referenceOf(schema: JsonValue): string | null {
  return schema.member('$ref')?.string ?? null;
}

/** @returns NAME of `#/$defs/NAME`, with the escapes of JSON pointers undone; null where the reference is another. */
function definitionName(ref: string): string | null {
  if (!ref.startsWith(DEFS)) return null;
  return ref.slice(DEFS.length).replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * Reads one schema.
 * @param placed the schema
 * @param find finds definitions that the document does not hold itself
 */
export function schemaNode(placed: Placed, find: FindDefinition): SchemaNode {
  const trail = follow(placed, find);
  const { subject } = trail;
  const shown = trail.layers;
  const text = (key: string) => firstOf(shown, (schema) => schema.member(key)?.string ?? null);
  const isOpen = subject !== null && hasChildren(subject.schema);
  return {
    type: typeLabel(placed.schema),
    format: firstOf(shown, (schema) => schema.member('format')?.string ?? null),
    title: text('title'),
    description: text('description'),
    facts: shown.flatMap(({ schema, isItem }) => factsOf(schema, isItem ? 'items ' : '')),
    marks: marksOf(shown.map(({ schema }) => schema)),
    refs: trail.refs,
    lookup: trail.lookup.state,
    failure: trail.lookup.state === 'failed' ? trail.lookup.message : null,
    dangling: trail.dangling,
    expandable: isOpen || trail.lookup.state === 'unread' || trail.lookup.state === 'loading',
    children: (path) => (subject === null ? [] : childrenOf(subject, path + trail.suffix)),
  };
}

interface Layer {
  readonly schema: JsonValue;
  readonly isItem: boolean;
}

interface Trail {
  /** Schemas on the way, the first one included. */
  readonly layers: readonly Layer[];
  readonly refs: readonly string[];
  readonly lookup: Lookup;
  readonly dangling: string | null;
  /** Where the way ends; null where it ends in a reference that is not there (yet). */
  readonly subject: Placed | null;
  /** `[]` for each array on the way. */
  readonly suffix: string;
}

/** Goes through references and the items of arrays up to a schema that is neither. */
function follow(start: Placed, find: FindDefinition): Trail {
  const layers: Layer[] = [];
  const refs: string[] = [];
  let suffix = '';
  let lookup: Lookup = { state: 'ready', placed: start };
  for (let at = start, hop = 0; hop < MOST_HOPS; hop++) {
    layers.push({ schema: at.schema, isItem: suffix !== '' });
    const ref = referenceOf(at.schema);
    const items = at.schema.member('items');
    if (ref !== null) {
      const name = definitionName(ref);
      // One round of a cycle of bare references is enough.
      if (name === null || refs.includes(name))
        return { layers, refs, lookup, dangling: name === null ? ref : null, subject: null, suffix };
      refs.push(name);
      lookup = definitionIn(at.home, name) ?? find(name);
      if (lookup.state !== 'ready') {
        return { layers, refs, lookup, dangling: lookup.state === 'missing' ? ref : null, subject: null, suffix };
      }
      at = lookup.placed;
    } else if (items?.kind === 'object' && !hasOwnChildren(at.schema)) {
      suffix += '[]';
      at = { schema: items, home: at.home };
    } else return { layers, refs, lookup, dangling: null, subject: at, suffix };
  }
  return { layers, refs, lookup, dangling: null, subject: null, suffix };
}

function definitionIn(home: JsonValue, name: string): Lookup | null {
  const schema = home.member('$defs')?.member(name);
  return schema === undefined ? null : { state: 'ready', placed: { schema, home } };
}

function firstOf<T>(layers: readonly Layer[], read: (schema: JsonValue) => T | null): T | null {
  for (const { schema } of layers) {
    const found = read(schema);
    if (found !== null) return found;
  }
  return null;
}

const FLAGS = {
  deprecated: 'deprecated',
  readOnly: 'read-only',
  writeOnly: 'write-only',
  nullable: 'nullable',
} as const;

function marksOf(schemas: readonly JsonValue[]): string[] {
  return Object.entries(FLAGS).flatMap(([key, said]) =>
    schemas.some((schema) => schema.member(key)?.isTrue) ? [said] : [],
  );
}

const COMBINATIONS = { allOf: 'all of', oneOf: 'one of', anyOf: 'any of' } as const;

/** @returns the type in a few words: `string`, `array<Pet>`, `integer | null`, `one of 3`. */
function typeLabel(schema: JsonValue, depth = 0): string {
  if (schema.kind === 'boolean') return schema.isTrue ? 'anything' : 'nothing';
  if (schema.kind !== 'object') return 'no schema';
  const ref = referenceOf(schema);
  if (ref !== null) return definitionName(ref) ?? ref;
  const items = schema.member('items');
  const type = declaredType(schema);
  if (items?.kind === 'object' && (type === null || type === 'array')) {
    return depth > 5 ? 'array' : `array<${typeLabel(items, depth + 1)}>`;
  }
  if (type !== null) return type;
  if (schema.member('properties') || schema.member('additionalProperties')) return 'object';
  for (const [key, said] of Object.entries(COMBINATIONS)) {
    const parts = schema.member(key);
    if (parts?.kind === 'array') return `${said} ${parts.size}`;
  }
  return schema.member('const') ? 'constant' : schema.member('enum') ? 'enum' : 'any';
}

function declaredType(schema: JsonValue): string | null {
  const type = schema.member('type');
  if (type?.kind === 'string') return type.string;
  if (type?.kind !== 'array') return null;
  return type.elements.map((element) => element.string ?? element.text).join(' | ');
}

function hasOwnChildren(schema: JsonValue): boolean {
  return ['properties', 'patternProperties', 'prefixItems', ...Object.keys(COMBINATIONS)].some(
    (key) => (schema.member(key)?.size ?? 0) > 0,
  );
}

function hasChildren(schema: JsonValue): boolean {
  return schema.kind === 'object' && childrenOf({ schema, home: schema }, '').length > 0;
}

function childrenOf({ schema, home }: Placed, path: string): SchemaChild[] {
  const required = new Set(schema.member('required')?.elements.map((element) => element.string));
  const child = (id: string, label: string, value: JsonValue | undefined, below = path): SchemaChild[] =>
    value === undefined
      ? []
      : [{ id, label, kind: 'part', required: false, placed: { schema: value, home }, path: below }];
  const named = (key: string, says: (name: string) => string): SchemaChild[] =>
    (schema.member(key)?.members ?? []).flatMap((entry, index) =>
      child(`${key}/${index}`, says(entry.key), entry.value, `${path}.*`),
    );
  const properties = (schema.member('properties')?.members ?? []).map((entry, index): SchemaChild => ({
    id: `properties/${index}`,
    label: entry.key,
    kind: 'property',
    required: required.has(entry.key),
    placed: { schema: entry.value, home },
    path: pathOf(path, entry.key),
  }));
  const others = schema.member('additionalProperties');
  const items = schema.member('items');
  return [
    ...properties,
    ...named('patternProperties', (pattern) => `names like /${pattern}/`),
    ...(others?.kind === 'object' ? child('additional', 'any other name', others, `${path}.*`) : []),
    ...Object.entries(COMBINATIONS).flatMap(([key, said]) => {
      const parts = schema.member(key)?.elements ?? [];
      return parts.flatMap((part, index) => child(`${key}/${index}`, `${said}, ${index + 1}/${parts.length}`, part));
    }),
    ...tuple(schema).flatMap((part, index) => child(`tuple/${index}`, `[${index}]`, part, pathOf(path, index))),
    ...(items?.kind === 'object' && properties.length > 0 ? child('items', 'items', items, `${path}[]`) : []),
    ...['not', 'if', 'then', 'else', 'contains', 'propertyNames'].flatMap((key) => child(key, key, schema.member(key))),
    ...named('dependentSchemas', (name) => `if ${name} is there`),
  ];
}

function tuple(schema: JsonValue): readonly JsonValue[] {
  const items = schema.member('items');
  return schema.member('prefixItems')?.elements ?? (items?.kind === 'array' ? items.elements : []);
}
