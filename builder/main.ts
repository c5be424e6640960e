/** The `forge` command line. Results go to stdout, progress and errors to stderr. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { build } from './commands/build.ts';
import { check, describeFaults } from './commands/check.ts';
import { describeFormats, formats } from './commands/formats.ts';
import { importFiles } from './commands/import.ts';
import { describe } from './commands/result.ts';
import { describeSample, sample } from './commands/sample.ts';
import { serve } from './commands/serve.ts';
import { describeStats, stats } from './commands/stats.ts';
import { messageOf, UsageError } from './faults.ts';
import { progressOn } from './progress.ts';
import { BUILDER } from './version.ts';

const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** How a finished command ends the process. */
interface Outcome {
  readonly text: string;
  readonly value: unknown;
  readonly code: number;
}

/**
 * Runs the command line.
 * @param argv as process.argv
 * @returns the exit code: 0 done, 1 failed or faults found, 2 used wrongly
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const finish = ({ text, value, code: ended }: Outcome, json: boolean): void => {
    process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
    code = ended;
  };
  try {
    await program(finish).parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    process.stderr.write(`forge: ${messageOf(error)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

type Finish = (outcome: Outcome, json: boolean) => void;

const DEFAULT_OUT = '.corpora/default';

function program(finish: Finish): Command {
  const forge = new Command('forge')
    .description('Builds, checks and serves corpora of tool documentation and function-calling trajectories.')
    .version(BUILDER)
    .exitOverride()
    .showHelpAfterError('(forge COMMAND --help tells more)')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed or faults found, 2 used wrongly.');
  addBuild(forge, finish);
  addImport(forge, finish);
  addFormats(forge, finish);
  addCheck(forge, finish);
  addServe(forge);
  addStats(forge, finish);
  addSample(forge, finish);
  return forge;
}

function addBuild(forge: Command, finish: Finish): void {
  forge
    .command('build')
    .description('Make the default corpus from the packages that npm has installed.')
    .option('-o, --out <dir>', 'folder of the corpus; an older one is replaced when the new one is whole', DEFAULT_OUT)
    .option('--only <prefix...>', 'only documents of the OpenAPI directory whose path begins so, e.g. github.com', [])
    .option('--workers <n>', 'threads (as many as cores, two at most)', positiveInteger)
    .option('--json', 'print the result as JSON')
    .action(async ({ json = false, ...options }: Parameters<typeof build>[0] & { json?: boolean }) => {
      const result = await build(options, progressOn(process.stderr));
      finish({ text: describe(result), value: result, code: EXIT.ok }, json);
    });
}

function addImport(forge: Command, finish: Finish): void {
  forge
    .command('import')
    .description('Make a corpus of files of public formats, packed or not; the format of each is found by itself.')
    .argument('<paths...>', 'files, folders or quoted patterns with *, ** and ?; each becomes a source')
    .requiredOption('-o, --out <dir>', 'folder of the corpus')
    .option('--name <name>', 'short name for links, [a-z0-9-]+ (name of the folder)')
    .option('--title <title>', 'title for people')
    .option('--licence <licence>', 'licence of the files, an SPDX expression')
    .option('--source <name>', 'make one source of all paths, of this name, [a-z0-9-]+')
    .option('--format <name>', 'read all files as this format (see forge formats)')
    .option('--stage <name>', 'training stage that the files are for, e.g. pre-training')
    .option('--mask-secrets', 'overwrite credentials with as many X; they are counted either way')
    .option('--workers <n>', 'threads (as many as cores, two at most)', positiveInteger)
    .option('--json', 'print the result as JSON')
    .action(
      async (
        paths: string[],
        { json = false, ...options }: Omit<Parameters<typeof importFiles>[0], 'paths'> & { json?: boolean },
      ) => {
        const result = await importFiles({ paths, ...options }, progressOn(process.stderr));
        finish({ text: describe(result), value: result, code: EXIT.ok }, json);
      },
    );
}

function addFormats(forge: Command, finish: Finish): void {
  forge
    .command('formats')
    .description('List the formats that forge import reads.')
    .option('--json', 'print the result as JSON')
    .action(({ json = false }: { json?: boolean }) => {
      const value = formats();
      finish({ text: describeFormats(value), value, code: EXIT.ok }, json);
    });
}

function addCheck(forge: Command, finish: Finish): void {
  forge
    .command('check')
    .description('Prove a corpus: schema, hashes, counts, order, references. Names each fault.')
    .argument('<dir>', 'folder of the corpus')
    .option('--json', 'print the result as JSON')
    .action(async (dir: string, { json = false }: { json?: boolean }) => {
      const result = await check(dir);
      finish(
        { text: describeFaults(result), value: result, code: result.faults.length === 0 ? EXIT.ok : EXIT.failed },
        json,
      );
    });
}

function addServe(forge: Command): void {
  forge
    .command('serve')
    .description('Serve the exported application and corpora, until interrupted.')
    .argument('<dirs...>', 'folders of corpora')
    .option('-p, --port <port>', 'port', port, 3000)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--app <dir>', 'the exported application', 'out')
    .action(async (dirs: string[], options: { port: number; host: string; app: string }) => {
      const { url, closed } = await serve({ corpora: dirs, ...options });
      process.stdout.write(`${url}\n`);
      await closed;
    });
}

function addStats(forge: Command, finish: Finish): void {
  forge
    .command('stats')
    .description('Print totals, sources and components of a corpus.')
    .argument('<dir>', 'folder of the corpus')
    .option('--json', 'print the result as JSON')
    .action((dir: string, { json = false }: { json?: boolean }) => {
      const manifest = stats(dir);
      finish({ text: describeStats(manifest), value: manifest, code: EXIT.ok }, json);
    });
}

function addSample(forge: Command, finish: Finish): void {
  forge
    .command('sample')
    .description('Draw the mixture of a plan (plan.json of the planner) as files to train from.')
    .argument('<dir>', 'folder of the corpus')
    .requiredOption('--plan <file>', 'plan.json')
    .requiredOption('-o, --out <dir>', 'folder of the sample; interrupted, the same command goes on where it stopped')
    .option('--format <format>', 'jsonl or parquet', 'jsonl')
    .option('--seed <n>', "in place of the plan's", wholeNumber)
    .option('--json', 'print the result as JSON')
    .action(
      async (
        dir: string,
        { json = false, ...options }: Omit<Parameters<typeof sample>[0], 'dir'> & { json?: boolean },
      ) => {
        const result = await sample({ dir, ...options }, progressOn(process.stderr));
        finish({ text: describeSample(result, options.out), value: result, code: EXIT.ok }, json);
      },
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number from 0 is needed.');
  return Number(text);
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('A whole number above 0 is needed.');
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return value;
}
