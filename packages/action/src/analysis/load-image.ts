import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { plain } from '@csqa/report';
import { ActionError } from '../text/action-error.ts';

/** Loads the image of an archive into the engine of this machine, without a registry. Throws an ActionError where that fails. */
export async function loadImage(archive: string, workspace: string): Promise<void> {
  const file = await realpath(resolve(workspace, archive)).catch(() => null);
  if (file === null) {
    throw new ActionError('input', {
      en: `image-archive: there is no file "${plain(archive, 200)}"; name what docker save wrote.`,
      ru: `image-archive: файла «${plain(archive, 200)}» нет; назовите то, что записала команда docker save.`,
    });
  }
  const loaded = await getExecOutput('docker', ['load', '--quiet', '--input', file], {
    ...{ silent: true, ignoreReturnCode: true },
  }).catch((error: unknown) => ({ exitCode: -1, stderr: String(error) }));
  if (loaded.exitCode === 0) return;
  throw new ActionError('tool', {
    en: `image-archive could not be loaded: ${plain(loaded.stderr, 300)}; check that Docker runs here and that the file is whole.`,
    ru: `Загрузить image-archive не удалось: ${plain(loaded.stderr, 300)}; проверьте, что Docker здесь работает и что файл цел.`,
  });
}
