/**
 * JSON text as a tree that keeps the text: integers of any size, repeated keys and names such as `__proto__` stay as
 * they were written.
 */
import { parseTree, type Node, type ParseError } from 'jsonc-parser';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface JsonMember {
  readonly key: string;
  readonly value: JsonValue;
}

/** One value within a JSON text. Members and elements are made when they are asked for. */
export class JsonValue {
  readonly kind: JsonKind;
  readonly #source: string;
  readonly #node: Node;
  #members: readonly JsonMember[] | null = null;
  #elements: readonly JsonValue[] | null = null;

  constructor(source: string, node: Node) {
    this.#source = source;
    this.#node = node;
    this.kind = node.type === 'property' ? 'null' : node.type;
  }

  /** The value as it is written. */
  get text(): string {
    return this.#source.slice(this.#node.offset, this.#node.offset + this.#node.length);
  }

  /** Members of an object or elements of an array. */
  get size(): number {
    return this.kind === 'object' || this.kind === 'array' ? (this.#node.children?.length ?? 0) : 0;
  }

  /** Members in order, repeated keys included; none where this is no object. */
  get members(): readonly JsonMember[] {
    this.#members ??= this.kind === 'object' ? (this.#node.children ?? []).flatMap((child) => this.#member(child)) : [];
    return this.#members;
  }

  /** Elements in order; none where this is no array. */
  get elements(): readonly JsonValue[] {
    this.#elements ??=
      this.kind === 'array' ? (this.#node.children ?? []).map((child) => new JsonValue(this.#source, child)) : [];
    return this.#elements;
  }

  /** The last member of that name, as JSON.parse takes it. */
  member(key: string): JsonValue | undefined {
    return this.members.findLast((entry) => entry.key === key)?.value;
  }

  /** The value of a string; null where this is none. */
  get string(): string | null {
    return this.kind === 'string' ? String(this.#node.value) : null;
  }

  get isTrue(): boolean {
    return this.kind === 'boolean' && this.#node.value === true;
  }

  #member(property: Node): JsonMember[] {
    const [key, value] = property.children ?? [];
    return key && value ? [{ key: String(key.value), value: new JsonValue(this.#source, value) }] : [];
  }
}

export type ParsedJson = { readonly value: JsonValue } | { readonly problem: string };

/**
 * @param text JSON text out of a corpus
 * @returns its value, or what is wrong with it
 */
export function parseJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, {
      disallowComments: true,
      allowTrailingComma: false,
      allowEmptyContent: false,
    });
    const first = errors[0];
    if (root && first === undefined) return { value: new JsonValue(text, root) };
    return { problem: first ? `Not JSON at character ${first.offset + 1}.` : 'Not JSON.' };
  } catch {
    return { problem: 'Nested too deeply to be shown as a tree.' };
  }
}

/** @returns a short text for a value: scalars as written, containers by their size. */
export function summarise(value: JsonValue, most: number): string {
  if (value.kind === 'object') return value.size === 0 ? '{}' : `{${value.size}}`;
  if (value.kind === 'array') return value.size === 0 ? '[]' : `[${value.size}]`;
  const text = value.text;
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** @returns the path of a member below `path`, in the notation of JavaScript: `.name`, `["odd name"]`, `[0]`. */
export function pathOf(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
