import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contents, shopDocument } from './testing/miniature.ts';
import { ROOT } from './version.ts';

const UNITS = 8;

let root: string;
let inputs: string[];

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-resume-'));
  inputs = Array.from({ length: UNITS }, (_, i) => {
    const file = path.join(root, `shop${i}.json`);
    writeFileSync(file, shopDocument(`shop${i}.test`, 800));
    return file;
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line; `during` may kill it. */
function forge(
  args: readonly string[],
  during: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'builder/forge.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    during((signal) => child.kill(signal));
  });
}

/** Kills when the first unit is done and others are not. */
function killMidway(stage: string, signal: NodeJS.Signals): (kill: (signal: NodeJS.Signals) => void) => void {
  return (kill) => {
    const timer = setInterval(() => {
      if (!existsSync(stage) || !readdirSync(stage).some((name) => existsSync(path.join(stage, name, 'done.json'))))
        return;
      clearInterval(timer);
      kill(signal);
    }, 2);
  };
}

const importTo = (out: string): string[] => [
  'import',
  ...inputs,
  '--out',
  out,
  '--name',
  'mini',
  '--workers',
  '1',
  '--json',
];

describe('a build that is killed', () => {
  it('leaves no half corpus, and the same command goes on where it stopped', async () => {
    const out = path.join(root, 'killed');
    const killed = await forge(importTo(out), killMidway(`${out}.building/stage`, 'SIGKILL'));
    expect(killed.code).not.toBe(0);
    expect(existsSync(out)).toBe(false);

    const again = await forge(importTo(out));
    expect(again.code).toBe(0);
    const [, done] = /Going on with an interrupted build: (\d) of 8 units are done/.exec(again.stderr) ?? [];
    expect(Number(done)).toBeGreaterThanOrEqual(1);
    expect(Number(done)).toBeLessThan(UNITS);
    expect(JSON.parse(again.stdout)).toMatchObject({ totals: { apis: 800 * UNITS } });

    const whole = path.join(root, 'whole');
    await forge(importTo(whole));
    expect(contents(out)).toEqual(contents(whole));
    expect(existsSync(`${out}.building`)).toBe(false);
  }, 120_000);

  it('says how to go on, and leaves the older corpus as it is', async () => {
    const out = path.join(root, 'older');
    await forge(['import', inputs[0]!, '--out', out]);
    const before = contents(out);
    const stopped = await forge(importTo(out), killMidway(`${out}.building/stage`, 'SIGINT'));
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Run the same command again to go on');
    expect(contents(out)).toEqual(before);
  }, 120_000);

  it('reads again what has changed since', async () => {
    const out = path.join(root, 'changed');
    await forge(importTo(out), killMidway(`${out}.building/stage`, 'SIGKILL'));
    for (const [i, file] of inputs.entries()) writeFileSync(file, shopDocument(`fresh${i}.test`, 2));
    const again = await forge(importTo(out));
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).not.toContain('Going on');
    expect(JSON.parse(readFileSync(path.join(out, 'corpus.json'), 'utf8'))).toMatchObject({
      totals: { apis: 2 * UNITS },
    });
  }, 120_000);
});

describe('the command line', () => {
  it('ends with 0 for help, and names every command', async () => {
    const { code, stdout } = await forge(['--help']);
    expect(code).toBe(0);
    for (const command of ['build', 'import', 'check', 'serve', 'stats']) expect(stdout).toContain(command);
  });

  it.each([
    [['nonsense'], 'unknown command'],
    [['import', '/nowhere/at/all', '--out', '/nowhere/out'], 'does not exist'],
    [['import', '.'], "required option '-o, --out <dir>'"],
    [['check', '/nowhere'], 'is not a corpus'],
    [['serve', '/nowhere', '--port', 'many'], 'A port is a number'],
  ])('ends with 2 for %j', async (args, message) => {
    const { code, stderr } = await forge(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
