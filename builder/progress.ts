/** Progress on stderr: bars with rate and ETA on a terminal, plain lines elsewhere. Results go to stdout alone. */
import { SingleBar } from 'cli-progress';

interface Phase {
  /** @param amount units of work done since the last call */
  advance(amount: number): void;
  end(): void;
}

export interface Progress {
  /**
   * @param label what is being done
   * @param total units of work
   * @param unit `MB` (work is given in bytes) or a plural noun
   */
  phase(label: string, total: number, unit: string): Phase;
  note(line: string): void;
}

const PLAIN_INTERVAL_MS = 5_000;
const BYTES_PER_MB = 1_000_000;

/** Says nothing; for tests and --quiet. */
export const silent: Progress = { phase: () => ({ advance: () => {}, end: () => {} }), note: () => {} };

/** @param stream where progress goes; bars are drawn only if it is a terminal */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return {
    phase: (label, total, unit) => (stream.isTTY ? bar(stream, label, total, unit) : lines(stream, label, total, unit)),
    note: (line) => void stream.write(`${line}\n`),
  };
}

function scaled(value: number, unit: string): string {
  const amount = unit === 'MB' ? value / BYTES_PER_MB : value;
  // Small corpora are read in fractions of a megabyte.
  return amount.toLocaleString('en', { maximumFractionDigits: unit === 'MB' && amount < 10 ? 1 : 0 });
}

function bar(stream: NodeJS.WriteStream, label: string, total: number, unit: string): Phase {
  const started = Date.now();
  let done = 0;
  const drawn = new SingleBar({
    stream,
    hideCursor: true,
    clearOnComplete: false,
    format: `${label.padEnd(10)} {bar} {percentage}% | {amount} of ${scaled(total, unit)} ${unit} | {rate} ${unit}/s | {eta_formatted} left`,
  });
  const payload = (): object => ({ amount: scaled(done, unit), rate: scaled(rate(done, started), unit) });
  drawn.start(total, 0, payload());
  return {
    advance: (amount) => {
      done += amount;
      drawn.update(done, payload());
    },
    end: () => {
      drawn.update(total, payload());
      drawn.stop();
    },
  };
}

function rate(done: number, started: number): number {
  return done / Math.max(0.001, (Date.now() - started) / 1000);
}

function lines(stream: NodeJS.WriteStream, label: string, total: number, unit: string): Phase {
  const started = Date.now();
  let done = 0;
  let said = started;
  const say = (rest: string): void => {
    const perSecond = rate(done, started);
    stream.write(
      `${label}: ${scaled(done, unit)} of ${scaled(total, unit)} ${unit}, ${scaled(perSecond, unit)} ${unit}/s${rest}\n`,
    );
  };
  return {
    advance: (amount) => {
      done += amount;
      if (Date.now() - said < PLAIN_INTERVAL_MS) return;
      said = Date.now();
      const left = Math.ceil((total - done) / Math.max(1, rate(done, started)));
      say(`, ${left} s left`);
    },
    end: () => say(`, done in ${((Date.now() - started) / 1000).toFixed(1)} s`),
  };
}
