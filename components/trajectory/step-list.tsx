'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { StepRow } from './types';

/** Up to this many steps all are in the document, so that the browser's own search finds everything. */
const VIRTUAL_FROM = 60;
const EXPECTED_HEIGHT = 180;
/** No step is lower: one that is not laid out yet must not make room for all the others. */
const LEAST_HEIGHT = 24;

export interface StepListHandle {
  /** Brings the step at an index to the top of the window. */
  readonly show: (index: number) => void;
}

export interface StepListProps {
  readonly steps: readonly StepRow[];
  readonly renderStep: (step: StepRow) => ReactNode;
  /** Index of the step to show first; -1 for the top of the page. */
  readonly initial: number;
  readonly handle: Ref<StepListHandle>;
}

/** The steps in order; of a long trajectory only those near the window. */
export function StepList(props: StepListProps) {
  return props.steps.length > VIRTUAL_FROM ? <VirtualSteps {...props} /> : <PlainSteps {...props} />;
}

function PlainSteps({ steps, renderStep, initial, handle }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  const show = (index: number) => list.current?.children[index]?.scrollIntoView({ block: 'start' });
  useImperativeHandle(handle, () => ({ show }));
  useInitial(initial, show);
  return (
    <ol ref={list} className="divide-y divide-line" data-testid="steps">
      {steps.map((step) => (
        <li key={step.step} className="scroll-mt-[calc(var(--header-height)+0.5rem)]">
          {renderStep(step)}
        </li>
      ))}
    </ol>
  );
}

function VirtualSteps({ steps, renderStep, initial, handle }: StepListProps) {
  'use no memo'; // useWindowVirtualizer returns one object that changes inside; the React Compiler would freeze it.
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  // oxlint-disable-next-line react/incompatible-library -- see 'use no memo'
  const virtualizer = useWindowVirtualizer({
    count: steps.length,
    estimateSize: () => EXPECTED_HEIGHT,
    measureElement: (element) => Math.max(LEAST_HEIGHT, element.getBoundingClientRect().height),
    overscan: 4,
    scrollMargin: top,
    scrollPaddingStart: 56,
    getItemKey: (index) => steps[index]?.step ?? index,
  });
  const show = (index: number) => virtualizer.scrollToIndex(index, { align: 'start' });
  useImperativeHandle(handle, () => ({ show }));
  useInitial(top === 0 ? -1 : initial, show);
  return (
    <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }} data-testid="steps">
      {virtualizer.getVirtualItems().map(({ index, start, key }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={steps.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-b border-line"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {steps[index] ? renderStep(steps[index]) : null}
        </li>
      ))}
    </ol>
  );
}

/** Shows the step that the link names, once: after that the reader's own scrolling counts. */
function useInitial(initial: number, show: (index: number) => void) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || initial < 0) return;
    done.current = true;
    show(initial);
  });
}
