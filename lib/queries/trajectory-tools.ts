/** Trajectories by the tools that they call: found once for each question, and kept for the statements that follow. */
import type { Materialised } from '../corpus/index.ts';
import { fingerprint } from './search.ts';
import { list, query, sql, type Sql } from './sql.ts';

/** How a tool is named in filters: its api_id, or `?` and its name where it could not be linked to an API. */
export function toolKey(apiId: string | null, toolName: string): string {
  return apiId ?? `?${toolName}`;
}

const lookupColumns = {
  part: { type: 'int', doc: 'Position of the key in the question.' },
  tool_no: { type: 'int', doc: 'called_tools.tool_no.' },
} as const;

type LookupRow = { readonly part: number; readonly tool_no: number };

/** The numbers of tools come first, as constants: postings are in their order, and the others stay unread. */
function lookup(keys: readonly string[]) {
  const parts = keys.map((key, part) => {
    const tool = key.startsWith('?') ? sql`api_id IS NULL AND tool_name = ${key.slice(1)}` : sql`api_id = ${key}`;
    return sql`WHEN ${tool} THEN ${part}`;
  });
  const cases = parts.reduce((so_far, part) => sql`${so_far} ${part}`, sql``);
  return query(
    { name: 'toolNos', from: ['called_tools'], columns: lookupColumns },
    sql`SELECT part, tool_no FROM (SELECT CASE ${cases} END AS part, tool_no FROM called_tools) WHERE part IS NOT NULL ORDER BY part`,
  );
}

function materialised(kind: string, keys: readonly string[], fill: (rows: readonly LookupRow[]) => Sql): Materialised {
  return {
    name: `${kind}_${fingerprint(JSON.stringify(keys))}`,
    lookup: lookup(keys),
    fill: (rows) => {
      const { text, params } = fill(rows as readonly LookupRow[]);
      return { sql: text, params };
    },
    from: ['tool_postings'],
  };
}

/** Trajectories that call one of some tools (column trajectory_no). */
export function callersOf(keys: readonly string[]): Materialised {
  return materialised('callers', keys, (rows) => {
    const [first, ...others] = rows.map((row) => row.tool_no);
    if (first === undefined) return sql`SELECT trajectory_no FROM tool_postings WHERE FALSE`;
    if (others.length === 0) return sql`SELECT trajectory_no FROM tool_postings WHERE tool_no = ${first}`;
    return sql`SELECT DISTINCT trajectory_no FROM tool_postings WHERE tool_no IN ${list([first, ...others])}`;
  });
}

/** Trajectories in which one tool is called before another, or before itself (column trajectory_no). */
export function callersInOrder(first: string, then: string): Materialised {
  // The same key twice is one tool, found by its first part.
  const keys = first === then ? [first] : [first, then];
  return materialised('callers_in_order', keys, (rows) => {
    const [before, later] =
      keys.length === 1 ? [rows[0], rows[0]] : [0, 1].map((part) => rows.find((row) => row.part === part));
    if (before === undefined || later === undefined) return sql`SELECT trajectory_no FROM tool_postings WHERE FALSE`;
    return sql`SELECT trajectory_no
      FROM (SELECT trajectory_no, first_call FROM tool_postings WHERE tool_no = ${before.tool_no})
      JOIN (SELECT trajectory_no, last_call FROM tool_postings WHERE tool_no = ${later.tool_no}) USING (trajectory_no)
      WHERE first_call < last_call`;
  });
}
