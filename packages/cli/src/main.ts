#!/usr/bin/env node
import process from 'node:process';
import { compiledProgram } from '@csqa/analyzer/compiled-program';
import packageFile from '../package.json' with { type: 'json' };
import { EXIT } from './failures/exit-codes.ts';
import { keepCompiledCode } from './start/compiled-code.ts';
import { refusalOfNode } from './start/node-version.ts';
import type { Interruption, World } from './world.ts';

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** The first signal ends the analysis in order; the second one ends us at once, and our children with us. */
function listenForInterruption(): Interruption {
  const abort = new AbortController();
  let exitCode: number = exitCodes.SIGINT;
  const listeners = (['SIGINT', 'SIGTERM'] as const).map((name) => {
    const listener = (): void => {
      if (abort.signal.aborted) process.exit(exitCodes[name]);
      exitCode = exitCodes[name];
      abort.abort();
    };
    process.on(name, listener);
    return { name, listener };
  });
  return {
    signal: abort.signal,
    exitCode: () => exitCode,
    dispose: () => {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}

/** A reader that has seen enough (`csqa metrics | head`) is no failure. */
function endQuietlyWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', endQuietlyWithReader);
process.stderr.on('error', endQuietlyWithReader);

/** Loads the program only where this Node can read it. */
async function start(): Promise<number> {
  const versions = { running: process.versions.node, needed: packageFile.engines.node };
  const refusal = refusalOfNode(versions, process.env);
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    return EXIT.couldNotRun;
  }
  const world: World = {
    env: { ...process.env, ...keepCompiledCode(process.env) },
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    version: packageFile.version,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    listenForInterruption,
  };
  const { exports, keep } = compiledProgram<typeof import('./run.ts')>(new URL('./run.cjs', import.meta.url));
  const code = await exports.run(process.argv.slice(2), world);
  keep();
  return code;
}

process.exitCode = await start();
