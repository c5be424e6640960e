'use client';

import { FileJson } from 'lucide-react';
import { use, useState } from 'react';
import { ContentView } from '@/components/content/content-view';
import { FoldedText } from '@/components/content/folded-text';
import { visibleText } from '@/components/content/visible-text';
import { Button } from '@/components/ui';
import { formatBytes } from '@/lib/format/numbers';
import { PanelSection } from './panel-section';
import { useShared } from './shared';

/** What the trajectory was read from, what no column holds, and the record itself when it is asked for. */
export function RecordPanel() {
  const { reads } = useShared();
  const record = use(reads.record());
  const [wanted, setWanted] = useState(false);
  if (record === null) {
    return (
      <p className="text-xs text-ink-3" data-testid="no-record">
        This corpus does not hold the records that its trajectories were read from: it was built before they were kept.
      </p>
    );
  }
  return (
    <div data-testid="record-panel">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 pb-3 text-xs">
        <dt className="text-ink-3">File</dt>
        <dd className="font-mono">
          <FoldedText text={record.source_file} first={300} />
        </dd>
        <dt className="text-ink-3">Place</dt>
        <dd className="font-mono">
          {record.source_pointer === '' ? 'the whole file' : <FoldedText text={record.source_pointer} first={300} />}
        </dd>
        {record.guessed === null ? null : (
          <>
            <dt className="text-ink-3">Guessed</dt>
            <dd>{visibleText(record.guessed.slice(0, 600))}</dd>
          </>
        )}
      </dl>
      {record.metadata === null ? null : (
        <PanelSection title="Other fields" name="the other fields" note="that no column holds">
          <ContentView text={record.metadata} type="application/json" speaker="tool" label="Other fields" />
        </PanelSection>
      )}
      <PanelSection title="Raw record" name="the raw record">
        {wanted ? (
          <Raw />
        ) : (
          <Button size="sm" onClick={() => setWanted(true)} data-testid="load-raw">
            <FileJson aria-hidden /> Load the raw record
          </Button>
        )}
      </PanelSection>
    </div>
  );
}

function Raw() {
  const { reads } = useShared();
  const raw = use(reads.raw());
  if (raw === null) return <p className="text-xs text-ink-3">The corpus holds no raw record.</p>;
  const isJson = raw.raw_format !== 'text' && raw.raw_format !== 'yaml';
  return (
    <>
      <p className="mb-1 text-xs text-ink-3">
        {visibleText(raw.raw_format.toUpperCase().slice(0, 20))},{' '}
        {formatBytes(new TextEncoder().encode(raw.raw).length)}, as its file has it
      </p>
      <ContentView text={raw.raw} type={isJson ? 'application/json' : 'text/plain'} speaker="tool" label="Raw record" />
    </>
  );
}
