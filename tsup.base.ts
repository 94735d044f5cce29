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

/**
 * How programs are built that must start at once: with their dependencies in them, for Node takes longer to find hundreds of
 * small files than to run them. The packages stay dependencies, and their licences come with them.
 */
export const programBuild = {
  ...sharedBuild,
  noExternal: [/.*/],
  esbuildPlugins: [onlyEnglish],
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
