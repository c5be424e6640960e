'use client';

import { Share } from 'lucide-react';
import Link from 'next/link';
import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui';
import { openAiRecord, trajectoryHtml, trajectoryJson, trajectoryMarkdown, type Whole } from '@/lib/export';
import { copyText, fileNameOf, saveText } from './copy-text';
import type { InspectorReads } from './types';

export interface TrajectoryActionsProps {
  readonly id: string;
  readonly reads: InspectorReads;
  /** Title of the corpus. */
  readonly corpus: string;
  /** Where two are compared; none where there is no corpus to compare in. */
  readonly compareHref?: string;
}

const link = () => window.location.href;

/** Copies and downloads of the whole trajectory, read when one is asked for. */
export function TrajectoryActions({ id, reads, corpus, compareHref }: TrajectoryActionsProps) {
  const copy = (name: string, write: (whole: Whole) => string) => () =>
    void copyText(name, async () => write(await reads.whole()));
  const save = (extension: string, type: string, write: (whole: Whole) => string) => () =>
    void saveText(fileNameOf(id, extension), type, async () => write(await reads.whole()));
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Copy, download or compare" size="sm" data-testid="actions">
          <Share aria-hidden />
        </IconButton>
      }
    >
      {compareHref === undefined ? null : (
        <>
          <MenuItem asChild>
            <Link href={compareHref} prefetch={false}>
              Compare with…
            </Link>
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuLabel>Copy as</MenuLabel>
      <MenuItem onSelect={copy('Markdown', (whole) => trajectoryMarkdown(whole, { link: link(), only: null }))}>
        Markdown
      </MenuItem>
      <MenuItem onSelect={copy('JSON', trajectoryJson)}>JSON</MenuItem>
      <MenuItem onSelect={copy('OpenAI messages', (whole) => JSON.stringify(openAiRecord(whole), null, 2))}>
        OpenAI messages
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Download</MenuLabel>
      <MenuItem onSelect={save('html', 'text/html', (whole) => trajectoryHtml(whole, { link: link(), corpus }))}>
        One HTML file
      </MenuItem>
      <MenuItem onSelect={save('json', 'application/json', trajectoryJson)}>JSON</MenuItem>
    </Menu>
  );
}
