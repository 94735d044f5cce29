import process from 'node:process';
import { startAnalyzerAhead } from '@csqa/orchestrator/ahead';
import { EXIT } from '../failures/exit-codes.ts';
import type { Environment } from '../terminal/terminal.ts';
import type { World } from '../world.ts';
import { asksForAnalysis } from './asks-for-analysis.ts';
import { currentDirectory, tellBrokenOutput } from './broken-world.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { beforeInterruption, listenForInterruption } from './interruption.ts';

/** A reader that has seen enough (`csqa metrics | head`) is no failure; an output that takes no more is one, told once. */
function watchOutput(env: Environment): { readonly isBroken: () => boolean } {
  let isBroken = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') process.exit();
    if (!isBroken) tellBrokenOutput(error, env);
    isBroken = true;
    process.exitCode = EXIT.couldNotRun;
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
  return { isBroken: () => isBroken };
}

/** Runs the command line of this process, with the analyzer on its way before the code of the command line is loaded. */
export async function begin(version: string, variables: Environment): Promise<number> {
  const cwd = currentDirectory(variables);
  if (cwd === null) return EXIT.wrongInput;
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
  const output = watchOutput(variables);
  const world: World = {
    env,
    cwd,
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
    return output.isBroken() ? EXIT.couldNotRun : code;
  } finally {
    stopListening();
    ahead?.discard();
  }
}
