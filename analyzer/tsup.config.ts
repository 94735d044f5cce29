import { copyFile, cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { defineConfig } from 'tsup';
import { sharedBuild } from '../tsup.base.ts';

const require = createRequire(import.meta.url);

export default defineConfig({
  ...sharedBuild,
  entry: ['src/index.ts', 'src/main.ts'],
  dts: { entry: 'src/index.ts' },
  async onSuccess() {
    await mkdir('dist/grammars', { recursive: true });
    await copyFile(
      require.resolve('tree-sitter-java/tree-sitter-java.wasm'),
      'dist/grammars/tree-sitter-java.wasm',
    );
    await cp('src/models/data', 'dist/data', { recursive: true });
  },
});
