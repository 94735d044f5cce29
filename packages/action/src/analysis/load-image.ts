import { mkdir, realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { plain } from '@csqa/report';
import { ActionError } from '../text/action-error.ts';
import { imagesIn, type SavedImage, writeAlone } from './image-archive.ts';

/** An image in a file, and the name that it must have. */
export interface ArchivedImage {
  /** As the workflow names it: absolute, or relative to the checkout. */
  readonly archive: string;
  /** Name and tag. */
  readonly image: string;
}

/** Directories of a job. */
export interface JobPlace {
  readonly workspace: string;
  /** Of the runner; what is written there is removed. */
  readonly tempDir: string;
}

/**
 * Loads the image of an archive into the engine, without a registry, and gives its id. What is in the archive is looked at before,
 * and only the image itself is loaded, without a name: no name of the engine comes to mean another image. Throws an ActionError.
 */
export async function loadImage({ archive, image }: ArchivedImage, place: JobPlace): Promise<string> {
  const shown = plain(archive, 200);
  const file = await realpath(resolve(place.workspace, archive)).catch(() => null);
  if (file === null) {
    throw new ActionError('input', {
      en: `image-archive: there is no file "${shown}"; name what docker save wrote.`,
      ru: `image-archive: файла «${shown}» нет; назовите то, что записала команда docker save.`,
    });
  }
  const saved = await onlyImage(file, { archive: shown, image });
  const named = await loadAlone(file, { saved, shown, tempDir: place.tempDir });
  const seen = await docker(['image', 'inspect', '--format', '{{.Id}} {{.Os}}/{{.Architecture}}', named]);
  const [id = '', platform = ''] = seen.stdout.trim().split(' ');
  if (seen.exitCode !== 0) throw notLoaded(seen.stderr);
  const host = await docker(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}']);
  if (host.exitCode === 0 && host.stdout.trim() !== platform)
    throw otherPlatform(platform, host.stdout.trim());
  return id;
}

/** Gives what the engine calls the image. */
async function loadAlone(
  file: string,
  { saved, shown, tempDir }: { readonly saved: SavedImage; readonly shown: string; readonly tempDir: string },
): Promise<string> {
  const directory = join(tempDir, 'csqa-image');
  const copy = join(directory, 'image.tar');
  await mkdir(directory, { recursive: true });
  try {
    if (!(await writeAlone(file, saved, copy))) throw noImage(shown);
    const loaded = await docker(['load', '--quiet', '--input', copy]);
    const named = /^Loaded image(?: ID)?: (\S+)\s*$/m.exec(loaded.stdout)?.[1];
    if (loaded.exitCode !== 0 || named === undefined) throw notLoaded(loaded.stderr);
    return named;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** One image, and no name but the one that is asked for; it may have none. */
async function onlyImage(file: string, { archive, image }: ArchivedImage): Promise<SavedImage> {
  const images = await imagesIn(file);
  if (images === null) throw noImage(archive);
  const [only] = images;
  if (only === undefined || images.length > 1) {
    throw new ActionError('input', {
      en: `image-archive: "${archive}" holds ${images.length} images, expected one; save only ${image}.`,
      ru: `image-archive: в «${archive}» образов: ${images.length}, нужен один; сохраните только ${image}.`,
    });
  }
  const other = only.RepoTags?.find((name) => withTag(name) !== withTag(image));
  if (other === undefined) return only;
  const holds = plain(other, 200);
  throw new ActionError('input', {
    en: `image-archive: "${archive}" holds ${holds}, and image is ${image}; set image to what it holds, or save the other one.`,
    ru: `image-archive: в «${archive}» лежит ${holds}, а image — ${image}; укажите в image то, что там лежит, или сохраните другой образ.`,
  });
}

function noImage(archive: string): ActionError {
  return new ActionError('input', {
    en: `image-archive: "${archive}" is no image as docker save writes it (.tar or .tar.gz), or it was cut short; save it again.`,
    ru: `image-archive: «${archive}» не образ, каким его записывает docker save (.tar или .tar.gz), или обрезан; сохраните его ещё раз.`,
  });
}

function withTag(name: string): string {
  return /:[^/]+$/.test(name) ? name : `${name}:latest`;
}

interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function docker(args: string[]): Promise<Said> {
  return getExecOutput('docker', args, { silent: true, ignoreReturnCode: true }).catch((error: unknown) => ({
    ...{ exitCode: -1, stdout: '', stderr: String(error) },
  }));
}

function notLoaded(said: string): ActionError {
  const why = plain(said, 300);
  return new ActionError('tool', {
    en: `image-archive could not be loaded: ${why}; check that Docker runs here and that the file is whole.`,
    ru: `Загрузить image-archive не удалось: ${why}; проверьте, что Docker здесь работает и что файл цел.`,
  });
}

function otherPlatform(image: string, host: string): ActionError {
  return new ActionError('input', {
    en: `image-archive holds an image for ${plain(image, 50)}, and the engine runs ${plain(host, 50)}; save the one for it.`,
    ru: `В image-archive образ для ${plain(image, 50)}, а движок — ${plain(host, 50)}; сохраните образ для него.`,
  });
}
