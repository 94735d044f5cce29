import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Options } from 'tsup';

const require = createRequire(import.meta.url);
const analyzer = dirname(require.resolve('@csqa/analyzer/package.json'));
const report = dirname(fileURLToPath(import.meta.resolve('@csqa/report')));

// Not tsup's `clean`: the two builds run at once, and one would remove what the other wrote.
await rm('dist', { recursive: true, force: true });

/** Everything a runner needs, for it installs nothing; libraries written for require() find one. */
const wholeBundle = {
  format: ['esm'],
  target: 'node24',
  platform: 'node',
  noExternal: [/.*/],
  minify: true,
  keepNames: true,
  treeshake: true,
  sourcemap: false,
  // What is bundled, for the notices of a release; a release does not carry it.
  metafile: true,
  banner: {
    js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);",
  },
} satisfies Options;

export default defineConfig([
  {
    ...wholeBundle,
    entry: { index: 'src/main.ts' },
    outDir: 'dist',
    splitting: false,
    async onSuccess() {
      await cp(join(report, 'page.html'), 'dist/page.html');
    },
  },
  {
    // The analyzer keeps the layout of its package, for it finds its data beside itself.
    ...wholeBundle,
    entry: {
      main: join(analyzer, 'dist/main.js'),
      'analysis-worker': join(analyzer, 'dist/analysis-worker.js'),
    },
    outDir: 'dist/analyzer/dist',
    splitting: true,
    async onSuccess() {
      await cp(join(analyzer, 'data'), 'dist/analyzer/data', { recursive: true });
      await cp(join(analyzer, 'dist/models.json'), 'dist/analyzer/dist/models.json');
      await cp(join(analyzer, 'dist/grammars'), 'dist/analyzer/dist/grammars', { recursive: true });
      const parser = createRequire(join(analyzer, 'package.json')).resolve(
        'web-tree-sitter/web-tree-sitter.wasm',
      );
      await cp(parser, 'dist/analyzer/dist/grammars/web-tree-sitter.wasm');
      await writeFile('dist/analyzer/build-id', await hashOf('dist/analyzer'));
    },
  },
]);

/** Tells one build of the analyzer from another: every name and every byte that decides what it reports. */
async function hashOf(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(await readFile(file));
  return hash.digest('hex');
}
