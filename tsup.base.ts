import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Options } from 'tsup';

/** How every workspace is built: ESM for Node, declarations beside it, dependencies left as imports. */
export const sharedBuild = {
  format: ['esm'],
  target: 'node22.18',
  platform: 'node',
  // `node:sqlite` has no other name.
  removeNodeProtocol: false,
  outDir: 'dist',
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: true,
} satisfies Options;

/** zod carries its messages in fifty languages; nobody here asks for any but English. */
export const onlyEnglish: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'only-english',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/locales\/index\.js$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, '../locales/en.js'),
    }));
  },
};

/** A badge is measured by the widths of characters in every script; ours are written in Latin and Cyrillic. */
export const ourScripts: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'our-scripts',
  setup(build) {
    build.onLoad({ filter: /anafanafo[\\/]data[\\/].*\.json$/ }, async ({ path }) => {
      const widths: readonly (readonly [from: number, to: number, width: number])[] = JSON.parse(
        await readFile(path, 'utf8'),
      );
      return { contents: JSON.stringify(widths.filter(([from]) => from < 0x5_30)), loader: 'json' };
    });
  },
};

/** A module of ours with the zod schemas of the contract, which documents that are in order do without. */
const BY_SCHEMA = '../schema/by-schema.ts';

/** Libraries that few runs need, with what is used of them; and what brings a library along. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  [BY_SCHEMA]: ['documentBySchema', 'eventBySchema'],
  'badge-maker': ['makeBadge'],
  'csv-stringify/sync': ['stringify'],
  execa: ['execa'],
  // How wide a text is on a terminal, for which V8 compiles the table of all emoji.
  'log-update': ['createLogUpdate'],
  'slice-ansi': ['default'],
  'string-width': ['default'],
  // What goes into a container and comes out of it through its engine.
  tar: ['Pack', 'Parser'],
  'wrap-ansi': ['default'],
  yaml: [
    ...['LineCounter', 'isAlias', 'isMap', 'isNode', 'isPair', 'isScalar', 'isSeq'],
    ...['parse', 'parseAllDocuments', 'parseDocument', 'stringify'],
  ],
};

function lateExport(path: string, name: string): string {
  if (/^[A-Z]/.test(name)) {
    return `export function ${name}(...given) { return new (require('${path}').${name})(...given); }`;
  }
  const call = `(...given) => require('${path}').${name}(...given);`;
  return name === 'default' ? `export default ${call}` : `export const ${name} = ${call}`;
}

/** Has a library run when a function of it is called for the first time, not at every start. */
const late: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'late',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(LATE).join('|').replaceAll('.', '\\.')})$`);
    build.onResolve({ filter }, ({ path, namespace, importer, resolveDir }) =>
      namespace === 'late' || importer.includes('node_modules')
        ? undefined
        : { path, namespace: 'late', pluginData: resolveDir, sideEffects: false },
    );
    build.onLoad({ filter: /./, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: (LATE[path] ?? []).map((name) => lateExport(path, name)).join('\n'),
      resolveDir: pluginData,
    }));
  },
};

/** A module that imports `process` has Node open standard input and both outputs, to tell what the module exports. */
const globalProcess: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'global-process',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?process$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'global-process' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'global-process' }, () => ({
      // The names are those that execa imports; a further one fails the build.
      contents:
        'const { process } = globalThis; export default process; export const { execArgv, execPath, hrtime, platform } = process;',
    }));
  },
};

/**
 * How programs are built that must start at once: with their dependencies in them, for Node takes longer to find hundreds of
 * small files than to run them. The packages stay dependencies, and their licences come with them.
 */
export const programBuild = {
  ...sharedBuild,
  noExternal: [/.*/],
  esbuildPlugins: [onlyEnglish, ourScripts, late, globalProcess],
  esbuildOptions(options) {
    // Our own packages file by file, so that each program carries what it uses and no more.
    options.conditions = ['csqa-source'];
    // Node reads a file that is all ASCII with half the work and half the memory.
    options.charset = 'ascii';
  },
  // For libraries that are written for require().
  banner: {
    js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);",
  },
} satisfies Options;

/**
 * How a program is built as one script, which `compiledProgram` of the analyzer runs: it can keep what V8 has compiled of a script,
 * of modules Node does not let it.
 */
export function scriptBuild(entry: Readonly<Record<string, string>>): Options {
  return {
    ...programBuild,
    entry: { ...entry },
    format: ['cjs'],
    treeshake: false,
    splitting: false,
    clean: false,
    silent: true,
    config: false,
    banner: { js: '(function(require,module,exports,importMetaUrl){' },
    footer: { js: '})' },
    define: { 'import.meta.url': 'importMetaUrl' },
  };
}
