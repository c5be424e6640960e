/** Pages that begin with a record. */
import { engine } from './engine.ts';
import { whenIdle } from './when-idle.ts';

/** A record is taken to be drawn after so many milliseconds, however busy the page is. */
const DRAWN_LIMIT_MS = 3_000;

/** The record is read before the engine starts. */
export function expectRecord(): void {
  engine.expectRecord(() => new Promise((resolve) => void whenIdle(resolve, DRAWN_LIMIT_MS)));
}
