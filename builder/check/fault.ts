/** What `forge check` finds. */

export interface Fault {
  /** Rule that is broken, e.g. `sha256`. */
  readonly rule: string;
  readonly table: string | null;
  /** File, relative to the corpus. */
  readonly file: string | null;
  /** Id of the record, where one is at fault. */
  readonly id: string | null;
  readonly message: string;
}

/** @returns a fault; what is not given does not apply */
export function fault(rule: string, message: string, at: Partial<Omit<Fault, 'rule' | 'message'>> = {}): Fault {
  return { rule, table: at.table ?? null, file: at.file ?? null, id: at.id ?? null, message };
}
