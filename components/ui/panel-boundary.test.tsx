import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelBoundary } from './panel-boundary';

let fails = true;

function Panel() {
  if (fails)
    throw Object.assign(new Error('Table apis: a file is missing (/c/apis-000.parquet).'), {
      advice: 'Copy the whole folder.',
    });
  return <p>The rows</p>;
}

function boundary(resetKey: string, onRetry?: () => void) {
  return (
    <PanelBoundary name="the rows" fallback={<p>Reading</p>} resetKey={resetKey} {...(onRetry ? { onRetry } : {})}>
      <Panel />
    </PanelBoundary>
  );
}

describe('PanelBoundary', () => {
  beforeEach(() => {
    fails = true;
    // React reports what a boundary caught; the test looks at what readers see.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  it('says what failed, why and what to do', () => {
    render(boundary('a'));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Could not show the rows');
    expect(alert.textContent).toContain('a file is missing');
    expect(alert.textContent).toContain('Copy the whole folder.');
  });

  it('lets the caller forget the failure, then tries again', () => {
    const onRetry = vi.fn(() => {
      fails = false;
    });
    render(boundary('a', onRetry));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(screen.getByText('The rows')).toBeTruthy();
  });

  it('shows the failure again where it stays', () => {
    render(boundary('a'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('tries again by itself when its key changes, and not otherwise', () => {
    const { rerender } = render(boundary('a'));
    fails = false;
    rerender(boundary('a'));
    expect(screen.queryByText('The rows')).toBeNull();
    rerender(boundary('b'));
    expect(screen.getByText('The rows')).toBeTruthy();
  });
});
