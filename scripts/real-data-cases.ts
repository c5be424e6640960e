/** The OpenAPI records of hard-cases.json: what must have become of each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TableName } from '../lib/corpus/index.ts';
import type { Manifest } from '../lib/corpus/manifest.ts';
import { literal, openDatabase } from '../builder/write/duckdb.ts';

export interface HardCase {
  /** As in hard-cases.json. */
  readonly id: string;
  /** @returns what is wrong, or null */
  verify(corpus: string): Promise<string | null>;
}

type Dataset = 'openapi-directory-lite' | 'powerplatform-connectors' | 'twilio-oai';

/** A case that holds if a statement yields true; with its failure, what it did yield is shown. */
function holds(id: string, sql: string): HardCase {
  return {
    id,
    verify: async (corpus) => {
      const rows = await ask(corpus, sql);
      const good = rows.length === 1 && Object.values(rows[0]!).every((value) => value === true);
      return good ? null : `the corpus says ${JSON.stringify(rows).slice(0, 300)}`;
    },
  };
}

async function ask(corpus: string, sql: string): Promise<Record<string, unknown>[]> {
  const { tables } = JSON.parse(readFileSync(path.join(corpus, 'corpus.json'), 'utf8')) as Manifest;
  const db = await openDatabase({ scratch: corpus, memoryMb: 500 });
  try {
    for (const name of ['apis', 'api_docs', 'definitions', 'rejects', 'api_terms'] as const satisfies TableName[]) {
      const files = tables[name]!.shards.map((shard) => literal(path.join(corpus, shard.path)));
      await db.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet([${files.join(', ')}])`);
    }
    return await db.rows(sql);
  } finally {
    db.close();
  }
}

const CASES: Readonly<Record<Dataset, readonly HardCase[]>> = {
  'openapi-directory-lite': [
    holds(
      'huge-description',
      `SELECT length(d.description) > 160000 AS whole, length(a.summary) <= 200 AS preview FROM api_docs d JOIN apis a USING (api_id)
       WHERE d.source_file LIKE '%docusign.net/v2.json' AND d.source_pointer = '/paths/~1v2~1accounts/post'`,
    ),
    holds(
      'circular-ref',
      `SELECT count(*) = 94 AS apis, max(length(request_schema)) IS NULL OR max(length(request_schema)) < 200000 AS request_small,
         max(length(response_schema)) < 200000 AS response_small,
         bool_or(response_schema LIKE '%"#/$defs/%') AS refs FROM api_docs WHERE source_file LIKE '%bungie.net/2.0.0.json'`,
    ),
    holds(
      'property-named-ref',
      `SELECT (SELECT count(*) FROM rejects WHERE file LIKE '%discovery/v1.json' AND reason LIKE '%ref%') = 0 AS no_false_alarm,
         (SELECT count(*) FROM definitions WHERE name = 'JsonSchema' AND json_extract(schema, '$.properties."$ref".type') IS NOT NULL)
         + (SELECT count(*) FROM api_docs WHERE source_file LIKE '%discovery/v1.json' AND
            json_extract(response_schema, '$."$defs".JsonSchema.properties."$ref".type') IS NOT NULL) > 0 AS kept`,
    ),
    holds(
      'int-beyond-int64',
      `SELECT count(*) > 0 AS verbatim FROM api_docs WHERE source_file LIKE '%kinto/1.17.json' AND raw LIKE '%9223372036854776000%'`,
    ),
    holds(
      'mojibake',
      `SELECT count(*) > 100 AS as_it_is FROM api_docs WHERE source_file LIKE '%stackexchange.com/2.0.json'
         AND raw LIKE '%Ã¢â‚¬â€œ%' AND responses LIKE '%Ã¢â‚¬â€œ%'`,
    ),
    holds(
      'wide-operation',
      `SELECT max(len(params)) >= 111 AS all_there FROM api_docs WHERE source_file LIKE '%epa.gov/air/0.0.0.json'`,
    ),
  ],
  'powerplatform-connectors': [
    holds(
      'base64-default',
      `SELECT (SELECT count(*) FROM api_docs WHERE source_file LIKE '%OptiAPI%' AND length(raw) > 90000) > 0 AS kept,
         (SELECT max(length(term)) FROM api_terms) <= 40 AS not_indexed`,
    ),
    holds(
      'deep-nesting',
      `SELECT count(*) = 1 AS there FROM api_docs WHERE source_file LIKE '%Hume/%' AND source_pointer LIKE '%predictions/get' AND response_schema IS NOT NULL`,
    ),
    holds(
      'invalid-json-doc',
      `SELECT count(*) FILTER (file LIKE '%AccuWeather%' AND position <> '' AND raw IS NOT NULL) = 1 AS placed, count(*) >= 1 AS counted
       FROM rejects WHERE severity = 'rejected' AND reason = 'invalid-json'`,
    ),
    holds(
      'latin1-and-bom',
      `SELECT count(*) > 0 AS told FROM rejects WHERE severity = 'warning' AND reason = 'wrong-encoding' AND file LIKE '%Brønnøysundregistrene%'`,
    ),
    holds(
      'duplicate-json-keys',
      `SELECT count(*) FILTER (reason = 'duplicate-key' AND file LIKE '%RecordedFutureV2%') > 0 AS told FROM rejects`,
    ),
  ],
  'twilio-oai': [
    holds(
      'yaml-and-json-alike',
      `SELECT count(*) FILTER (raw_format = 'yaml') > 0 AS yaml, count(*) FILTER (raw_format = 'json') > 0 AS json FROM api_docs`,
    ),
  ],
};

/** @returns the cases of a data set */
export function hardCases(dataset: Dataset): readonly HardCase[] {
  return CASES[dataset];
}
