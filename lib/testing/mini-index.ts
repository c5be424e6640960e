/** The search index of the miniature corpus: terms of name, path, summary and parameter names, the name weighing most. */
import type { Row } from '../corpus/index.ts';
import { terms } from '../search/terms.ts';

const NAME = { bit: 1, weight: 3 };
const PATH = { bit: 2, weight: 1.5 };
const SUMMARY = { bit: 4, weight: 1 };
const PARAMETERS = { bit: 16, weight: 0.5 };

export function searchIndex(
  apis: readonly Row<'apis'>[],
  docs: readonly Row<'api_docs'>[],
): {
  readonly api_terms: Row<'api_terms'>[];
  readonly api_postings: Row<'api_postings'>[];
} {
  const found = new Map<string, Map<number, { weight: number; fields: number }>>();
  for (const [index, { api_no, name, path, summary }] of apis.entries()) {
    for (const [text, field] of [
      [name, NAME],
      [path ?? '', PATH],
      [summary ?? '', SUMMARY],
      [docs[index]?.params.map((param) => param.name).join(' ') ?? '', PARAMETERS],
    ] as const) {
      for (const term of terms(text)) {
        const postings = found.get(term) ?? new Map<number, { weight: number; fields: number }>();
        const { weight, fields } = postings.get(api_no) ?? { weight: 0, fields: 0 };
        found.set(term, postings.set(api_no, { weight: Math.max(weight, field.weight), fields: fields | field.bit }));
      }
    }
  }
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    api_terms: sorted.map(([term, postings], term_no) => ({ term, term_no, n_apis: postings.size })),
    api_postings: sorted.flatMap(([, postings], term_no) =>
      [...postings].map(([api_no, posting]) => ({ term_no, api_no, ...posting })),
    ),
  };
}
