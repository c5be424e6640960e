/** Documents of the miniature corpus, and what repeats an earlier record. */
import type { Row } from '../corpus/index.ts';

type Document = Row<'documents'>;

const document = (document_no: number, path: string, rest: Partial<Document>): Document => ({
  document_no,
  document_id: `files:${path}`,
  source: 'files',
  component: 'code',
  language: null,
  title: path,
  licence: 'MIT',
  tokens: 10,
  chars: 40,
  bytes: 40,
  ...rest,
});

/** In order of document_id. */
export const documents: readonly Document[] = [
  document(0, 'a/Parse.ts', { language: 'TypeScript', tokens: 100, chars: 380, bytes: 400 }),
  document(1, 'a/empty.ts', { language: 'TypeScript', tokens: 0, chars: 0, bytes: 0 }),
  document(2, 'b/parse-copy.ts', { language: 'TypeScript', tokens: 100, chars: 380, bytes: 400 }),
  document(3, 'c/readme.md', {
    component: 'text',
    language: 'Markdown',
    licence: null,
    tokens: 25,
    chars: 100,
    bytes: 100,
  }),
  document(4, 'd/data.bin', { tokens: 90, chars: 90, bytes: 100 }),
];

export const documentTexts: readonly Row<'document_texts'>[] = documents.map(({ document_id, title, chars }) => ({
  document_id,
  content: chars === 0 ? '' : `text of ${title}`,
}));

/** In order of component and record_id. */
export const duplicates: readonly Row<'duplicates'>[] = [
  {
    component: 'code',
    record_id: 'files:b/parse-copy.ts',
    duplicate_of: 'files:a/Parse.ts',
    kind: 'exact',
    similarity: 1,
    source: 'files',
  },
  {
    component: 'documentation',
    record_id: 'bank.example/payments/listPayments',
    duplicate_of: 'bank.example/payments/getPayment',
    kind: 'near',
    similarity: 0.9,
    source: 'directory',
  },
  {
    component: 'trajectories',
    record_id: 'examples:pay-2',
    duplicate_of: 'examples:pay-1',
    kind: 'near',
    similarity: 0.85,
    source: 'examples',
  },
];
