import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { commitFiles, git } from '../../../orchestrator/test/repositories.ts';

const CLINIC = resolve(import.meta.dirname, '../../../../examples/clinic');

/** The example service as a repository that can be cloned and changed. */
export interface ClinicRepository {
  readonly work: string;
  /** Commits files and pushes them. */
  commit(files: Readonly<Record<string, string>>): Promise<string>;
}

/** Makes `<name>.git` under a directory, with one commit of the clinic. */
export async function makeClinicRepository(root: string, name: string): Promise<ClinicRepository> {
  const work = join(root, `${name}-work`);
  await mkdir(work, { recursive: true });
  await cp(CLINIC, work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  await commitFiles(work, {});
  const bare = join(root, `${name}.git`);
  await git(root, 'clone', '--quiet', '--bare', work, bare);
  return {
    work,
    async commit(files) {
      const commit = await commitFiles(work, files);
      await git(work, 'push', '--quiet', bare, 'main');
      return commit;
    },
  };
}
