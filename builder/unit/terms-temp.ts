import type { ApiRecord } from '../../lib/adapters/records.ts';
export function apiTerms(
  api: ApiRecord['api'],
  doc: ApiRecord['doc'],
): { term: string; weight: number; fields: number }[] {
  const found = new Map<string, { term: string; weight: number; fields: number }>();
  const add = (text: string | null, bit: number, weight: number): void => {
    for (const term of (text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const e = found.get(term) ?? { term, weight: 0, fields: 0 };
      e.weight += weight;
      e.fields |= bit;
      found.set(term, e);
    }
  };
  add(api.name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'), 1, 5);
  add(api.path, 2, 3);
  add(api.summary, 4, 3);
  add(doc.description, 8, 1);
  for (const p of doc.params) add(p.name, 16, 1);
  return [...found.values()];
}
