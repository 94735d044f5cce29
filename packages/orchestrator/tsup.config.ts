import { defineConfig } from 'tsup';
import { sharedBuild } from '../../tsup.base.ts';

export default defineConfig({
  ...sharedBuild,
  entry: ['src/index.ts', 'src/ahead/analyzer-ahead.ts', 'src/testing/fake-engine.ts'],
  dts: true,
});
