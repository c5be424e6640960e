/** The training document: what a model reads about an API. Compact Markdown; nothing in it but the documentation. */
import { exampleBlock, factsOf, line, LIMITS, PropertyLines, section } from '../document-lines.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { Memo } from '../memo.ts';
import type { Example, Operation, Parameter, Response } from './model.ts';
import type { Shapes } from './shape.ts';

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
      input.requestExample ? exampleBlock('Request example', input.requestExample.value) : null,
      success ? exampleBlock(`Response example ${success.status}`, success.example.value) : null,
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

function parameterLine({ name, location, schema, required, description }: Parameter, shapes: Shapes): string {
  return `- ${name} (${factsOf([location], schema, required, shapes)})${line(description, LIMITS.parameter)}`;
}

function bodyTitle({ body }: Operation): string {
  return `Request body (${[body?.mediaType, body?.required ? 'required' : null].filter(Boolean).join(', ')})`.replace(
    ' ()',
    '',
  );
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
