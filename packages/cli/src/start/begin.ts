import process from 'node:process';
import { startAnalyzerAhead } from '@csqa/orchestrator/ahead';
import type { Environment } from '../terminal/terminal.ts';
import type { World } from '../world.ts';
import { asksForAnalysis } from './asks-for-analysis.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { beforeInterruption, listenForInterruption } from './interruption.ts';

/** A reader that has seen enough (`csqa metrics | head`) is no failure. */
function endQuietlyWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** Runs the command line of this process, with the analyzer on its way before the code of the command line is loaded. */
export async function begin(version: string, variables: Environment): Promise<number> {
  const argv = process.argv.slice(2);
  const env = { ...variables, ...keepCompiledCode(variables) };
  const starting = asksForAnalysis(argv) ? startAnalyzerAhead(env) : null;
  const stopListening =
    starting === null
      ? () => undefined
      : beforeInterruption(async () => {
          (await starting)?.discard();
        });
  const ahead = await starting;
  process.stdout.on('error', endQuietlyWithReader);
  process.stderr.on('error', endQuietlyWithReader);
  const world: World = {
    env,
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    version,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    ahead,
    listenForInterruption: () => {
      const interruption = listenForInterruption();
      stopListening();
      return interruption;
    },
  };
  try {
    const { compiledProgram } = await import('@csqa/analyzer/compiled-program');
    const program = compiledProgram<typeof import('../run.ts')>(new URL('./run.cjs', import.meta.url));
    const code = await program.exports.run(argv, world);
    program.keep();
    return code;
  } finally {
    stopListening();
    ahead?.discard();
  }
}
