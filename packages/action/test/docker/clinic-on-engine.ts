import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunRecord, readCombined } from '@csqa/report';
import { clinicStep } from '../runner/clinic-job.ts';
import { openClinic } from '../runner/opened-clinic.ts';
import { extractReleaseTree } from '../runner/release-tree.ts';
import { runStep, type Step, type StepResult } from '../runner/run-step.ts';

/** The clinic with its open pull request and the released action, for runs with an engine. */
export interface EngineClinic extends AsyncDisposable {
  /** The extracted release tree. */
  readonly action: string;
  /** Holds the repository, and a directory for every job. */
  readonly root: string;
  /** Runs the action on the pull request, or on a push to main. */
  readonly run: (given: Partial<Step>, event?: 'push' | 'pull_request') => Promise<EngineRun>;
}

/** How a run with an engine went. */
export interface EngineRun {
  readonly step: StepResult;
  /** Name by which its containers are found. */
  readonly instance: string;
  /** What the run says of itself; null where there is no report. */
  readonly record: RunRecord | null;
  /** Bytes of report.json; null where there is none. */
  readonly report: string | null;
}

let runs = 0;

/** Makes it; `files` are those of main and what the branch changes. */
export async function openEngineClinic(files?: Parameters<typeof openClinic>[1]): Promise<EngineClinic> {
  const [clinic, action] = await Promise.all([openClinic([], files), extractReleaseTree()]);
  // A job in a container may be anybody.
  for (const directory of [clinic.root, action]) await chmod(directory, 0o755);
  return {
    ...{ action, root: clinic.root },
    run: async (given, event = 'pull_request') => {
      runs += 1;
      // Jobs of other tests use the same engine.
      const id = `${process.pid}${runs}`;
      const asked = await clinicStep(clinic, event, {
        ...{ action, ...given },
        env: { GITHUB_RUN_ID: id, ...given.env },
      });
      const step = await runStep(asked);
      const reports = join(asked.root, 'temp/csqa-reports/pets');
      const combined = readCombined((await textOf(join(reports, 'combined.json'))) ?? '');
      const record = combined.ok ? combined.value.orchestrator : null;
      return { step, instance: `action-${id}-1`, record, report: await textOf(join(reports, 'report.json')) };
    },
    async [Symbol.asyncDispose]() {
      await clinic[Symbol.asyncDispose]();
      await rm(action, { recursive: true, force: true });
    },
  };
}

function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

/** The one sentence by which a run failed. */
export function sentenceOf({ log }: StepResult): string {
  const errors = log.annotations.filter(({ command }) => command === 'error');
  if (errors.length !== 1) throw new Error(`expected one error, got ${JSON.stringify(errors)}`);
  return errors[0]?.message ?? '';
}
