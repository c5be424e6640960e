/**
 * Compiles lib/kernel/assembly (AssemblyScript) to WebAssembly, and writes it into lib/kernel/code.ts as text, so that the
 * builder, the page's threads and tests load it the same way. A test fails where the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const KERNEL = fileURLToPath(new URL('../lib/kernel', import.meta.url));
const TARGET = path.join(KERNEL, 'code.ts');

/** Pages of 64 kB: all that assembly/layout.ts has a place for. */
const MEMORY_PAGES = '327';
/** Addresses below it stand for none. */
const DATA_FROM = '1024';

const OPTIONS = [
  ['--runtime', 'stub'],
  ['--enable', 'simd'],
  ['--initialMemory', MEMORY_PAGES],
  ['--maximumMemory', MEMORY_PAGES],
  ['--memoryBase', DATA_FROM],
].flat();

/**
 * @returns the module of code.ts
 * @throws Error with what the compiler says
 */
export async function compileKernel(): Promise<string> {
  const { default: asc } = await import('assemblyscript/asc');
  let code: Uint8Array | null = null;
  const { error, stderr } = await asc.main(['index.ts', '-o', 'kernel.wasm', '-Ospeed', '--noColors', ...OPTIONS], {
    readFile: (name, base) => readIfThere(path.resolve(KERNEL, 'assembly', base === '.' ? '' : base, name)),
    writeFile: (_, contents) => void (code = contents as Uint8Array),
  });
  if (error !== null || code === null) throw new Error(`The kernel was not compiled.\n${stderr.toString()}`);
  const lines = [
    '/** Made by `npm run compile-kernel` of assembly/: WebAssembly as base64. */',
    `export const KERNEL_CODE =`,
  ];
  return `${lines.join('\n')}\n  '${Buffer.from(code).toString('base64')}';\n`;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compileKernel());
