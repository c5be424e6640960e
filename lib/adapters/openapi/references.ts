/** `$ref` within one document: followed safely, reported once where it leads nowhere. */
import { isObject, type JsonObject } from '../json-value.ts';
import type { Problem } from '../reasons.ts';
import { fragmentKeys } from '../text/pointer.ts';

/** Where the documents' formats keep named schemas. */
const SCHEMA_HOME = /^#\/(?:components\/schemas|definitions|\$defs)\/([^/]+)$/;

/** A reference is an object whose `$ref` is a string; a property *named* `$ref` has a schema there. */
export function referenceOf(value: unknown): string | null {
  return isObject(value) && typeof value['$ref'] === 'string' ? value['$ref'] : null;
}

export class References {
  readonly #root: unknown;
  readonly #report: (problem: Problem) => void;
  readonly #targets = new Map<string, unknown>();
  readonly #reported = new Set<string>();

  /**
   * @param root the parsed document
   * @param report told once of each reference that cannot be followed
   */
  constructor(root: unknown, report: (problem: Problem) => void) {
    this.#root = root;
    this.#report = report;
  }

  /**
   * Follows a value's reference, and the reference that it leads to, up to a value that is none.
   * @param value anything; what is no reference is returned as it is
   * @param position where it stands, for the report; null where the same reference was looked at before
   * @returns the target, or undefined where there is none (dangling, circular, or in another document)
   */
  resolve(value: unknown, position: (() => string) | null): unknown {
    let current = value;
    const seen = new Set<string>();
    for (let ref = referenceOf(current); ref !== null; ref = referenceOf(current)) {
      current = seen.has(ref) ? undefined : this.target(ref);
      seen.add(ref);
      if (current === undefined) {
        if (position) this.fail(ref, position());
        return undefined;
      }
    }
    return current;
  }

  /** As `resolve`, where only an object makes sense: an empty one where there is none. */
  object(value: unknown, position: (() => string) | null): JsonObject {
    const target = this.resolve(value, position);
    return isObject(target) ? target : {};
  }

  /** What a reference points to, possibly a reference itself; undefined where nothing is there. */
  target(ref: string): unknown {
    if (this.#targets.has(ref)) return this.#targets.get(ref);
    const found = ref.startsWith('#/') ? this.#walk(fragmentKeys(ref)) : undefined;
    this.#targets.set(ref, found);
    return found;
  }

  #walk(keys: readonly string[]): unknown {
    let value: unknown = this.#root;
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as JsonObject)[key];
    }
    return value;
  }

  fail(ref: string, position: string): void {
    if (this.#reported.has(ref)) return;
    this.#reported.add(ref);
    const external = !ref.startsWith('#');
    const message = external
      ? `The reference ${JSON.stringify(ref)} leads out of the document; it is kept as written.`
      : `The reference ${JSON.stringify(ref)} leads nowhere; it is kept as written.`;
    this.#report({
      severity: 'warning',
      reason: external ? 'external-ref' : 'dangling-ref',
      position,
      message,
      raw: ref,
    });
  }
}

/** @returns the name by which a schema is known: its key under the named schemas, else the keys to it, joined. */
export function schemaName(ref: string): string {
  const home = SCHEMA_HOME.exec(ref);
  return home ? fragmentKeys(`#/${home[1]}`)[0]! : fragmentKeys(ref).join('/');
}
