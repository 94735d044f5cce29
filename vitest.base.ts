import { defineConfig } from 'vitest/config';

/**
 * What every workspace's tests share. Our own packages resolve to their sources (the `csqa-source`
 * export condition), so a test never runs against a stale build.
 */
export const sharedTestConfig = defineConfig({
  resolve: { conditions: ['csqa-source'] },
  ssr: { resolve: { conditions: ['csqa-source'] } },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    maxWorkers: 2,
    passWithNoTests: true,
    restoreMocks: true,
    // For tests that hang. A busy machine makes the slowest ones ten times slower, and that is no defect.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
