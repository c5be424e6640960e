/** How far the engine and the tables are: one observable value, for the loading line. */

export interface ProgressStep {
  /** `engine`, or `corpus name/table`. */
  readonly id: string;
  /** For people, e.g. `Query engine`, `apis`. */
  readonly label: string;
  readonly loaded: number;
  /** Bytes in all; null where the host does not tell. */
  readonly total: number | null;
  /** Files that are complete, and in all. */
  readonly files: readonly [done: number, all: number];
  readonly state: 'loading' | 'preparing' | 'ready' | 'failed';
}

export interface EngineProgress {
  readonly state: 'idle' | 'booting' | 'ready' | 'failed';
  /** Steps in the order they began; those that are ready stay. */
  readonly steps: readonly ProgressStep[];
  /** Things to know that are no errors, e.g. a host without Range whose files are loaded whole. */
  readonly notes: readonly string[];
  /** How often the engine was started again after a fatal error. */
  readonly recycled: number;
}

const IDLE: EngineProgress = { state: 'idle', steps: [], notes: [], recycled: 0 };

export class ProgressStore {
  #value: EngineProgress = IDLE;
  readonly #listeners = new Set<() => void>();
  #telling = false;

  readonly get = (): EngineProgress => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells listeners after the current task: queries begin while React renders, which must not update other components. */
  set(change: Partial<EngineProgress>): void {
    this.#value = { ...this.#value, ...change };
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of this.#listeners) listener();
    });
  }

  /** Adds or changes a step. */
  step(id: string, change: Partial<Omit<ProgressStep, 'id'>>): void {
    const { steps } = this.#value;
    const found = steps.find((step) => step.id === id);
    const blank: ProgressStep = { id, label: id, loaded: 0, total: null, files: [0, 1], state: 'loading' };
    const next = { ...(found ?? blank), ...change };
    this.set({ steps: found === undefined ? [...steps, next] : steps.map((step) => (step === found ? next : step)) });
  }

  note(text: string): void {
    if (!this.#value.notes.includes(text)) this.set({ notes: [...this.#value.notes, text] });
  }
}
