import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WRITERS } from '@csqa/report';
import { sampleReport } from '../../report/test/sample-report.ts';
import type { OrchestratorOptions } from '../src/options.ts';
import { scratchDirectory, testEnvironment } from './job.ts';

/** A source directory whose analysis goes as told, and all that a run of it needs. */
export interface ScriptedRun {
  readonly root: string;
  readonly source: string;
  readonly outDir: string;
  readonly tempDir: string;
  readonly options: OrchestratorOptions;
}

/** Sets up a run of the fake analyzer; `behaviour` is a name in test/fixtures/fake-analyzer.mjs. */
export async function scriptRun(behaviour: string): Promise<ScriptedRun> {
  const root = await scratchDirectory();
  const source = join(root, 'clinic');
  const tempDir = join(root, 'jobs');
  await mkdir(source);
  await writeBehaviour(source, behaviour);
  return {
    root,
    source,
    tempDir,
    outDir: join(root, 'out'),
    options: {
      tempDir,
      analyzerBin: fileURLToPath(new URL('fixtures/fake-analyzer.mjs', import.meta.url)),
      // No suite but those of test/docker may depend on what happens to be installed.
      docker: { bin: 'no-such-docker' },
      environment: { ...testEnvironment, SECRET_OF_THE_HOST: 'do-not-pass-on', TZ: 'UTC' },
    },
  };
}

/** Makes a directory a source for the fake analyzer, which leaves a valid report where the behaviour says so. */
export async function writeBehaviour(source: string, behaviour: string): Promise<void> {
  const report = 'valid-report.json';
  await writeFile(join(source, report), WRITERS.json.render(sampleReport()));
  await writeFile(join(source, 'behaviour.json'), JSON.stringify({ name: behaviour, report }));
}
