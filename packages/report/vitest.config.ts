import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../../vitest.base.ts';

export default mergeConfig(
  sharedTestConfig,
  defineConfig({
    test: {
      name: 'report',
      globalSetup: ['test/page/browser-file.ts'],
      // A browser on a busy machine takes its time, and that is no defect.
      expect: { poll: { timeout: 30_000 } },
    },
  }),
);
