/** Records of different files that claim the same id: resolved in order of input, and put on record. */
import type { BuilderReason } from '../reasons.ts';
import type { Database } from './duckdb.ts';

/** New id of a record, or null where the record is dropped because an equal one is there. */
export interface Renamed {
  readonly kind: TwinKind;
  readonly unit: number;
  readonly seq: number;
  readonly id: string | null;
}

const KINDS = {
  apis: { table: '(SELECT * FROM s_apis WHERE NOT declared)', id: 'api_id', file: '_file' },
  trajectories: { table: 's_trajectories', id: 'trajectory_id', file: 'source_record' },
  documents: { table: 's_documents', id: 'document_id', file: 'title' },
} as const;

type TwinKind = keyof typeof KINDS | 'definitions';

interface Twin {
  readonly id: string;
  readonly unit: number;
  readonly seq: number;
  readonly nth: number;
  readonly source: string;
  readonly file: string;
}

/**
 * Finds records that share an id. The first in order of input keeps it, the next become `id~2`, `id~3` ….
 * Named schemas are other: an equal twin is dropped, a different one too, with a warning, since APIs refer by name.
 * Fills the table `renames`, and adds warnings to `s_rejects`.
 * @param db the database that holds the light stage tables
 * @returns what was renamed or dropped
 */
export async function resolveTwins(db: Database): Promise<Renamed[]> {
  await db.run('CREATE TABLE renames (kind VARCHAR, _unit INTEGER, _seq INTEGER, new_id VARCHAR)');
  const renamed: Renamed[] = [];
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) renamed.push(...(await renameTwins(db, kind)));
  renamed.push(...(await dropDefinitions(db)));
  return renamed;
}

async function renameTwins(db: Database, kind: keyof typeof KINDS): Promise<Renamed[]> {
  const { table, id, file } = KINDS[kind];
  const twins = await db.rows<Twin>(`
    SELECT ${id} AS id, _unit AS unit, _seq AS seq, row_number() OVER (PARTITION BY ${id} ORDER BY _unit, _seq) AS nth, source, ${file} AS file
    FROM ${table} WHERE ${id} IN (SELECT ${id} FROM ${table} GROUP BY ${id} HAVING count(*) > 1)
    QUALIFY nth > 1 ORDER BY ${id}, _unit, _seq`);
  const given = new Set<string>();
  const renamed: Renamed[] = [];
  for (const twin of twins) {
    const fresh = await freeId(db, kind, twin, given);
    given.add(fresh);
    renamed.push({ kind, unit: twin.unit, seq: twin.seq, id: fresh });
    await db.rows('INSERT INTO renames VALUES (?, ?, ?, ?)', [kind, twin.unit, twin.seq, fresh]);
    await warn(db, twin, 'id-taken', `Another record has the id ${twin.id}; this one is stored as ${fresh}.`);
  }
  return renamed;
}

async function freeId(db: Database, kind: keyof typeof KINDS, twin: Twin, given: ReadonlySet<string>): Promise<string> {
  const { table, id } = KINDS[kind];
  for (let n = twin.nth; ; n++) {
    const candidate = `${twin.id}~${n}`;
    if (given.has(candidate)) continue;
    const taken = await db.rows(`SELECT 1 AS one FROM ${table} WHERE ${id} = ? LIMIT 1`, [candidate]);
    if (taken.length === 0) return candidate;
  }
}

async function dropDefinitions(db: Database): Promise<Renamed[]> {
  const twins = await db.rows<Twin & { differs: boolean }>(`
    SELECT definition_id AS id, _unit AS unit, _seq AS seq, source, definition_id AS file,
      row_number() OVER w AS nth, hash <> first_value(hash) OVER w AS differs
    FROM s_definition_keys WHERE definition_id IN (SELECT definition_id FROM s_definition_keys GROUP BY definition_id HAVING count(*) > 1)
    WINDOW w AS (PARTITION BY definition_id ORDER BY _unit, _seq) QUALIFY nth > 1 ORDER BY definition_id, _unit, _seq`);
  for (const twin of twins) {
    await db.rows("INSERT INTO renames VALUES ('definitions', ?, ?, NULL)", [twin.unit, twin.seq]);
    if (twin.differs)
      await warn(db, twin, 'duplicate-definition', 'Another schema has this name; the first one is stored.');
  }
  return twins.map(({ unit, seq }) => ({ kind: 'definitions', unit, seq, id: null }));
}

async function warn(db: Database, { source, file }: Twin, reason: BuilderReason, message: string): Promise<void> {
  await db.rows(
    "INSERT INTO s_rejects (source, file, position, severity, reason, message) VALUES (?, ?, '', 'warning', ?, ?)",
    [source, file, reason, message],
  );
}
