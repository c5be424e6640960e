'use client';

import { Loading, PanelBoundary, Sheet, Skeleton, TabPanel, Tabs } from '@/components/ui';
import type { InspectorPanel } from '@/lib/url';
import { CallPanel } from './call-panel';
import type { CallOfPlace } from './places';
import { RecordPanel } from './record-panel';
import { useShared } from './shared';
import { ToolsPanel } from './tools-panel';
import type { StepRow } from './types';

export type OpenPanel = Exclude<InspectorPanel, 'none'>;

export interface PanelProps {
  readonly panel: OpenPanel;
  readonly onPanel: (panel: OpenPanel) => void;
  readonly selected: CallOfPlace | null;
  readonly steps: readonly StepRow[];
  /** The panel is drawn after the first picture, which is the steps'. */
  readonly hasSettled: boolean;
}

const TABS = [
  { value: 'call', label: 'Call' },
  { value: 'tools', label: 'Tools' },
  { value: 'record', label: 'Record' },
] as const;

/** What belongs to the step that is looked at; the steps themselves come first. */
export function Panel({ panel, onPanel, selected, steps, hasSettled }: PanelProps) {
  const { reads } = useShared();
  return (
    <Tabs label="Beside the steps" value={panel} onValueChange={onPanel} tabs={TABS}>
      <TabPanel value={panel} className="pt-3">
        {hasSettled ? (
          <PanelBoundary
            name="the panel"
            resetKey={`${panel} ${selected?.step.step} ${selected?.call.call}`}
            onRetry={reads.retry}
            fallback={<PanelSkeleton />}
          >
            {panel === 'tools' ? <ToolsPanel steps={steps} /> : null}
            {panel === 'record' ? <RecordPanel /> : null}
            {panel === 'call' ? <SelectedCall selected={selected} steps={steps} /> : null}
          </PanelBoundary>
        ) : (
          <PanelSkeleton />
        )}
      </TabPanel>
    </Tabs>
  );
}

function PanelSkeleton() {
  return (
    <Loading label="Loading the panel">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-3 h-4 w-full" />
    </Loading>
  );
}

function SelectedCall({ selected, steps }: Pick<PanelProps, 'selected' | 'steps'>) {
  if (selected !== null)
    return (
      <CallPanel
        key={`${selected.step.step} ${selected.call.call}`}
        step={selected.step}
        call={selected.call}
        steps={steps}
      />
    );
  return (
    <p className="text-xs text-ink-3" data-testid="no-call">
      {steps.some(({ calls }) => calls.length > 0)
        ? 'The marked step makes no call. C goes to the next one.'
        : 'This trajectory makes no calls.'}
    </p>
  );
}

/** The panel on small screens. */
export function PanelSheet({ onClose, ...panel }: PanelProps & { readonly onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())} title="Beside the steps" side="bottom">
      <Panel {...panel} />
    </Sheet>
  );
}
