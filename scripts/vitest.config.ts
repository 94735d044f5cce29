import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../vitest.base.ts';

export default mergeConfig(
  sharedTestConfig,
  defineConfig({ test: { name: 'scripts', include: ['**/*.test.ts'], testTimeout: 60_000 } }),
);
