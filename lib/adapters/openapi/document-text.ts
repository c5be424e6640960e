/** The training document: what a model reads about an API. Compact Markdown; nothing in it but the documentation. */
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import { shorten } from '../text/plain.ts';
import { Memo } from '../memo.ts';
import type { Example, Operation, Parameter, Response } from './model.ts';
import type { Property, Shapes } from './shape.ts';

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

/** Writes the documents of one file's operations; lines that several of them share are made once. */
export class DocumentTexts {
  readonly #shapes: Shapes;
  readonly #parameterLines = new Memo<Parameter, string>();
  readonly #bodyLines = new Memo<JsonObject, readonly string[]>();
  readonly #responseShapes = new Memo<JsonObject, string>();

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  /** @returns the document of one operation */
  text(input: DocumentInput): string {
    const { operation, summary, description } = input;
    const { method, path, baseUrl, parameters, responses } = operation;
    const success = input.responseExample;
    const blocks = [
      [input.id, `${method} ${path}`, ...(baseUrl === null ? [] : [baseUrl])].join('\n'),
      summary,
      description === summary ? null : description,
      section(
        'Parameters',
        parameters.map((one) => this.#parameterLines.get(one, () => parameterLine(one, this.#shapes))),
      ),
      section(bodyTitle(operation), this.#body(operation)),
      section('Responses', this.#responses(responses)),
      exampleBlock('Request example', input.requestExample),
      success ? exampleBlock(`Response example ${success.status}`, success.example) : null,
    ];
    return blocks.filter((block) => block !== null).join('\n\n');
  }

  #body({ body }: Operation): string[] {
    if (!body) return [];
    const lines = isObject(body.schema)
      ? this.#bodyLines.get(body.schema, (schema) => new PropertyLines(this.#shapes).of(schema))
      : [];
    const type = this.#shapes.type(body.schema) ?? 'any';
    const description = line(body.description, LIMITS.parameter).slice(2);
    const head = [lines.length === 0 || type !== 'object' ? type : '', description].filter((part) => part !== '');
    return [...(head.length > 0 ? [head.join(': ')] : []), ...lines];
  }

  #responses(responses: readonly Response[]): string[] {
    const success = responses.find((response) => response.status.startsWith('2'));
    const lines = responses.slice(0, LIMITS.responses).map((response) => {
      const facts = [response.mediaType, this.#shapes.type(response.schema)].filter((fact) => fact !== null).join(', ');
      const shape = response === success && isObject(response.schema) ? this.#shape(response.schema) : '';
      return `- ${response.status}${facts && ` (${facts})`}${line(response.description, LIMITS.response)}${shape}`;
    });
    const rest = responses.length - LIMITS.responses;
    return rest > 0 ? [...lines, `- … ${rest} more`] : lines;
  }

  #shape(schema: JsonObject): string {
    const target = this.#shapes.references.object(schema, null);
    return this.#responseShapes.get(target, () => shapeOf(target, this.#shapes));
  }
}

function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `## ${title}\n${lines.join('\n')}`;
}

function line(text: string | null, limit: number): string {
  return text === null ? '' : `: ${shorten(text.replaceAll(/\s+/g, ' ').trim(), limit)}`;
}

function parameterLine({ name, location, schema, required, description }: Parameter, shapes: Shapes): string {
  return `- ${name} (${factsOf([location], schema, required, shapes)})${line(description, LIMITS.parameter)}`;
}

function factsOf(first: readonly string[], schema: unknown, required: boolean, shapes: Shapes): string {
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

function bodyTitle({ body }: Operation): string {
  return `Request body (${[body?.mediaType, body?.required ? 'required' : null].filter(Boolean).join(', ')})`.replace(
    ' ()',
    '',
  );
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
    const facts = factsOf([], schema, required, this.#shapes);
    const description = objectOf(schema)['description'] ?? this.#shapes.references.object(schema, null)['description'];
    const limit = depth === 0 ? LIMITS.parameter : LIMITS.nested;
    return `- ${name}${facts && ` (${facts})`}${line(typeof description === 'string' ? description : null, limit)}`;
  }
}

/** Top-level properties of a response, or of the items of its array. */
function shapeOf(target: JsonObject, shapes: Shapes): string {
  const properties = shapes.properties(target['type'] === 'array' ? target['items'] : target);
  if (properties.length === 0) return '';
  const named = properties.slice(0, LIMITS.shape).map((property) => {
    const type = shapes.type(property.schema);
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
