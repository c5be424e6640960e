/**
 * Writes a content security policy into every exported page, so that any static host serves it: only our own scripts run
 * (inline ones by their hash), and text of a corpus that slipped through every other guard still could not.
 *
 * connect-src is open because a person may type the address of a corpus on another host; nothing else asks one.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = join(dirname(fileURLToPath(import.meta.url)), '../out');
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** @param {string} html */
function policyFor(html) {
  const hashes = [...html.matchAll(inlineScript)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "connect-src 'self' blob: http: https:",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

for (const entry of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!entry.endsWith('.html')) continue;
  const file = join(out, entry);
  const html = readFileSync(file, 'utf8');
  if (html.includes('http-equiv="Content-Security-Policy"')) continue;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`;
  writeFileSync(
    file,
    html.replace(/<head>(<meta charSet="utf-8"\/>)?/, (head) => head + meta),
  );
}
