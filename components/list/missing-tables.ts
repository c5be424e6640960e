import type { TableName } from '@/lib/corpus';
import type { Corpus } from '@/lib/data';
import type { LinkedSelection } from '@/lib/queries/linked-filter';
import type { TrajectoryFacet } from '@/lib/queries/trajectory-filter';

/** Corpora of an earlier builder do not have the tables that a list is narrowed by. */
function lacks(corpus: Corpus, table: TableName): boolean {
  const { tables } = corpus.manifest;
  return (tables.trajectories?.rows ?? 0) > 0 && tables[table] === undefined;
}

/** Why what a link from the mixture narrows by finds nothing in this corpus; null where it can find something. */
export function missingLinked({ manifest }: Corpus, selections: readonly LinkedSelection[]): string | null {
  const tables = selections.flatMap(({ from }) => from.map((use) => (typeof use === 'string' ? use : use.table)));
  const missing = tables.find((table) => manifest.tables[table] === undefined);
  return missing === undefined
    ? null
    : `This corpus has no table ${missing}, which this link narrows by. Build it again to follow the link.`;
}

/** Why a facet has no values in this corpus; null where it may have some. */
export function missingFacet(corpus: Corpus, facet: TrajectoryFacet): string | null {
  const lacking = lacks(corpus, facet === 'tool' ? 'called_tools' : 'trajectory_facets');
  return lacking ? 'This corpus has no index of them. Build it again to narrow by them.' : null;
}

/** Why a search finds nothing in this corpus; null where it can find something. */
export function missingSearch(corpus: Corpus): string | null {
  return lacks(corpus, 'trajectory_terms')
    ? 'This corpus has no search index of trajectories: build it again to search it.'
    : null;
}
