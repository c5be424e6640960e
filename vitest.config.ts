import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

/** Unit tests are pure; engine tests run every query on DuckDB-WASM in Node; component tests render in happy-dom. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{lib,components,app,builder,scripts,bench}/**/*.test.ts'],
          exclude: ['**/*.engine.test.ts'],
          // Pure code keeps no state between files: a process each would load the same modules a hundred times.
          isolate: false,
          // Some try thousands of random cases; a busy machine needs more than five seconds for them.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'engine',
          environment: 'node',
          include: ['{lib,builder}/**/*.engine.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'component', environment: 'happy-dom', include: ['{components,app,lib}/**/*.test.tsx'] },
      },
    ],
  },
});
