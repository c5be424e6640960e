import { describe, expect, it } from 'vitest';
import { CancelledError } from './errors.ts';
import { TaskQueue } from './queue.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A task that runs until it is told to end. */
class Held {
  readonly #log: string[];
  readonly #ended = new EventTarget();

  constructor(log: string[]) {
    this.#log = log;
  }

  readonly work = async () => {
    this.#log.push('first');
    await new Promise((resolve) => {
      this.#ended.addEventListener('end', resolve, { once: true });
    });
    return 'first';
  };

  end(): void {
    this.#ended.dispatchEvent(new Event('end'));
  }
}

describe('TaskQueue', () => {
  it('runs one task at a time: those of one moment in order, then what came last first', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const first = new Held(log);
    const done = [queue.push('first', first.work)];
    await tick();
    const note = (label: string) => async () => void log.push(label);
    done.push(queue.push('old', note('old 1')) as never, queue.push('old', note('old 2')) as never);
    await tick();
    done.push(queue.push('warm', note('background'), { background: true }) as never);
    done.push(queue.push('new', note('new 1')) as never, queue.push('new', note('new 2')) as never);
    expect(log).toEqual(['first']);
    first.end();
    await Promise.all(done);
    expect(log).toEqual(['first', 'new 1', 'new 2', 'old 1', 'old 2', 'background']);
  });

  it('holds back what yields while other work is about to come, and nothing else', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const note = (label: string) => async () => void log.push(label);
    const pushed = queue.expect();
    const prefetched = queue.push('prefetch', note('prefetch'), { background: true, yields: true });
    await queue.push('load', note('load'), { background: true });
    await tick();
    const asked = queue.push('asked', note('asked'));
    pushed();
    pushed();
    await Promise.all([prefetched, asked]);
    expect(log).toEqual(['load', 'asked', 'prefetch']);
  });

  it('never starts what was given up', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const first = new Held(log);
    const running = queue.push('first', first.work);
    await tick();
    const abort = new AbortController();
    const waiting = queue.push('waiting', async () => log.push('waiting'), { signal: abort.signal });
    abort.abort();
    await expect(waiting).rejects.toBeInstanceOf(CancelledError);
    await expect(queue.push('late', async () => log.push('late'), { signal: abort.signal })).rejects.toBeInstanceOf(
      CancelledError,
    );
    first.end();
    expect(await running).toBe('first');
    expect(log).toEqual(['first']);
  });

  it('goes on after a failure', async () => {
    const queue = new TaskQueue();
    const failed = queue.push('bad', () => Promise.reject(new Error('bad')));
    const next = queue.push('good', () => Promise.resolve(1));
    await expect(failed).rejects.toThrow('bad');
    expect(await next).toBe(1);
  });
});
