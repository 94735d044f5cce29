import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../../vitest.base.ts';

export default mergeConfig(
  sharedTestConfig,
  defineConfig({
    test: {
      name: 'web',
      globalSetup: ['../report/test/page/browser-file.ts', 'test/shared-directory.ts'],
    },
  }),
);
