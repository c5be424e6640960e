'use client';

import { Download, Table2 } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { saveFile } from '@/components/ui/save-file';
import { toast } from '@/components/ui/toast';
import { pngBlob, svgText } from './export-image';
import { ChartTable, type ChartTableProps } from './chart-table';

export interface ChartFrameProps {
  /** What the chart shows: its accessible name, and the name of its files. */
  readonly title: string;
  /** Tokenizer, weights, counts and source. */
  readonly caption: string;
  /** The numbers of the chart; asked for when they are opened. */
  readonly table: () => Omit<ChartTableProps, 'caption'>;
  readonly children: ReactNode;
}

/** A chart with its caption, its data as a table, and its files. */
export function ChartFrame({ title, caption, table, children }: ChartFrameProps) {
  const id = useId();
  const plot = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const save = async (kind: 'svg' | 'png') => {
    const svg = plot.current?.querySelector('svg');
    if (!svg) return;
    try {
      const text = svgText(svg, title, caption);
      saveFile(
        kind === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngBlob(text),
        fileName(title, kind),
      );
    } catch (error) {
      toast.error('The picture was not written', {
        description: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return (
    <figure aria-labelledby={`${id}-title`} className="min-w-0">
      <h3 id={`${id}-title`} className="sr-only">
        {title}
      </h3>
      <div ref={plot} data-testid="plot">
        {children}
      </div>
      <figcaption className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2 text-xs text-ink-3">
        <span className="max-w-[80ch] min-w-0 flex-1 basis-80">{caption}</span>
        <span className="flex gap-1">
          <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Table2 aria-hidden /> Data
          </Button>
          {(['svg', 'png'] as const).map((kind) => (
            <Button key={kind} size="sm" variant="ghost" onClick={() => void save(kind)}>
              <Download aria-hidden /> {kind.toUpperCase()}
            </Button>
          ))}
        </span>
      </figcaption>
      {open ? (
        <div className="mt-2">
          <ChartTable caption={`${title}: data`} {...table()} />
        </div>
      ) : null}
    </figure>
  );
}

function fileName(title: string, extension: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${slug.slice(0, 100)}.${extension}`;
}
