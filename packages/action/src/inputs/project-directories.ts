import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Project } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';

/** Throws an ActionError for a project whose directory is not there, or is a link that leads out of the checkout. */
export async function assertDirectories(projects: readonly Project[], workspace: string): Promise<void> {
  const root = await realpath(workspace);
  for (const { path } of projects) {
    const real = await realpath(join(workspace, path)).catch(() => null);
    const isDirectory = real !== null && (await stat(real)).isDirectory();
    if (!isDirectory) {
      throw new ActionError('input', {
        en: `path: there is no directory "${path}" in the checkout; check its spelling, and that actions/checkout ran before this step.`,
        ru: `path: каталога «${path}» в рабочей копии нет; проверьте написание и то, что actions/checkout выполнен перед этим шагом.`,
      });
    }
    const inside = relative(root, real);
    if (inside.startsWith('..') || isAbsolute(inside)) {
      throw new ActionError('input', {
        en: `path: "${path}" is a link that leaves the checkout; name a directory inside of it.`,
        ru: `path: «${path}» — ссылка за пределы рабочей копии; назовите каталог внутри неё.`,
      });
    }
  }
}
