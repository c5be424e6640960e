'use client';

import { useRouter } from 'next/navigation';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useWidth } from './use-width';

export interface ChartAreaProps {
  /** Draws the chart for a width in px. */
  readonly children: (width: number) => ReactNode;
  /** Width that is drawn before the page is laid out. */
  readonly fallbackWidth?: number;
}

/** Around the SVG of a chart: its width, notes on its marks, arrow keys between them, and their links. */
export function ChartArea({ children, fallbackWidth = 960 }: ChartAreaProps) {
  const { width, ref } = useWidth(fallbackWidth);
  return (
    <div ref={ref} className="w-full">
      <Notes width={width}>{children(width)}</Notes>
    </div>
  );
}

interface Note {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Knows the note alone: what it is around renders no second time when a note changes. */
function Notes({ width, children }: { readonly width: number; readonly children: ReactNode }) {
  const router = useRouter();
  const [note, setNote] = useState<Note | null>(null);
  const show = (event: SyntheticEvent<HTMLElement>) => setNote(noteOf(event));
  const hide = () => setNote(null);
  const follow = (event: MouseEvent) => {
    const href = markOf(event.target)?.getAttribute('href');
    if (href === null || href === undefined || event.defaultPrevented || isModified(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    // The marks inside are the controls; this only hears what bubbles up from them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className="relative"
      onPointerMove={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={moveFocus}
      onClick={follow}
    >
      {children}
      {note === null ? null : <NoteBox note={note} width={width} />}
    </div>
  );
}

function NoteBox({ note, width }: { readonly note: Note; readonly width: number }) {
  const [head, ...rest] = note.text.split('\n');
  const left = note.x > width / 2;
  return (
    <div
      aria-hidden
      className="floating tabular pointer-events-none absolute max-w-72 px-2 py-1 text-xs"
      style={{ top: note.y + 12, ...(left ? { right: width - note.x + 8 } : { left: note.x + 12 }) }}
    >
      <p className="font-medium">{head}</p>
      {rest.map((line) => (
        <p key={line} className="text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
}

function markOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-note]') : null;
}

function noteOf(event: SyntheticEvent<HTMLElement>): Note | null {
  const mark = markOf(event.target);
  if (mark === null) return null;
  const frame = event.currentTarget.getBoundingClientRect();
  const native = event.nativeEvent;
  const box = mark.getBoundingClientRect();
  const at =
    native instanceof globalThis.MouseEvent
      ? { x: native.clientX, y: native.clientY }
      : { x: box.x + box.width / 2, y: box.bottom };
  return { text: mark.getAttribute('data-note') ?? '', x: at.x - frame.x, y: at.y - frame.y };
}

/** Left and right go along the marks of a row, up and down to the same place of the next row. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const mark = markOf(event.target);
  const step = STEPS[event.key];
  if (mark === null || step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')];
  const row = rows.findIndex((element) => element.contains(mark));
  const marks = marksIn(rows[row]);
  const next =
    step.rows === 0
      ? marks[marks.indexOf(mark) + step.marks]
      : marksIn(rows[row + step.rows])[Math.min(marks.indexOf(mark), marksIn(rows[row + step.rows]).length - 1)];
  if (!(next instanceof SVGElement)) return;
  event.preventDefault();
  next.focus();
}

const STEPS: Readonly<Record<string, { readonly marks: number; readonly rows: number }>> = {
  ArrowLeft: { marks: -1, rows: 0 },
  ArrowRight: { marks: 1, rows: 0 },
  ArrowUp: { marks: 0, rows: -1 },
  ArrowDown: { marks: 0, rows: 1 },
};

function marksIn(row: Element | undefined): Element[] {
  return row === undefined ? [] : [...row.querySelectorAll('[data-note]')];
}

function isModified(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
