/** Joins files that belong together, such as questions and their answers. */
import { adapterNamed } from '../../lib/adapters/registry.ts';
import type { Companion, PlannedFile } from '../plan.ts';

/**
 * Gives each file the companions that its adapter names and the import has. Those that are consumed are not read on their own;
 * of two files that would consume each other, the first one does.
 * @param files of one source, in order
 */
export function withCompanions(files: readonly PlannedFile[]): PlannedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const consumed = new Set<string>();
  const joined = files.map((file) => {
    if (consumed.has(file.path)) return file;
    const companions = companionsOf(file, byPath, consumed);
    for (const { file: other, consumed: isConsumed } of companions) if (isConsumed) consumed.add(other.path);
    return file.format === undefined || companions.length === 0
      ? file
      : { ...file, format: { ...file.format, companions } };
  });
  return joined.filter(({ path }) => !consumed.has(path));
}

function companionsOf(
  { path, format }: PlannedFile,
  byPath: ReadonlyMap<string, PlannedFile>,
  gone: ReadonlySet<string>,
): Companion[] {
  const adapter = adapterNamed(format?.adapter ?? '');
  if (adapter === null || adapter.scope === 'document') return [];
  return (adapter.companions?.(path) ?? []).flatMap((one) => {
    const file = byPath.get(one.path);
    if (file === undefined || one.path === path) return [];
    return [{ file: wholeFile(file), consumed: one.consumed && !gone.has(one.path) }];
  });
}

/** A companion is read whole, also where it would be cut. */
function wholeFile(file: PlannedFile): PlannedFile {
  return file.format === undefined ? file : { ...file, format: { ...file.format, part: null, companions: [] } };
}
