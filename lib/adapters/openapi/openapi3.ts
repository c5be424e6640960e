/** Operations of OpenAPI 3.0 and 3.1. */
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { Memo } from '../memo.ts';
import { escapeSegment } from '../text/pointer.ts';
import { ownedExamples } from './example-values.ts';
import {
  preferredType,
  type Body,
  type Dialect,
  type Example,
  type OperationPlace,
  type Parameter,
  type Response,
} from './model.ts';
import { declaredParameters, parameterHead } from './parameters.ts';
import type { References } from './references.ts';

/** @param root the parsed document */
export function openapi3(root: JsonObject, references: References): Dialect {
  const parameters = new Memo<JsonObject, Parameter>();
  const contents: Contents = { references, known: new Memo() };
  return {
    name: 'openapi-3',
    read: (place) => ({
      parameters: declaredParameters(references, place).map((declared) =>
        parameters.get(declared, () => parameterOf(references, declared, place)),
      ),
      body: bodyOf(contents, place),
      responses: responsesOf(contents, place),
      baseUrl: serverUrl(place.operation) ?? serverUrl(place.item) ?? serverUrl(root),
    }),
  };
}

function parameterOf(references: References, declared: JsonObject, place: OperationPlace): Parameter {
  const position = (): string => `${place.pointer}/parameters`;
  // A parameter with a media type instead of a schema: the media type's schema and examples are its own.
  const [mediaType, media] = Object.entries(objectOf(declared['content']))[0] ?? [null, declared];
  const owner = objectOf(media);
  const schema = owner['schema'] ?? declared['schema'] ?? null;
  return { ...parameterHead(declared), schema, examples: ownedExamples(references, owner, mediaType, position) };
}

type Content = Pick<Body, 'mediaType' | 'schema' | 'examples'>;

/** Content of bodies and responses; what is declared once and referred to often is read once. */
interface Contents {
  readonly references: References;
  readonly known: Memo<JsonObject, Content>;
}

/** What a body or response offers: the preferred media type with its schema, and the examples of all of them. */
function contentOf(references: References, owner: JsonObject, at: () => string): Content {
  const content = objectOf(owner['content']);
  const mediaType = preferredType(Object.keys(content));
  const examples = Object.entries(content).flatMap(([type, media]): Example[] =>
    isObject(media) ? ownedExamples(references, media, type, () => `${at()}/content/${escapeSegment(type)}`) : [],
  );
  const schema = mediaType === null ? null : (objectOf(content[mediaType])['schema'] ?? null);
  return { mediaType, schema, examples: mediaType === null ? examples : preferredFirst(examples, mediaType) };
}

function preferredFirst(examples: readonly Example[], mediaType: string): Example[] {
  return [
    ...examples.filter((one) => one.mediaType === mediaType),
    ...examples.filter((one) => one.mediaType !== mediaType),
  ];
}

function bodyOf({ references, known }: Contents, { operation, pointer }: OperationPlace): Body | null {
  if (!isObject(operation['requestBody'])) return null;
  const at = (): string => `${pointer}/requestBody`;
  const body = references.object(operation['requestBody'], at);
  return {
    required: body['required'] === true,
    description: textOf(body['description']),
    ...known.get(body, () => contentOf(references, body, at)),
  };
}

function responsesOf({ references, known }: Contents, { operation, pointer }: OperationPlace): Response[] {
  const declared = Object.entries(objectOf(operation['responses']));
  return declared
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, entry]) => {
      const at = (): string => `${pointer}/responses/${escapeSegment(status)}`;
      const response = references.object(entry, at);
      return {
        status,
        description: textOf(response['description']),
        ...known.get(response, () => contentOf(references, response, at)),
      };
    });
}

/** First server's URL with the defaults of its variables. */
export function serverUrl(owner: JsonObject): string | null {
  const server = objectOf(arrayOf(owner['servers'])[0]);
  const url = textOf(server['url']);
  if (url === null) return null;
  const variables = objectOf(server['variables']);
  return url.replaceAll(/\{([^{}]+)\}/g, (written, name: string) => {
    const value = objectOf(variables[name])['default'];
    return value === undefined ? written : String(value);
  });
}
