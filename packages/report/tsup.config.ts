import { defineConfig } from 'tsup';
import { sharedBuild } from '../../tsup.base.ts';

export default defineConfig({
  ...sharedBuild,
  entry: ['src/index.ts', 'src/producer.ts', 'src/speaker.ts'],
  dts: true,
});
