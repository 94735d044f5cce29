import { defineConfig } from 'tsup';
import { sharedBuild } from '../../tsup.base.ts';

export default defineConfig({
  ...sharedBuild,
  entry: ['src/main.ts', 'src/container.ts', 'src/healthcheck.ts'],
});
