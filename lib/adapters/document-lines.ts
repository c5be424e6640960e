/** Lines of training documents: what one looks like, whatever format its API was declared in. */
import { arrayOf, isObject, objectOf, type JsonObject } from './json-value.ts';
import type { Property, Shapes } from './openapi/shape.ts';
import { shorten } from './text/plain.ts';

/** What bounds a document, in characters or counts. An operation's own summary and description are never cut. */
export const LIMITS = {
  /** Description of a parameter or property. */
  parameter: 240,
  nested: 120,
  response: 160,
  /** Values of an enumeration. */
  values: 12,
  constraint: 80,
  /** Levels of body properties, and how many of them in all. */
  depth: 3,
  properties: 40,
  /** Properties named in a response's shape. */
  shape: 16,
  responses: 8,
  example: 2_000,
} as const;

/** @returns a titled list; null where it has no lines */
export function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `## ${title}\n${lines.join('\n')}`;
}

/** @returns a description behind a colon, in one line and bounded; empty where there is none */
export function line(text: string | null, limit: number): string {
  return text === null ? '' : `: ${shorten(text.replaceAll(/\s+/g, ' ').trim(), limit)}`;
}

/** @returns type, need and constraints of a value, joined by commas */
export function factsOf(first: readonly string[], schema: unknown, required: boolean, shapes: Shapes): string {
  const facts = [
    ...first,
    shapes.type(schema),
    required ? 'required' : null,
    ...constraintTexts(shapes.constraints(schema)),
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}

function constraintTexts(constraints: JsonObject | null): string[] {
  return Object.entries(constraints ?? {}).map(([keyword, value]) => {
    if (keyword === 'enum') return `one of ${valueList(value)}`;
    if (keyword === 'items') return `each one of ${valueList(objectOf(value)['enum'])}`;
    return value === true ? keyword : `${keyword} ${shorten(JSON.stringify(value), LIMITS.constraint)}`;
  });
}

function valueList(values: unknown): string {
  const all = arrayOf(values).map((value) => shorten(JSON.stringify(value), LIMITS.constraint));
  const rest = all.length - LIMITS.values;
  return all.slice(0, LIMITS.values).join(' ') + (rest > 0 ? ` … ${rest} more` : '');
}

/** Properties of an object as a nested list, bounded in depth and number; a type within itself is shown by its name. */
export class PropertyLines {
  readonly #shapes: Shapes;
  readonly #lines: string[] = [];
  #left: number = LIMITS.properties;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  of(schema: unknown): string[] {
    this.#list(schema, 0, new Set());
    return this.#lines;
  }

  #list(schema: unknown, depth: number, open: ReadonlySet<unknown>): void {
    const target = this.#shapes.references.object(schema, null);
    if (depth >= LIMITS.depth || open.has(target)) return;
    const within = new Set([...open, target]);
    const indent = '  '.repeat(depth);
    const properties = this.#shapes.properties(schema);
    for (const [index, property] of properties.entries()) {
      if (this.#left <= 0) return void this.#lines.push(`${indent}- … ${properties.length - index} more`);
      this.#left--;
      this.#lines.push(`${indent}${this.#line(property, depth)}`);
      this.#list(property.schema, depth + 1, within);
      if (isObject(property.schema)) this.#list(property.schema['items'], depth + 1, within);
    }
  }

  #line({ name, schema, required }: Property, depth: number): string {
    const facts = factsOf([], schema, required, this.#shapes);
    const description = objectOf(schema)['description'] ?? this.#shapes.references.object(schema, null)['description'];
    const limit = depth === 0 ? LIMITS.parameter : LIMITS.nested;
    return `- ${name}${facts && ` (${facts})`}${line(typeof description === 'string' ? description : null, limit)}`;
  }
}

/** @returns an example verbatim, up to a length */
export function exampleBlock(title: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const rest = text.length - LIMITS.example;
  const shown = rest > 0 ? `${text.slice(0, LIMITS.example)} … [${rest} more characters]` : text;
  return `## ${title}\n\`\`\`\n${shown}\n\`\`\``;
}
