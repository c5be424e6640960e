/** What to offer where an id is unknown. */
import { tables } from '../corpus/index.ts';
import { query, sql } from './sql.ts';

const { api_id, method, summary } = tables.apis.columns;

/** The similarity below which a name is no help (Jaro-Winkler, 0 to 1). */
const LEAST = 0.8;

/**
 * The APIs whose ids are most like a text: those of a mistyped or outdated link.
 * @param id an id that does not exist
 * @returns nearest first
 */
export function apiNear(id: string, limit = 8) {
  return query(
    { name: 'apiNear', from: ['apis'], columns: { api_id, method, summary } },
    sql`SELECT api_id, "method", summary FROM (
        SELECT api_no, api_id, "method", summary, jaro_winkler_similarity(api_id, ${id}) AS likeness FROM apis
      ) WHERE likeness >= ${LEAST} ORDER BY likeness DESC, api_no LIMIT ${limit}`,
  );
}
