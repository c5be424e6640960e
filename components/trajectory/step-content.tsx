'use client';

import { ContentView, type ContentViewProps } from '@/components/content/content-view';

export type StepContentProps = ContentViewProps;

/** The one place where text of a step is shown. */
export function StepContent(props: StepContentProps) {
  return <ContentView {...props} />;
}
