/**
 * What lists are narrowed by from charts of the mixture alone: no facet shows it, and the tables that know it are read only
 * then.
 */
import type { Dimension, TableUse } from '../corpus/index.ts';
import { beyondBuckets, oneOf, underLicence, within, type Range } from './narrow.ts';
import { all, name, sql, type Sql } from './sql.ts';

export interface LinkedFilter {
  /** How the record repeats an earlier one: exact or near; the empty string stands for "it does not". */
  readonly duplicates: readonly string[];
  readonly chars: Range | null;
  /** Tokens per byte. */
  readonly density: Range | null;
  /** Only values of this column that charts sum up as "all others"; null for all. */
  readonly others: Dimension | null;
}

export const NO_LINKED_FILTER: LinkedFilter = { duplicates: [], chars: null, density: null, others: null };

/** A statement that selects the numbers of records (column record_no), and the tables that it reads. */
export interface LinkedSelection {
  readonly statement: Sql;
  readonly from: readonly TableUse[];
}

/** Where records of a component stand. */
interface Records {
  /** A literal. */
  readonly component: Sql;
  readonly table: 'apis' | 'trajectories';
  readonly no: Sql;
  readonly id: Sql;
}

const APIS: Records = { component: sql`'documentation'`, table: 'apis', no: sql`api_no`, id: sql`api_id` };
const TRAJECTORIES: Records = {
  component: sql`'trajectories'`,
  table: 'trajectories',
  no: sql`trajectory_no`,
  id: sql`trajectory_id`,
};

/** As documents are narrowed by it in their own table. */
interface LicenceFilter {
  readonly licences: readonly string[];
  readonly licenceOf: readonly string[];
}

/** @returns one selection for each condition: what is asked for is in all of them */
export function linkedApis(filter: LinkedFilter & LicenceFilter): LinkedSelection[] {
  const source = oneOf(sql`"source"`, filter.licenceOf);
  const ofSource = source === null ? null : sql`record_no IN (SELECT api_no FROM apis WHERE ${source})`;
  return [
    ...repeats(APIS, filter.duplicates),
    ...measured(APIS, [...sizes(filter), underLicence(filter.licences, ofSource)]),
    ...otherValues(APIS, filter.others),
  ];
}

/** As linkedApis; `stepTokens` are the tokens of at least one step. */
export function linkedTrajectories(filter: LinkedFilter & { readonly stepTokens: Range | null }): LinkedSelection[] {
  const aStep = within(sql`tokens`, filter.stepTokens);
  const steps = sql`SELECT record_no, unnest(step_tokens) AS tokens FROM record_measures WHERE component = 'trajectories'`;
  return [
    ...repeats(TRAJECTORIES, filter.duplicates),
    ...measured(TRAJECTORIES, sizes(filter)),
    ...otherValues(TRAJECTORIES, filter.others),
    ...(aStep === null
      ? []
      : [{ statement: sql`SELECT record_no FROM (${steps}) WHERE ${aStep}`, from: ['record_measures'] as const }]),
  ];
}

function sizes({ chars, density }: LinkedFilter): (Sql | null)[] {
  return [within(sql`chars`, chars), within(sql`(tokens / nullif(bytes, 0))`, density)];
}

function measured({ component }: Records, conditions: readonly (Sql | null)[]): LinkedSelection[] {
  const narrowing = conditions.filter((condition) => condition !== null);
  if (narrowing.length === 0) return [];
  const statement = sql`SELECT record_no FROM record_measures WHERE component = ${component} AND ${all(narrowing)}`;
  return [{ statement, from: ['record_measures'] }];
}

function otherValues({ component, table, no }: Records, dimension: Dimension | null): LinkedSelection[] {
  if (dimension === null || dimension === 'language') return [];
  const isOther = (column: Sql) => beyondBuckets(dimension, component, column);
  const own = table === 'apis' ? sql`NOT declared` : sql`TRUE`;
  if (dimension === 'domain') {
    const statement = sql`SELECT ${no} AS record_no FROM ${name(table)} WHERE ${own} AND ${isOther(sql`"domain"`)}`;
    return [{ statement, from: [table, 'token_stats'] }];
  }
  const joined = sql`SELECT record_no, "source", licence FROM record_measures JOIN ${name(table)} ON ${no} = record_no
    WHERE component = ${component}`;
  const statement = sql`SELECT record_no FROM (${joined}) WHERE ${isOther(sql`licence`)}`;
  return [{ statement, from: [table, 'record_measures', 'token_stats'] }];
}

function repeats({ component, table, no, id }: Records, kinds: readonly string[]): LinkedSelection[] {
  const ofKind = oneOf(sql`duplicates.kind`, kinds);
  if (ofKind === null) return [];
  const joined = sql`${name(table)} LEFT JOIN duplicates ON record_id = ${id} AND component = ${component}`;
  return [{ statement: sql`SELECT ${no} AS record_no FROM ${joined} WHERE ${ofKind}`, from: [table, 'duplicates'] }];
}
