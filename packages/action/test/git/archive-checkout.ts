import { mkdir } from 'node:fs/promises';
import { execa } from 'execa';
import { git } from '../../../orchestrator/test/repositories.ts';

/** Unpacks one commit as actions/checkout does where there is no git: an archive, and no repository. */
export async function checkOutArchive(bare: string, ref: string, workspace: string): Promise<string> {
  await mkdir(workspace, { recursive: true });
  const archive = `${workspace}.tar`;
  await git(bare, 'archive', '--format=tar', `--output=${archive}`, ref);
  await execa('tar', ['-xf', archive, '-C', workspace]);
  return workspace;
}
