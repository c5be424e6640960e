/**
 * Which records of a stratum are drawn: whole epochs of all of them, then a random part. Chance is a hash of seed, stratum,
 * epoch and id, so that the same corpus and plan give the same draw on any machine, however the corpus is sharded.
 */
import type { Component } from '../../lib/corpus/index.ts';
import type { Stratum } from '../../lib/mixture/strata.ts';
import { BuildError } from '../faults.ts';
import { literal, type Database } from '../write/duckdb.ts';

/** Tokens of a part: what is sorted at a time, and kept when a command is interrupted. About 64 MB of text. */
export const PART_TOKENS = 16_000_000;

/** Records of one epoch whose ids are neighbours: one file of the sample. */
export interface Part {
  readonly epoch: number;
  readonly part: number;
  readonly records: number;
  readonly tokens: number;
  /** Least and greatest id. */
  readonly first: string;
  readonly last: string;
}

const RECORDS: Readonly<Record<Component, (source: string) => string>> = {
  // What trajectories declare is part of their own text, and is counted there.
  documentation: (source) =>
    `SELECT api_id AS id, doc_tokens AS tokens FROM apis WHERE NOT declared AND source = ${source}`,
  trajectories: (source) => `SELECT trajectory_id AS id, tokens FROM trajectories WHERE source = ${source}`,
  code: (source) => `SELECT document_id AS id, tokens FROM documents WHERE component = 'code' AND source = ${source}`,
  text: (source) => `SELECT document_id AS id, tokens FROM documents WHERE component = 'text' AND source = ${source}`,
};

/**
 * Makes the table `records` (id, tokens, part) of a stratum, in place of an older one.
 * @param db has the corpus's tables as views
 * @param partTokens see PART_TOKENS
 * @throws BuildError where the tables do not hold what corpus.json says
 */
export async function openStratum(db: Database, stratum: Stratum, partTokens: number = PART_TOKENS): Promise<void> {
  await db.run(`CREATE OR REPLACE TEMP TABLE records AS
    SELECT id, tokens, ((sum(tokens) OVER (ORDER BY id) - tokens) // ${partTokens})::INTEGER AS part
    FROM (${RECORDS[stratum.component](literal(stratum.source))})`);
  await checkCounts(db, stratum);
}

/**
 * Draws one epoch of the stratum that is open: makes the table `drawn` (part, id, tokens, chance), in place of an older one.
 * @param epoch from 0
 * @param limit tokens to draw, within half a record; null for all
 * @param seed of the random part, and of the order within a part
 * @returns the parts in order of id
 */
export async function drawEpoch(
  db: Database,
  { key }: Stratum,
  { epoch, limit, seed }: { readonly epoch: number; readonly limit: number | null; readonly seed: number },
): Promise<readonly Part[]> {
  const chance = `md5(concat_ws(chr(31), ${literal(`${seed} ${epoch}`)}, ${literal(key)}, id))`;
  const all = `SELECT part, id, tokens, ${chance} AS chance FROM records`;
  // A record is taken where its middle is within the limit: the sum is off by half a record at most.
  const some = `SELECT * EXCLUDE (middle) FROM
    (SELECT *, sum(tokens) OVER (ORDER BY chance, id) - tokens / 2 AS middle FROM (${all})) WHERE middle <= ${limit}`;
  await db.run(`CREATE OR REPLACE TEMP TABLE drawn AS ${limit === null ? all : some}`);
  const parts = await db.rows<Omit<Part, 'epoch'>>(`SELECT part, count(*) AS records, sum(tokens) AS tokens,
    min(id) AS first, max(id) AS last FROM drawn GROUP BY part ORDER BY part`);
  return parts.map((part) => ({ epoch, ...part }));
}

async function checkCounts(db: Database, { key, records, tokens }: Stratum): Promise<void> {
  const [found] = await db.rows<{ records: number; tokens: number }>(
    'SELECT count(*) AS records, coalesce(sum(tokens), 0) AS tokens FROM records',
  );
  if (found?.records === records && found.tokens === tokens) return;
  throw new BuildError(
    `${key}: corpus.json gives ${records} records of ${tokens} tokens, the tables hold ${found?.records} of ${found?.tokens}. "forge check" names what is wrong with the corpus.`,
  );
}

/**
 * @param drawn tokens to draw
 * @param tokens of the stratum
 * @returns for each epoch the tokens to draw in it; null for all
 */
export function epochsOf(drawn: number, tokens: number): readonly (number | null)[] {
  if (tokens === 0) return [];
  // A plan of exactly two epochs must not become one and a part by the last bit of a division.
  const whole = Math.floor(drawn / tokens + 1e-9);
  const rest = drawn - whole * tokens;
  const epochs: (number | null)[] = Array.from({ length: whole }, () => null);
  return rest < 0.5 ? epochs : [...epochs, rest];
}
