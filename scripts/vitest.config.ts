import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../vitest.base.ts';

export default mergeConfig(
  sharedTestConfig,
  defineConfig({
    root: resolve(import.meta.dirname, '..'),
    test: {
      name: 'scripts',
      include: ['{scripts,benchmarks,corpus}/**/*.test.ts', 'deploy/tests/*.test.ts'],
      testTimeout: 60_000,
    },
  }),
);
