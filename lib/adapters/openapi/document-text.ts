/** The training document: what a model reads about an API. Compact Markdown; nothing in it but the documentation. */
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import { shorten } from '../text/plain.ts';
import type { Example, Operation, Response } from './model.ts';
import { constraintsOf, typeName, type Property, type Shapes } from './shape.ts';

/** What bounds a document, in characters or counts. An operation's own summary and description are never cut. */
const LIMITS = {
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

export interface DocumentInput {
  readonly id: string;
  readonly operation: Operation;
  readonly summary: string | null;
  readonly description: string | null;
  readonly requestExample: Example | undefined;
  readonly responseExample: { readonly status: string; readonly example: Example } | undefined;
}

/** @returns the document of one operation */
export function documentText(input: DocumentInput, shapes: Shapes): string {
  const { operation } = input;
  const blocks = [
    [
      input.id,
      `${operation.method} ${operation.path}`,
      ...(operation.baseUrl === null ? [] : [operation.baseUrl]),
    ].join('\n'),
    input.summary,
    input.description === input.summary ? null : input.description,
    section('Parameters', parameterLines(operation, shapes)),
    section(bodyTitle(operation), bodyLines(operation, shapes)),
    section('Responses', responseLines(operation.responses, shapes)),
    exampleBlock('Request example', input.requestExample),
    exampleBlock(`Response example ${input.responseExample?.status ?? ''}`.trim(), input.responseExample?.example),
  ];
  return blocks.filter((block) => block !== null).join('\n\n');
}

function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `## ${title}\n${lines.join('\n')}`;
}

function line(text: string | null, limit: number): string {
  return text === null ? '' : `: ${shorten(text.replaceAll(/\s+/g, ' ').trim(), limit)}`;
}

function parameterLines(operation: Operation, { references }: Shapes): string[] {
  return operation.parameters.map(({ name, location, schema, required, description }) => {
    const facts = [
      location,
      typeName(references, schema),
      required ? 'required' : null,
      ...constraintTexts(constraintsOf(references, schema)),
    ];
    return `- ${name} (${facts.filter((fact) => fact !== null).join(', ')})${line(description, LIMITS.parameter)}`;
  });
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

function bodyTitle({ body }: Operation): string {
  return `Request body (${[body?.mediaType, body?.required ? 'required' : null].filter(Boolean).join(', ')})`.replace(
    ' ()',
    '',
  );
}

function bodyLines({ body }: Operation, shapes: Shapes): string[] {
  if (!body) return [];
  const lines = new PropertyLines(shapes).of(body.schema);
  const type = typeName(shapes.references, body.schema) ?? 'any';
  const description = line(body.description, LIMITS.parameter).slice(2);
  const head = [lines.length === 0 || type !== 'object' ? type : null, description || null].filter(
    (part) => part !== null,
  );
  return [...(head.length > 0 ? [head.join(': ')] : []), ...lines];
}

/** Properties of a body as a nested list, bounded in depth and number; a type within itself is shown by its name. */
class PropertyLines {
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
    const { references } = this.#shapes;
    const facts = [
      typeName(references, schema),
      required ? 'required' : null,
      ...constraintTexts(constraintsOf(references, schema)),
    ];
    const known = facts.filter((fact) => fact !== null).join(', ');
    const description = objectOf(schema)['description'] ?? references.object(schema, null)['description'];
    const limit = depth === 0 ? LIMITS.parameter : LIMITS.nested;
    return `- ${name}${known && ` (${known})`}${line(typeof description === 'string' ? description : null, limit)}`;
  }
}

function responseLines(responses: readonly Response[], shapes: Shapes): string[] {
  const success = responses.find((response) => response.status.startsWith('2'));
  const lines = responses.slice(0, LIMITS.responses).map((response) => {
    const type = typeName(shapes.references, response.schema);
    const facts = [response.mediaType, type].filter((fact) => fact !== null).join(', ');
    const shape = response === success ? shapeOf(response.schema, shapes) : '';
    return `- ${response.status}${facts && ` (${facts})`}${line(response.description, LIMITS.response)}${shape}`;
  });
  const rest = responses.length - LIMITS.responses;
  return rest > 0 ? [...lines, `- … ${rest} more`] : lines;
}

/** Top-level properties of a response, or of the items of its array. */
function shapeOf(schema: unknown, shapes: Shapes): string {
  const target = shapes.references.object(schema, null);
  const properties = shapes.properties(target['type'] === 'array' ? target['items'] : target);
  if (properties.length === 0) return '';
  const named = properties.slice(0, LIMITS.shape).map((property) => {
    const type = typeName(shapes.references, property.schema);
    return type === null ? property.name : `${property.name}: ${type}`;
  });
  const rest = properties.length - LIMITS.shape;
  return `\n  {${named.join(', ')}${rest > 0 ? `, … ${rest} more` : ''}}`;
}

function exampleBlock(title: string, example: Example | undefined): string | null {
  if (!example) return null;
  const text = typeof example.value === 'string' ? example.value : JSON.stringify(example.value);
  const rest = text.length - LIMITS.example;
  const shown = rest > 0 ? `${text.slice(0, LIMITS.example)} … [${rest} more characters]` : text;
  return `## ${title}\n\`\`\`\n${shown}\n\`\`\``;
}
