/** Answers of one trajectory's reads: `use()` needs the same promise on each render. */
export interface KeptAnswers {
  /** @returns the promise that the key was first asked for with */
  readonly keep: <T>(key: string, ask: () => Promise<T>) => Promise<T>;
  /** Forgets them all, failures among them. */
  readonly clear: () => void;
}

export function keptAnswers(): KeptAnswers {
  const kept = new Map<string, Promise<unknown>>();
  return {
    keep: <T>(key: string, ask: () => Promise<T>): Promise<T> => {
      const known = kept.get(key) as Promise<T> | undefined;
      const promise = known ?? ask();
      kept.set(key, promise);
      return promise;
    },
    clear: () => kept.clear(),
  };
}
