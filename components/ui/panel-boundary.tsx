'use client';

import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './error-panel';
import { PromptSuspense } from './prompt-suspense';

export interface PanelBoundaryProps {
  /** What the panel shows, for the error's title: "the sources" gives "Could not show the sources". */
  readonly name: string;
  /** Shown while the panel's data is read: skeletons of the final size. */
  readonly fallback: ReactNode;
  /** When it changes (the URL's state, a record's id), a failed panel tries again by itself. */
  readonly resetKey?: string;
  /** Called before the panel tries again, e.g. to drop what is cached. */
  readonly onRetry?: () => void;
  /** More ways on, beside "Try again". */
  readonly actions?: ReactNode;
  /** Shows the failure instead of an ErrorPanel, where a panel would not fit. */
  readonly renderError?: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a panel's loading and its failure to itself: the rest of the page works on. */
export function PanelBoundary({ fallback, children, ...boundary }: PanelBoundaryProps) {
  return (
    <ErrorBoundary {...boundary}>
      <PromptSuspense fallback={fallback}>{children}</PromptSuspense>
    </ErrorBoundary>
  );
}

interface State {
  readonly failed: boolean;
  readonly error: unknown;
  readonly resetKey: string | undefined;
}

/** Suspense apart: for panels that never suspend. */
export class ErrorBoundary extends Component<Omit<PanelBoundaryProps, 'fallback'>, State> {
  override state: State = { failed: false, error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error };
  }

  static getDerivedStateFromProps(props: Omit<PanelBoundaryProps, 'fallback'>, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null;
    return { failed: false, error: null, resetKey: props.resetKey };
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ failed: false, error: null });
  };

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.props.renderError) return this.props.renderError(this.state.error, this.retry);
    return (
      <ErrorPanel
        error={this.state.error}
        title={`Could not show ${this.props.name}`}
        onRetry={this.retry}
        actions={this.props.actions}
      />
    );
  }
}
