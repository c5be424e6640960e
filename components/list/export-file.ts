/** Names of files made of the current selection. */
import { activeFilters, type FilterModel, type ListFilter } from './filter-model';

/**
 * A name that says what is in the file.
 * @param corpus name of the corpus
 * @param extension without the dot
 * @returns e.g. `default-apis-method-get-tokens-at-least-100.csv`; at most 100 characters before the ending
 */
export function exportFileName<Filter extends ListFilter, F extends string, R extends string>(
  corpus: string,
  model: FilterModel<Filter, F, R>,
  filter: Filter,
  extension: string,
): string {
  const parts = activeFilters(model, filter).map(({ label, value }) => `${label} ${value}`);
  const slug = [model.nouns.many, ...parts]
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${corpus}-${slug}`.slice(0, 100).replace(/[-.]+$/, '') + `.${extension}`;
}
