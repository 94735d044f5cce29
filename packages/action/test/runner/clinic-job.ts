import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOutShallow } from '../git/clinic-remote.ts';
import type { OpenedClinic } from './opened-clinic.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

/** A step on a checkout of its own that has been made for it, not yet run. */
export async function clinicStep(
  { root, remote, web }: Pick<OpenedClinic, 'root' | 'remote' | 'web'>,
  event: 'push' | 'pull_request',
  given: Pick<Step, 'action'> & Partial<Step>,
): Promise<Step> {
  const isPull = event === 'pull_request';
  const own = await mkdtemp(join(root, 'job-'));
  const ref = isPull ? 'refs/pull/7/merge' : 'refs/heads/main';
  const repository = { private: false, default_branch: 'main' };
  const head = { sha: remote.head, repo: { full_name: 'clinic/pets' } };
  return {
    ...{ root: own, event, workspace: await checkOutShallow(remote.bare, ref, join(own, 'work')) },
    payload: isPull
      ? { repository, pull_request: { number: 7, head, base: { ref: 'main' } } }
      : { repository, before: remote.fork },
    ...given,
    with: { comment: 'never', 'sarif-upload': 'never', artifact: 'false', ...given.with },
    env: { GITHUB_SERVER_URL: web, GITHUB_SHA: isPull ? remote.merge : remote.main, ...given.env },
  };
}

/** Runs the action on a depth-1 checkout of the clinic; nothing is published to GitHub unless it is asked for. */
export async function runOnClinic(
  ...[clinic, event, given]: Parameters<typeof clinicStep>
): Promise<StepResult> {
  return runStep(await clinicStep(clinic, event, given));
}
