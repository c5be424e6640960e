/** The OpenAPI records of hard-cases.json: what must have become of each. */
import { holds, type HardCase } from './hard-case.ts';

export const OPENAPI_CASES: Readonly<Record<string, readonly HardCase[]>> = {
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
