/** Finds credentials in text, and masks them. */
import { SECRET_RULES, type SecretRule } from './rules.ts';

export interface FoundSecret {
  readonly kind: string;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const groupOf = ({ kind }: SecretRule): string => kind.replaceAll('-', '_');

/** All rules in one expression, so that a text is gone through once. */
const ANY = new RegExp(
  SECRET_RULES.map((rule) => {
    const group = `(?<${groupOf(rule)}>`;
    return rule.pattern.includes(group) ? rule.pattern : `${group}${rule.pattern})`;
  }).join('|'),
  'dg',
);

/** Bits per character from which a value counts as random: words and names have less than 3.2, keys 3.6 and more. */
const LEAST_ENTROPY = 3.5;

/** Changes between letters and digits from which a value counts as random. */
const LEAST_CHANGES = 3;

/**
 * @param text any text; JSON as it stands in a file will do
 * @returns credentials that it holds, in order
 */
export function findSecrets(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(ANY)) {
    const rule = SECRET_RULES.find((one) => match.groups?.[groupOf(one)] !== undefined);
    if (rule === undefined) continue;
    const secret = match.groups![groupOf(rule)]!;
    const [start, end] = match.indices!.groups![groupOf(rule)]!;
    if (isPlaceholder(secret) || (rule.random === true && !isRandom(secret))) continue;
    found.push({ kind: rule.kind, start, end });
  }
  return found;
}

/** @returns how many credentials the text holds, by kind; empty where it holds none */
export function countSecrets(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of findSecrets(text)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/**
 * Overwrites credentials with `X`. The text keeps its length, and JSON stays JSON: escapes are left as they are.
 * @param found what findSecrets found in this text
 */
export function maskSecrets(text: string, found: readonly FoundSecret[] = findSecrets(text)): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of found) {
    masked +=
      text.slice(at, start) + text.slice(start, end).replaceAll(/(\\(?:u[0-9a-fA-F]{4}|.))|[A-Za-z0-9]/g, keepEscape);
    at = end;
  }
  return masked + text.slice(at);
}

function keepEscape(_: string, escape: string | undefined): string {
  return escape ?? 'X';
}

/** Made up for documentation, or masked already. */
function isPlaceholder(secret: string): boolean {
  return /EXAMPLE|example|your|placeholder|dummy|changeme|(.)\1{7}|12345678|abcdefgh/i.test(secret);
}

/** Whether letters and digits are mixed as no name has them: `secureAccessToken12345` is a word with a number. */
function isRandom(secret: string): boolean {
  const changes = secret.match(/[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])/g)?.length ?? 0;
  return changes >= LEAST_CHANGES && entropy(secret) >= LEAST_ENTROPY;
}

/** Shannon entropy of the characters, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
