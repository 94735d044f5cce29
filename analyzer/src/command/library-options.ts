import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AnalysisError } from '../base/errors.ts';
import type { MavenOptions } from '../resolution/maven/maven-options.ts';
import type { Mirror } from '../resolution/maven/probe-project.ts';
import type { LibraryOptions } from '../stages/find-libraries.ts';

/** What the command line says about libraries. */
export interface LibraryFlags {
  readonly advisories?: string;
  readonly mavenRepository?: string;
  readonly mavenMirrorFile?: string;
  readonly mavenTimeout?: number;
  readonly offline?: boolean;
}

/** Seconds that Maven may take where nobody says otherwise: a large product on an empty cache takes two minutes. */
const MAVEN_SECONDS = 600;

/** Variables that Maven and Java need of ours. */
const NEEDED_BY_MAVEN = ['PATH', 'JAVA_HOME'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How libraries are looked for. Only an image whose environment names Maven (`CSQA_MAVEN`) may run it. Throws
 * CONFIG_INVALID where what is named cannot be read.
 */
export async function libraryOptions(flags: LibraryFlags, environment: Environment): Promise<LibraryOptions> {
  return {
    maven: await mavenOptions(flags, environment),
    advisories:
      flags.advisories === undefined ? null : await namedDirectory('--advisories', flags.advisories),
  };
}

async function mavenOptions(flags: LibraryFlags, environment: Environment): Promise<MavenOptions> {
  const { mavenRepository, mavenMirrorFile, mavenTimeout, offline } = flags;
  const passed = NEEDED_BY_MAVEN.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    command: environment.CSQA_MAVEN ?? null,
    mirror: mavenMirrorFile === undefined ? null : await readMirror(resolve(mavenMirrorFile)),
    repository:
      mavenRepository === undefined ? null : await namedDirectory('--maven-repository', mavenRepository),
    plugins: environment.CSQA_MAVEN_PLUGINS ?? null,
    offline: offline ?? false,
    timeoutSeconds: mavenTimeout ?? MAVEN_SECONDS,
    environment: Object.fromEntries(passed),
  };
}

async function namedDirectory(flag: string, written: string): Promise<string> {
  const path = resolve(written);
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isDirectory) return path;
  throw new AnalysisError('CONFIG_INVALID', `${flag}: expected a directory at ${path}, found none`, {
    hint: `check the path after ${flag}`,
    ru: `${flag}: по пути ${path} ожидался каталог, его там нет`,
  });
}

/** The URL of a mirror from a file, because it may hold a password and arguments can be seen by anybody. */
async function readMirror(path: string): Promise<Mirror> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AnalysisError('CONFIG_INVALID', `${path}: expected the URL of a Maven repository`, {
      hint: 'write one http or https URL into the file',
      ru: `${path}: ожидался адрес репозитория Maven`,
    });
  }
  const credential = (written: string): string | null =>
    written === '' ? null : decodeURIComponent(written);
  const [username, password] = [credential(url.username), credential(url.password)];
  url.username = '';
  url.password = '';
  return { url: url.href, username, password };
}
