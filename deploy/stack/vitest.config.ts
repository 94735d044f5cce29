import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../../vitest.base.ts';

/** Whole deployments on a real engine, one after another: they build images and share its ports and its memory. */
export default mergeConfig(
  sharedTestConfig,
  defineConfig({
    root: resolve(import.meta.dirname, '../..'),
    test: {
      name: 'stack',
      include: ['deploy/stack/*.test.ts'],
      globalSetup: ['deploy/stack/images.ts'],
      fileParallelism: false,
      testTimeout: 900_000,
      hookTimeout: 900_000,
    },
  }),
);
