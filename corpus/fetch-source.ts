import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unpackNpm, unpackZip } from './unpack.ts';

/** One pinned input: coordinates in a public registry and the checksum of the archive that they name. */
export interface PinnedSource {
  readonly name: string;
  /** What it stands for among the others. */
  readonly kind: string;
  /** `group:artifact:version` of an artifact that publishes its sources. */
  readonly maven?: string;
  /** `name@version`. */
  readonly npm?: string;
  /** Of the archive, hexadecimal. */
  readonly sha256: string;
}

/** The registry could not be asked: no client, no network. Not a fault of ours, as a wrong checksum would be. */
export class SourceUnavailable extends Error {
  override readonly name = 'SourceUnavailable';
}

const COPY_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const CLIENT_TIMEOUT_MS = 300_000;
const run = promisify(execFile);

/**
 * Directory with the unpacked source, from the cache or through the registry's own client. Throws SourceUnavailable where
 * the client cannot bring it, Error where what it brings is not what was pinned.
 */
export async function fetchSource(source: PinnedSource, cache: string): Promise<string> {
  const target = join(cache, `${source.name}-${source.sha256.slice(0, 16)}`);
  if (await isDirectory(target)) return target;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.fetch-'));
  try {
    const archive = await download(source, work);
    const actual = createHash('sha256')
      .update(await readFile(archive))
      .digest('hex');
    if (actual !== source.sha256) {
      throw new Error(`${source.name}: expected an archive with sha256 ${source.sha256}, got ${actual}`);
    }
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await (source.npm === undefined ? unpackZip : unpackNpm)(archive, unpacked);
    await rename(unpacked, target);
    return target;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function download(source: PinnedSource, into: string): Promise<string> {
  const [client, args] = clientCall(source, into);
  try {
    await run(client, args, { cwd: into, timeout: CLIENT_TIMEOUT_MS });
  } catch (error) {
    throw unavailable(client, error);
  }
  const [archive] = (await readdir(into)).filter((name) => /\.(?:jar|tgz)$/u.test(name));
  if (archive === undefined) throw new SourceUnavailable(`${client} brought nothing for ${source.name}`);
  return join(into, archive);
}

/** The client's own settings decide which registry it asks. */
function clientCall(source: PinnedSource, into: string): readonly [string, string[]] {
  if (source.maven !== undefined) {
    const artifact = `-Dartifact=${source.maven}:jar:sources`;
    return ['mvn', ['-q', '-B', COPY_GOAL, artifact, `-DoutputDirectory=${into}`]];
  }
  if (source.npm !== undefined) return ['npm', ['pack', '--silent', '--pack-destination', into, source.npm]];
  throw new Error(`${source.name}: expected "maven" or "npm" coordinates`);
}

function unavailable(client: string, error: unknown): SourceUnavailable {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const [line = ''] = output.split('\n').filter((text) => text.includes('ERROR'));
  const reason = missing ? `${client} is not installed` : line.slice(0, 200) || `${client} failed`;
  return new SourceUnavailable(reason, { cause: error });
}
