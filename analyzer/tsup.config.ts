import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { build, defineConfig } from 'tsup';
import { programBuild, scriptBuild } from '../tsup.base.ts';

const require = createRequire(import.meta.url);

export default defineConfig({
  ...programBuild,
  entry: {
    index: 'src/index.ts',
    main: 'src/main.ts',
    'analysis-worker': 'src/compiled-worker.ts',
    'facts-worker': 'src/facts-worker.ts',
    'grammar-worker': 'src/grammar-worker.ts',
    'config-template': 'src/config/config-template.ts',
    'compiled-program': 'src/command/compiled-program.ts',
  },
  dts: {
    entry: {
      index: 'src/index.ts',
      'config-template': 'src/config/config-template.ts',
      'compiled-program': 'src/command/compiled-program.ts',
    },
  },
  async onSuccess() {
    await build(scriptBuild({ analysis: 'src/command/serve-analysis.ts' }));
    // The grammar is a development dependency: its package would make every user build a native binding for one .wasm.
    await mkdir('dist/grammars', { recursive: true });
    for (const file of [
      require.resolve('tree-sitter-java/tree-sitter-java.wasm'),
      require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
    ]) {
      await copyFile(file, join('dist/grammars', basename(file)));
    }
    await promisify(execFile)(process.execPath, [
      '--conditions=csqa-source',
      'scripts/generate-models.ts',
      'dist/models.json',
    ]);
  },
});
