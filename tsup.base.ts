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
