/** Files and folders that were dropped or chosen, with their paths. */
import type { FileToOpen } from './messages.ts';

/** Files of one drop that are taken at most. */
const MOST_FILES = 2_000;

/** @returns the files of a file input */
export function chosenFiles(list: FileList | null): FileToOpen[] {
  return [...(list ?? [])]
    .slice(0, MOST_FILES)
    .map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}

/** @returns the files of a drop, those of folders included; hidden files are left out */
export async function droppedFiles(transfer: DataTransfer): Promise<FileToOpen[]> {
  // The list is emptied when the event is over: entries are taken at once.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: FileToOpen[] = [];
  for (const entry of entries) await collect(entry, '', found);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function collect(entry: FileSystemEntry, folder: string, found: FileToOpen[]): Promise<void> {
  if (found.length >= MOST_FILES || (folder !== '' && entry.name.startsWith('.'))) return;
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ path, blob: file });
    return;
  }
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await collect(child, `${path}/`, found);
}

/** A folder gives its entries a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
