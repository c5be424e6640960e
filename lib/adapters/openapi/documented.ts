/** All examples that an operation documents, in the form in which they are stored and called. */
import type { Example, Operation } from './model.ts';

/** One entry of `api_docs.examples`. */
export interface DocumentedExample {
  readonly place: 'parameter' | 'request' | 'response';
  /** Of a parameter its name, with the example's own name after a slash; else the example's name. */
  readonly name: string | null;
  readonly status: string | null;
  readonly media_type: string | null;
  readonly value: unknown;
}

export function documentedExamples(operation: Operation): DocumentedExample[] {
  const parameters = operation.parameters.flatMap(({ name, examples }) =>
    examples.map((one) => entry('parameter', { ...one, name: one.name === null ? name : `${name}/${one.name}` }, null)),
  );
  const requests = (operation.body?.examples ?? []).map((one) => entry('request', one, null));
  const responses = operation.responses.flatMap(({ status, examples }) =>
    examples.map((one) => entry('response', one, status)),
  );
  return [...parameters, ...requests, ...responses];
}

function entry(
  place: DocumentedExample['place'],
  { name, mediaType, value }: Example,
  status: string | null,
): DocumentedExample {
  return { place, name, status, media_type: mediaType, value };
}

/** A response with its first example. */
export interface ResponseExample {
  readonly status: string;
  readonly example: Example;
}

/** @returns the first documented success (2xx) that has an example */
export function successExample({ responses }: Operation): ResponseExample | undefined {
  const response = responses.find(({ status, examples }) => status.startsWith('2') && examples.length > 0);
  return response && { status: response.status, example: response.examples[0]! };
}

/** @returns the documented client and server errors (4xx, 5xx) that have an example, each with all of them */
export function errorExamples({ responses }: Operation): ResponseExample[] {
  return responses
    .filter(({ status }) => /^[45]/.test(status))
    .flatMap(({ status, examples }) => examples.map((example) => ({ status, example })));
}
