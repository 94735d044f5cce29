import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../../vitest.base.ts';

export default mergeConfig(
  sharedTestConfig,
  defineConfig({
    test: {
      name: 'report',
      globalSetup: ['test/page/browser-file.ts'],
    },
  }),
);
