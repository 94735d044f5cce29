import { compiledProgram } from './command/compiled-program.ts';

/** The thread of an analysis as the package is built: its code is one script, and what V8 compiled of it the last time is taken again. */
const { exports, keep } = compiledProgram<typeof import('./command/serve-analysis.ts')>(
  new URL('./analysis.cjs', import.meta.url),
);
exports.serveAnalysis(keep);
