'use client';

import { FileText } from 'lucide-react';
import { use, useState } from 'react';
import { ContentView } from '@/components/content/content-view';
import { visibleText } from '@/components/content/visible-text';
import { Button, Loading, PanelBoundary, Skeleton } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { useShared } from './shared';
import type { Attachment } from './types';

/** Large texts of a step: named with their size, and read when they are opened. */
export function AttachmentList({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set());
  const { reads } = useShared();
  if (attachments.length === 0) return null;
  const toggle = (index: number) => {
    const next = new Set(open);
    if (!next.delete(index)) next.add(index);
    setOpen(next);
  };
  return (
    <ul className="space-y-1.5" aria-label="Attachments" data-testid="attachments">
      {attachments.map((attachment, index) => (
        <li key={index}>
          <Button size="sm" aria-expanded={open.has(index)} onClick={() => toggle(index)}>
            <FileText aria-hidden />
            <span className="min-w-0 truncate font-mono">{visibleText(attachment.name.slice(0, 80))}</span>
            <span className="text-ink-3">
              {attachment.media_type.slice(0, 60)}, {formatCount(attachment.chars)} characters
            </span>
          </Button>
          {open.has(index) ? (
            <div className="mt-1.5">
              <PanelBoundary
                name="the attachment"
                onRetry={reads.retry}
                fallback={
                  <Loading label="Loading the attachment">
                    <Skeleton className="h-24 w-full" />
                  </Loading>
                }
              >
                <LoadedAttachment attachment={attachment} />
              </PanelBoundary>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function LoadedAttachment({ attachment }: { readonly attachment: Attachment }) {
  const { reads, wrap } = useShared();
  const blob = use(reads.blob(attachment.blob_id));
  if (blob === null) return <p className="text-xs text-ink-3">Its text is not in this corpus.</p>;
  const isText = blob.encoding === 'text';
  return (
    <ContentView
      text={isText ? blob.content : `data:${blob.media_type};base64,${blob.content}`}
      type={isText ? blob.media_type : null}
      speaker="tool"
      label={attachment.name.slice(0, 80)}
      wrap={wrap}
    />
  );
}
