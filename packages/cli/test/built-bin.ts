import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Report, WRITERS } from '@csqa/report';
import { sampleReport } from '../../report/test/sample-report.ts';
import { scratchDirectory } from './scratch-directory.ts';

/** The command line as it is built; `npm run build` makes it, and the test task depends on that. */
export const builtBin = resolve(import.meta.dirname, '../dist/main.js');

const fakeAnalyzer = resolve(import.meta.dirname, '../../orchestrator/test/fixtures/fake-analyzer.mjs');

/** How a process ended and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What to run, and when to interrupt it. */
export interface BinRun {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends SIGINT as soon as this file is there. */
  readonly interruptAt?: string;
  /** Where standard output goes instead of to us. */
  readonly outFile?: string;
}

/** Runs the built command line with nothing of our own environment but what finds programs. */
export function runBin({ args, cwd, env = {}, interruptAt, outFile }: BinRun): Promise<Ended> {
  const outTo = outFile === undefined ? 'pipe' : openSync(outFile, 'w');
  const child = spawn(process.execPath, [builtBin, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', outTo, 'pipe'],
  });
  if (outTo !== 'pipe') closeSync(outTo);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const watch = setInterval(() => {
    if (interruptAt === undefined || !existsSync(interruptAt)) return;
    clearInterval(watch);
    child.kill('SIGINT');
  }, 20);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      clearInterval(watch);
      done({ code, out, err });
    });
  });
}

/** A tree whose analysis goes as told. */
export interface ScriptedTree {
  /** Holds the tree `clinic`; the current directory of the runs. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a tree for the fake analyzer; `behaviour` is a name in its script. */
export async function scriptTree(behaviour: string, report: Report = sampleReport()): Promise<ScriptedTree> {
  const root = await scratchDirectory();
  const valid = join(root, 'valid-report.json');
  await mkdir(join(root, 'clinic'));
  await writeFile(valid, WRITERS.json.render(report));
  await writeFile(join(root, 'clinic', 'behaviour.json'), JSON.stringify({ name: behaviour, report: valid }));
  return { root, env: { CSQA_ANALYZER_BIN: fakeAnalyzer, CSQA_DATA_DIR: join(root, 'data') } };
}
