import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import { defineConfig, type Options } from 'tsup';
import { onlyEnglish, ourScripts } from '../../tsup.base.ts';

const require = createRequire(import.meta.url);
const analyzer = dirname(require.resolve('@csqa/analyzer/package.json'));
const report = dirname(fileURLToPath(import.meta.resolve('@csqa/report')));

/** Libraries that write archives bring copies of Node's streams for browsers and for older versions; Node's own are those. */
const streamsOfNode: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'streams-of-node',
  setup(build) {
    const [namespace, filter] = ['streams-of-node', /^readable-stream(?:\/passthrough)?$/];
    build.onResolve({ filter }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter, namespace }, ({ path }) => ({
      contents: `module.exports = require('node:stream')${path.endsWith('passthrough') ? '.PassThrough' : ''};`,
    }));
  },
};

/** Everything a runner needs, for it installs nothing; libraries written for require() find one. */
const wholeBundle = {
  format: ['esm'],
  target: 'node24',
  platform: 'node',
  noExternal: [/.*/],
  minify: true,
  treeshake: true,
  sourcemap: false,
  // What is bundled, for the notices of a release; a release does not carry it.
  metafile: true,
  clean: true,
  esbuildPlugins: [onlyEnglish, ourScripts, streamsOfNode],
  banner: {
    js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);",
  },
} satisfies Options;

export default defineConfig({
  ...wholeBundle,
  // The analyzer keeps the layout of its package, for it finds its data beside itself; what both need is there once.
  entry: {
    index: 'src/main.ts',
    'analyzer/dist/main': join(analyzer, 'src/main.ts'),
    'analyzer/dist/analysis-worker': join(analyzer, 'src/analysis-worker.ts'),
    'analyzer/dist/facts-worker': join(analyzer, 'src/facts-worker.ts'),
    'analyzer/dist/grammar-worker': join(analyzer, 'src/grammar-worker.ts'),
  },
  outDir: 'dist',
  splitting: true,
  esbuildOptions(options) {
    // From the sources, for what is built carries its libraries already, and twice they would not be shared.
    options.conditions = ['csqa-source'];
    options.chunkNames = 'analyzer/dist/[name]-[hash]';
  },
  async onSuccess() {
    await cp(join(report, 'page.html'), 'dist/page.html');
    await cp(join(analyzer, 'data'), 'dist/analyzer/data', { recursive: true });
    await cp(join(analyzer, 'dist/models.json'), 'dist/analyzer/dist/models.json');
    await cp(join(analyzer, 'dist/grammars'), 'dist/analyzer/dist/grammars', { recursive: true });
    const parser = createRequire(join(analyzer, 'package.json')).resolve(
      'web-tree-sitter/web-tree-sitter.wasm',
    );
    await cp(parser, 'dist/analyzer/dist/grammars/web-tree-sitter.wasm');
    for (const file of await filesIn('dist')) {
      if (/\.(?:sig|wasm|html)$|models\.json$/.test(file)) await pack(file);
    }
    await writeFile('dist/analyzer/build-id', await hashOf('dist/analyzer'));
  },
});

/** Every file below a directory, in the order of their names. */
async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

/** Every job checks the release out: what is large and no code travels packed, as those who read it expect. */
async function pack(file: string): Promise<void> {
  const params = { [constants.ZSTD_c_compressionLevel]: 22, [constants.ZSTD_c_windowLog]: 24 };
  await writeFile(file, zstdCompressSync(await readFile(file), { params }));
}

/** Tells one build of the analyzer from another: every name and every byte that decides what it reports. */
async function hashOf(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesIn(directory)) hash.update(`${file}\n`).update(await readFile(file));
  return hash.digest('hex');
}
