'use client';

import { useTheme } from 'next-themes';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { KIND_LOOKS } from './kinds';
import { describeStep, minimapBars, type Bar } from './minimap-model';
import type { StepRow } from './types';

/** Height of a bar at least and at most, in pixels. */
const LEAST = 2;
const MOST = 14;
const MARK = 4;

export interface MinimapProps {
  /** In display order. */
  readonly steps: readonly StepRow[];
  /** Index of the step that the address names; -1 for none. */
  readonly current: number;
  /** Indices of the first and the last step in the window; another function where the steps are others. */
  readonly inWindow: () => { readonly first: number; readonly last: number };
  readonly onJump: (index: number) => void;
}

/** The whole trajectory in a strip: kinds by colour, sizes by tokens, errors and problems marked, the window framed. */
export function Minimap({ steps, current, inWindow, onJump }: MinimapProps) {
  const box = useRef<HTMLDivElement>(null);
  // A canvas holds the colours that it was drawn with: another theme draws another one.
  const { resolvedTheme } = useTheme();
  const { width, height } = useSize(box);
  const bars = useMemo(() => minimapBars(steps, Math.floor(height / LEAST)), [steps, height]);
  const drawn = Math.min(height, bars.length * MOST);
  const per = steps.length === 0 ? 0 : drawn / steps.length;
  const view = useWindowView(inWindow);
  const indexAt = (y: number) => Math.min(steps.length - 1, Math.max(0, Math.floor(y / per)));
  const jumpTo = (event: PointerEvent<HTMLDivElement>) =>
    onJump(indexAt(event.clientY - event.currentTarget.getBoundingClientRect().top));
  const at = Math.max(0, current >= 0 ? current : view.first);
  return (
    <div
      ref={box}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input takes the keys of the page, and has no top and bottom
      role="slider"
      tabIndex={0}
      aria-label="Map of the trajectory"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, steps.length)}
      aria-valuenow={at + 1}
      aria-valuetext={steps[at] === undefined ? 'No steps' : describeStep(steps[at], at, steps.length)}
      data-testid="minimap"
      className="relative h-full w-full cursor-pointer touch-none outline-offset-2"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        jumpTo(event);
      }}
      onPointerMove={(event) => (event.buttons === 1 ? jumpTo(event) : undefined)}
      onKeyDown={(event) => {
        const to = keyTarget(event, at, steps.length);
        if (to === null) return;
        event.preventDefault();
        onJump(to);
      }}
    >
      <Bars key={resolvedTheme} bars={bars} width={width} height={drawn} />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-x-0 rounded-[2px] bg-ink/6 ring-1 ring-ink-3/60"
        style={{ top: view.first * per, height: Math.max(4, (view.last - view.first + 1) * per) }}
      />
      {current < 0 ? null : (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-0 h-0.5 bg-accent"
          style={{ top: Math.max(0, (current + 0.5) * per - 1) }}
        />
      )}
    </div>
  );
}

function keyTarget({ key }: KeyboardEvent, at: number, count: number): number | null {
  const page = Math.max(1, Math.round(count / 10));
  const by: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowRight: 1,
    ArrowUp: -1,
    ArrowLeft: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const step = by[key];
  return step === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, at + step));
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly height: number;
}

function Bars({ bars, width, height }: BarsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext?.('2d');
    if (!element || !context || width === 0) return;
    const scale = window.devicePixelRatio || 1;
    element.width = Math.round(width * scale);
    element.height = Math.round(height * scale);
    context.scale(scale, scale);
    draw(context, bars, { width, height, style: getComputedStyle(element) });
  }, [bars, width, height]);
  return <canvas ref={canvas} aria-hidden className="absolute top-0 left-0" style={{ width, height }} />;
}

interface Paper {
  readonly width: number;
  readonly height: number;
  readonly style: CSSStyleDeclaration;
}

function draw(context: CanvasRenderingContext2D, bars: readonly Bar[], { width, height, style }: Paper): void {
  const colour = (variable: string) => style.getPropertyValue(variable);
  const each = height / bars.length;
  const gap = each > 4 ? 1 : 0;
  const room = width - MARK - 1;
  for (const [index, bar] of bars.entries()) {
    const y = index * each;
    context.globalAlpha = bar.onAnswerPath ? 0.9 : 0.35;
    context.fillStyle = colour(KIND_LOOKS[bar.kind].variable);
    context.fillRect(0, y, Math.max(2, room * bar.size), each - gap);
    if (!bar.hasError && !bar.hasProblem) continue;
    context.globalAlpha = 1;
    context.fillStyle = colour(bar.hasError ? '--bad' : '--warn');
    context.fillRect(width - MARK, y, MARK, Math.max(2, each - gap));
  }
}

function useSize(box: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

/** Follows the window, once a frame at most. */
function useWindowView(inWindow: MinimapProps['inWindow']) {
  const [view, setView] = useState({ first: 0, last: 0 });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      const next = inWindow();
      setView((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    later();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [inWindow]);
  return view;
}
