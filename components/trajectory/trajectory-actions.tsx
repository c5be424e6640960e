'use client';

import { Share } from 'lucide-react';
import Link from 'next/link';
import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui';
import type { Whole } from '@/lib/export';
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

/** What writes files loads when one is asked for: it holds readers of Python and more. */
type Write = (writers: typeof import('@/lib/export'), whole: Whole) => string;

const link = () => window.location.href;

/** Copies and downloads of the whole trajectory, read when one is asked for. */
export function TrajectoryActions({ id, reads, corpus, compareHref }: TrajectoryActionsProps) {
  const written = async (write: Write) => {
    const [writers, whole] = await Promise.all([import('@/lib/export'), reads.whole()]);
    return write(writers, whole);
  };
  const copy = (name: string, write: Write) => () => void copyText(name, () => written(write));
  const save = (extension: string, type: string, write: Write) => () =>
    void saveText(fileNameOf(id, extension), type, () => written(write));
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
      <MenuItem onSelect={copy('Markdown', (as, whole) => as.trajectoryMarkdown(whole, { link: link(), only: null }))}>
        Markdown
      </MenuItem>
      <MenuItem onSelect={copy('JSON', (as, whole) => as.trajectoryJson(whole))}>JSON</MenuItem>
      <MenuItem onSelect={copy('OpenAI messages', (as, whole) => JSON.stringify(as.openAiRecord(whole), null, 2))}>
        OpenAI messages
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Download</MenuLabel>
      <MenuItem onSelect={save('html', 'text/html', (as, whole) => as.trajectoryHtml(whole, { link: link(), corpus }))}>
        One HTML file
      </MenuItem>
      <MenuItem onSelect={save('json', 'application/json', (as, whole) => as.trajectoryJson(whole))}>JSON</MenuItem>
    </Menu>
  );
}
