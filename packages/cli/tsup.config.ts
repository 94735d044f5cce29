import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defineConfig } from 'tsup';
import { programBuild, scriptBuild } from '../../tsup.base.ts';

const report = dirname(fileURLToPath(import.meta.resolve('@csqa/report')));

export default defineConfig({
  ...programBuild,
  entry: ['src/main.ts'],
  async onSuccess() {
    await build(scriptBuild({ run: 'src/run.ts' }));
    // The code that writes HTML reports looks for their page beside itself.
    await copyFile(join(report, 'page.html'), 'dist/page.html');
  },
});
