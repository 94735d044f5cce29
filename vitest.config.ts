import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['analyzer', 'packages/*', 'scripts'], maxWorkers: 2 },
});
