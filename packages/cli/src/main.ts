#!/usr/bin/env node
import process from 'node:process';
import packageFile from '../package.json' with { type: 'json' };
import { EXIT } from './failures/exit-codes.ts';
import { refusalOfNode } from './start/node-version.ts';

/** Loads the program only where this Node can read it: even to name what an older one does not export would fail. */
async function start(): Promise<number> {
  const versions = { running: process.versions.node, needed: packageFile.engines.node };
  const refusal = refusalOfNode(versions, process.env);
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    return EXIT.couldNotRun;
  }
  const { begin } = await import('./start/begin.ts');
  return begin(packageFile.version, process.env);
}

process.exitCode = await start();
