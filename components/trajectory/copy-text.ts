/** Copies and saves text, and says what became of it. */
import { toast } from '@/components/ui';
import { saveFile } from '@/components/ui/save-file';

/** @param make makes the text; what it throws is said */
export async function copyText(name: string, make: () => string | Promise<string>): Promise<void> {
  try {
    await navigator.clipboard.writeText(await make());
    toast.success(`${name} copied`);
  } catch (cause) {
    toast.error('Nothing was copied', { description: reasonOf(cause) });
  }
}

/** Saves a file of text. */
export async function saveText(fileName: string, type: string, make: () => Promise<string>): Promise<void> {
  try {
    saveFile(new Blob([await make()], { type }), fileName);
  } catch (cause) {
    toast.error('Nothing was saved', { description: reasonOf(cause) });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'The browser refused.';
}

/** @returns a file name out of an id: letters, digits, dots and dashes */
export function fileNameOf(id: string, extension: string): string {
  const slug = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${slug === '' ? 'trajectory' : slug}.${extension}`;
}
