/** The text of docs/formats.md, from the registry of adapters. */
import { formats, type Format } from '../builder/commands/formats.ts';

const intro = `# Formats

<!-- Written by scripts/adapters-doc.ts from lib/adapters. Change the adapter and run "npm run format-doc". -->

\`forge import PATH... --out DIR\` makes a corpus of files of these formats; \`forge formats\` lists them. Each file's format is found
from its first records, unless \`--format NAME\` says it. A file of none is one reject (\`unknown-format\`).

- **Paths** are files, folders or quoted patterns: \`*\` and \`?\` within a name, \`**\` for any number of folders. Each becomes a source;
  \`--source NAME\` makes one source of all. In folders and patterns, hidden files, names that begin with \`_\`, readme files, licences, Markdown
  and \`node_modules\` are skipped, and counted.
- **Files** hold JSON (a list is taken apart into its elements), JSONL, whatever their names, YAML, CSV, TSV or Parquet. gzip and zstd are
  unpacked, ZIP archives (also \`.eval\`) entry by entry, stored, by deflate or by zstd. JSONL and lists are read in pieces: a file may be
  larger than memory, a record may have 128 MiB.
- **Text** is UTF-8; a byte order mark is left out, and what is not UTF-8 is read as windows-1252 (or UTF-16, where a mark says so), with a
  warning.
- **Secrets**: credentials that are found in a record are counted as warnings (\`secret-found\`), never shown; \`--mask-secrets\` overwrites
  them with as many X in everything that is stored.
`;

/** @returns the text of docs/formats.md */
export function adaptersDoc(): string {
  const all = formats();
  return [
    intro,
    '| format | title | yields |',
    '|---|---|---|',
    ...all.map(({ name, title, yields }) => `| [\`${name}\`](#${name}) | ${title} | ${yields.join(', ')} |`),
    '',
    ...all.flatMap(section),
  ].join('\n');
}

function section({ name, title, doc, reference }: Format): string[] {
  return [`## ${name}`, '', `**${title}.** ${doc}`, '', `Described in: ${reference}.`, ''];
}
