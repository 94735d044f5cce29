import { lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import type { Project } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';

/** The name that a configuration has in a tree. */
const CONFIG_NAME = '.csqa.yml';

/** What both trees are analysed with, so that a change of the configuration is no change of the code. */
export interface ConfigInForce {
  /** Absolute path; of the defaults, that of an empty file. */
  readonly file: string;
  /** null for the defaults. */
  readonly text: string | null;
  /** Where it is, or would be, relative to the repository, with `/`. */
  readonly path: string;
}

/** Where configurations are looked for. */
export interface ConfigPlace {
  readonly workspace: string;
  readonly tempDir: string;
  /** Path of the one that the workflow names; undefined for that of each project. */
  readonly named: string | undefined;
}

/** Finds the configuration of a project. Throws an ActionError where the one that was named is not in the checkout. */
export async function configInForce(project: Project, place: ConfigPlace): Promise<ConfigInForce> {
  if (place.named !== undefined) return namedConfig(place.named, place);
  const path = posix.join(project.path, CONFIG_NAME);
  const own = join(place.workspace, project.path, CONFIG_NAME);
  // A link could lead to any file; the analyzer refuses the tree for it and says so.
  const isFile = await lstat(own).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return { path, file: own, text: await readFile(own, 'utf8') };
  const empty = join(place.tempDir, 'csqa-defaults', CONFIG_NAME);
  await mkdir(join(place.tempDir, 'csqa-defaults'), { recursive: true });
  await writeFile(empty, '');
  return { path, file: empty, text: null };
}

async function namedConfig(named: string, { workspace }: ConfigPlace): Promise<ConfigInForce> {
  try {
    const file = await realpath(resolve(workspace, named));
    const inside = relative(await realpath(workspace), file);
    if (!inside.startsWith('..') && !isAbsolute(inside)) {
      const path = inside.split(sep).join('/');
      return { path, file, text: await readFile(file, 'utf8') };
    }
  } catch {
    // Told below, as one that leads out of the checkout is.
  }
  throw new ActionError('input', {
    en: `config: there is no file "${named}" in the checkout; name one relative to the repository, or leave the input out.`,
    ru: `config: файла «${named}» в рабочей копии нет; назовите путь относительно репозитория или уберите вход.`,
  });
}
