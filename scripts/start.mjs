/**
 * `npm start`: installs, builds the default corpus and the application where they are missing or stale, and serves both.
 * PORT (3000) and HOST (127.0.0.1) say where. Plain Node: it runs in a fresh clone.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureInstalled, root, say } from './lib/project.mjs';
import { app, corpus, ensure, isCurrent } from './lib/stages.mjs';

const LEAST_NODE = [20, 9];
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);

/** @param {string} message @returns {never} */
function stop(message) {
  say(`npm start: ${message}`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = LEAST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  stop(`Node ${LEAST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

/** A taken port is told before minutes of work, not after. */
async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    stop(`PORT is ${process.env.PORT}; a number from 1 to 65535 is needed.`);
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once('error', resolve);
    probe.listen(port, host, () => resolve(null));
  });
  if (error?.code === 'EADDRINUSE')
    stop(`Port ${port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`);
  if (error) stop(`Cannot listen on ${host}:${port}: ${error.message}`);
  await new Promise((resolve) => probe.close(resolve));
}

/** The default corpus first, then those that were imported beside it. */
function corpora() {
  const shelf = join(root, '.corpora');
  const others = readdirSync(shelf).filter(
    (name) => name !== 'default' && existsSync(join(shelf, name, 'corpus.json')),
  );
  return ['default', ...others.toSorted()].map((name) => join('.corpora', name));
}

async function build() {
  const stale = [corpus, app].filter((stage) => !isCurrent(stage));
  if (stale.length === 0) return;
  say(`Building the ${stale.map(({ name }) => name).join(' and the ')} …`);
  // Side by side: each has stretches that use one core only.
  const done = await Promise.all(stale.map(ensure));
  const failed = stale.filter((_, i) => !done[i]);
  if (failed.length > 0)
    stop(
      `The ${failed.map(({ name }) => name).join(' and the ')} could not be built; the messages above say why. Run npm start again to go on.`,
    );
}

function serve() {
  const args = ['builder/forge.mjs', 'serve', ...corpora(), '--port', String(port), '--host', host];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal));
  server.once('close', (code) => process.exit(code ?? 0));
}

checkNode();
await checkPort();
if (!(await ensureInstalled())) stop('The packages could not be installed; the messages above say why.');
await build();
serve();
