import type { PlatformPath } from 'node:path';
import type { Project } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';

/** What the two inputs say, one item a line. */
export interface WrittenProjects {
  readonly paths: readonly string[];
  readonly names: readonly string[];
}

/** Where the paths are. */
export interface ProjectPlace {
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Name of the repository: that of a project which is all of it. */
  readonly repository: string;
  /** `node:path` of the system that the run is on. */
  readonly path: Pick<PlatformPath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'>;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const CONTROL = /\p{Cc}/u;
const LONGEST_PATH = 1024;

/**
 * The projects of a run. Throws an ActionError for a path that leaves the checkout, for names that do not fit the paths, and
 * for two projects of one name, which code scanning would reject and a comment would overwrite.
 */
export function readProjects(
  { paths, names }: WrittenProjects,
  place: ProjectPlace,
): readonly [Project, ...Project[]] {
  if (names.length > 0 && names.length !== paths.length) {
    throw new ActionError('input', {
      en: `path has ${paths.length} lines and project ${names.length}: give one name a path, or leave project out.`,
      ru: `В path строк: ${paths.length}, а в project: ${names.length}. Дайте каждому пути по имени или уберите project.`,
    });
  }
  const [first, ...rest] = paths.map((written, at) => readProject(written, names[at], place));
  if (first === undefined) {
    throw new ActionError('input', {
      en: 'path is empty: name a directory of the repository, or leave it out for all of it.',
      ru: 'Вход path пуст: назовите каталог репозитория или уберите вход, чтобы разобрать его целиком.',
    });
  }
  const projects = [first, ...rest] as const;
  assertDistinct(projects);
  return projects;
}

function readProject(written: string, name: string | undefined, place: ProjectPlace): Project {
  const path = pathInRepository(written, place);
  if (name === undefined) return { slug: slugOf(path === '' ? place.repository : path), path };
  if (SLUG.test(name)) return { slug: name, path };
  throw new ActionError('input', {
    en: `project: expected lower-case letters, digits and hyphens, at most 64, got "${shown(name)}".`,
    ru: `project: ожидались строчные латинские буквы, цифры и дефисы, не больше 64, получено «${shown(name)}».`,
  });
}

/** The path relative to the checkout, with `/` on every system; empty for all of it. */
function pathInRepository(written: string, { workspace, path }: ProjectPlace): string {
  const inside = path.relative(workspace, path.resolve(workspace, written));
  const parts = inside.split(path.sep);
  const leaves = parts[0] === '..' || path.isAbsolute(inside);
  if (!leaves && inside.length <= LONGEST_PATH && !CONTROL.test(written))
    return parts.filter((part) => part !== '').join('/');
  throw new ActionError('input', {
    en: `path: "${shown(written)}" leaves the checkout; name a directory inside of it, such as services/billing.`,
    ru: `path: «${shown(written)}» выходит за пределы рабочей копии; назовите каталог внутри неё, например services/billing.`,
  });
}

/** A name made from a path: what is no letter or digit of ASCII becomes a hyphen. */
export function slugOf(path: string): string {
  const slug = path
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? 'project' : slug;
}

function assertDistinct(projects: readonly Project[]): void {
  const byPath = twice(projects, ({ path }) => path);
  if (byPath !== undefined) {
    throw new ActionError('input', {
      en: `path names "${shown(byPath.path) || '.'}" twice: remove one line.`,
      ru: `Вход path дважды называет «${shown(byPath.path) || '.'}»: уберите одну строку.`,
    });
  }
  const bySlug = twice(projects, ({ slug }) => slug);
  if (bySlug === undefined) return;
  throw new ActionError('input', {
    en: `two projects would be called ${bySlug.slug}: name them by the input project, one name a line.`,
    ru: `Два проекта получили бы имя ${bySlug.slug}: назовите их входом project, по имени на строку.`,
  });
}

function twice(projects: readonly Project[], keyOf: (project: Project) => string): Project | undefined {
  return projects.find((project, at) => projects.findIndex((other) => keyOf(other) === keyOf(project)) < at);
}

function shown(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?').slice(0, 200);
}
