/** Makes docs/corpus-format.md and docs/formats.md from what the code declares: `npm run format-doc` writes them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROBLEMS } from '../lib/audit/problems.ts';
import { BUILDER_REASONS } from '../builder/reasons.ts';
import { REASONS } from '../lib/adapters/reasons.ts';
import { duckdbType, FORMAT, FORMAT_VERSION, tables, type Column, type Table } from '../lib/corpus/index.ts';
import { manifestSchema } from '../lib/corpus/manifest.ts';
import { adaptersDoc } from './adapters-doc.ts';
import { manifestLines } from './manifest-doc.ts';

const docs = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

const intro = `# The corpus format, version ${FORMAT_VERSION}

<!-- Written by scripts/format-doc.ts from lib/corpus. Change the declaration and run "npm run format-doc". -->

A corpus is a folder of static files: \`corpus.json\` and one or more Parquet files (shards) for each table. Any host that
answers Range requests can serve it.

- **Light** tables are browsed, filtered and counted. **Heavy** tables are read one record at a time by id: they are sorted
  by it, in row groups of 2,048 rows, and a link needs one shard and one row group.
- Rows are sorted within and across the shards of a table by the columns named below, text by code point (as bytes of
  UTF-8), nulls first. The shards of a table do not overlap in the first of these columns.
- A shard's name is \`TABLE-NUMBER.HASH.parquet\`, where HASH is the beginning of its SHA-256: what a name stands for never
  changes, so it can be cached for ever. Shards are compressed with zstd.
- Types are those of DuckDB. \`json\` is JSON in a text column: open-ended structures are not made into columns.
- A table without rows has one shard without rows.
- \`forge check DIR\` proves all of this.
`;

function tableLines(name: string, { doc, weight, sort, columns }: Table): string {
  return [
    `### ${name}`,
    '',
    `${doc} ${weight === 'heavy' ? 'Heavy' : 'Light'}. Sorted by ${sort.map((column) => `\`${column}\``).join(', ')}.`,
    '',
    '| column | type | null | meaning |',
    '|---|---|---|---|',
    ...Object.entries(columns).flatMap(([column, declared]) => columnLines(column, declared)),
    '',
  ].join('\n');
}

function columnLines(name: string, column: Column): string[] {
  const type = column.type === 'struct[]' ? 'STRUCT[]' : duckdbType(column) + (column.type === 'json' ? ' (json)' : '');
  const own = `| \`${name}\` | ${type} | ${column.nullable === true ? 'yes' : ''} | ${cell(column.doc)} |`;
  if (column.type !== 'struct[]') return [own];
  const fields = Object.entries(column.fields).flatMap(([field, declared]) =>
    columnLines(`${name}[].${field}`, declared),
  );
  return [own, ...fields];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function codes(title: string, doc: string, of: Readonly<Record<string, string>>): string {
  const rows = Object.entries(of).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`);
  return [`## ${title}`, '', doc, '', '| code | meaning |', '|---|---|', ...rows, ''].join('\n');
}

/** @returns the text of docs/corpus-format.md */
export function formatDoc(): string {
  return [
    intro,
    '## Tables',
    '',
    ...Object.entries(tables).map(([name, table]) => tableLines(name, table)),
    '## corpus.json',
    '',
    `\`format\` is \`${FORMAT}\`; a reader refuses a \`version\` above its own. Counts are whole numbers.`,
    '',
    '| field | type | meaning |',
    '|---|---|---|',
    ...manifestLines(manifestSchema).map(({ field, type, doc }) => `| \`${field}\` | ${type} | ${cell(doc)} |`),
    '',
    'Records in = records stored + records rejected, for each source. `first_id` and `last_id` are the least and greatest',
    'value of the table’s first sort column in the shard: a link finds its shard by them.',
    '',
    codes('Problems of calls', 'Codes of `calls.problems` (lib/audit/problems.ts).', PROBLEMS),
    codes(
      'Reasons of rejects',
      'Codes of `rejects.reason`: those of the adapters (lib/adapters/reasons.ts) and of the builder.',
      {
        ...REASONS,
        ...BUILDER_REASONS,
      },
    ),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(docs('corpus-format.md'), formatDoc());
  writeFileSync(docs('formats.md'), adaptersDoc());
}
