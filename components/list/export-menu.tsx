'use client';

import { Download, Link2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { saveFile } from '@/components/ui/save-file';
import { toast } from '@/components/ui/toast';
import { formatBytes, formatPlural } from '@/lib/format/numbers';
import type { Nouns } from './filter-model';

export interface ExportChoice<Format extends string> {
  readonly id: Format;
  readonly label: string;
  readonly hint: string;
}

export interface ExportMenuProps<Format extends string> {
  readonly nouns: Nouns;
  readonly formats: readonly ExportChoice<Format>[];
  /** Rows that the file will hold. */
  readonly count: number;
  /** Makes the file; `onProgress` takes rows written. */
  readonly onExport: (
    format: Format,
    options: { readonly signal: AbortSignal; readonly onProgress: (rows: number) => void },
  ) => Promise<Blob>;
  readonly fileName: (format: Format) => string;
}

/** The current selection as a file, and as a link. */
export function ExportMenu<Format extends string>(props: ExportMenuProps<Format>) {
  const { nouns, formats, count, onExport, fileName } = props;
  const [written, setWritten] = useState<number | null>(null);
  const request = useRef<AbortController | null>(null);
  const start = async (format: Format) => {
    const controller = new AbortController();
    request.current = controller;
    setWritten(0);
    try {
      const blob = await onExport(format, { signal: controller.signal, onProgress: setWritten });
      if (controller.signal.aborted) return;
      saveFile(blob, fileName(format));
      toast.success(`${formatPlural(count, nouns.one, nouns.many)} exported`, {
        description: `${fileName(format)}, ${formatBytes(blob.size)}`,
      });
    } catch (error) {
      if (controller.signal.aborted) return;
      toast.error('Nothing was exported', { description: error instanceof Error ? error.message : String(error) });
    } finally {
      setWritten(null);
    }
  };
  if (written !== null) {
    const share = count === 0 ? 0 : written / count;
    return (
      <Button variant="secondary" onClick={() => request.current?.abort()} data-testid="export-cancel">
        <progress className="sr-only" value={share} max={1} aria-label="Export" />
        <span className="tabular">
          {written === 0 ? 'Exporting' : `${Math.floor(share * 100)} %`} <span className="text-accent">Cancel</span>
        </span>
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" aria-label="Export and share" data-testid="export-menu">
          <Download aria-hidden /> <span className="max-xl:hidden">Export</span>
        </Button>
      }
    >
      <MenuLabel>{formatPlural(count, nouns.one, nouns.many)} as a file</MenuLabel>
      {formats.map(({ id, label, hint }) => (
        <MenuItem key={id} disabled={count === 0} onSelect={() => void start(id)}>
          <span className="flex-1">{label}</span>
          <span className="pl-4 text-xs text-ink-3">{hint}</span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void copyLink()}>
        <Link2 aria-hidden /> Copy link to this view
      </MenuItem>
    </Menu>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast.success('Link copied', { description: 'It opens this search, filter, sort and row.' });
  } catch {
    toast.error('Nothing was copied', { description: 'The browser refused. The link is in the address bar.' });
  }
}
