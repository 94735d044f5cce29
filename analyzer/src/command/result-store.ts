import { hash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';

/** Bytes that all results of a directory may take; what was asked for longest ago goes first. */
const MOST_BYTES = 256 * 1024 * 1024;
/** A result that unpacks to more is damaged or made to fill the memory. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
/** Milliseconds after which nobody writes a temporary file any more. */
const ABANDONED = 60 * 60 * 1000;
/** Ours among whatever else is in the directory. */
const RESULT = /^[0-9a-f]{64}\.result$/;
const TEMPORARY = /^[0-9a-f]{64}\.[\da-f-]+\.tmp$/;
const DIGEST_LENGTH = 64;

const pack = promisify(zstdCompress);
const unpack = promisify(zstdDecompress);

/**
 * Texts by key in a directory, for any number of processes at a time: each is one file that is there whole or not at all.
 * A file that is not what was written counts as absent and is removed.
 */
export class ResultStore {
  readonly #directory: string;
  readonly #mostBytes: number;

  constructor(directory: string, mostBytes = MOST_BYTES) {
    this.#directory = directory;
    this.#mostBytes = mostBytes;
  }

  /** The text that was kept under a key of 64 hex digits; null where there is none that is whole. */
  async find(key: string): Promise<string | null> {
    const file = this.#fileOf(key);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return null;
    const text = await opened(bytes);
    if (text === null) await rm(file, { force: true });
    else await touch(file);
    return text;
  }

  /** Keeps a text, then removes what was asked for longest ago until all is small enough. Throws what the file system says. */
  async keep(key: string, text: string): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const packed = await pack(text);
    const temporary = join(this.#directory, `${key}.${process.pid}-${randomUUID()}.tmp`);
    try {
      await writeFile(temporary, [hash('sha256', packed, 'hex'), packed], { mode: 0o600 });
      await rename(temporary, this.#fileOf(key));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await this.#makeRoom();
  }

  #fileOf(key: string): string {
    return join(this.#directory, `${key}.result`);
  }

  async #makeRoom(): Promise<void> {
    const names = await readdir(this.#directory);
    const now = Date.now();
    for (const { file, time } of await this.#timed(names.filter((name) => TEMPORARY.test(name)))) {
      if (now - time > ABANDONED) await rm(file, { force: true });
    }
    const results = await this.#timed(names.filter((name) => RESULT.test(name)));
    let left = this.#mostBytes;
    for (const { file, bytes } of results.sort((one, other) => other.time - one.time)) {
      left -= bytes;
      if (left < 0) await rm(file, { force: true });
    }
  }

  /** Size and last use of files; one that another process has removed meanwhile is left out. */
  async #timed(names: readonly string[]) {
    const found = await Promise.all(
      names.map(async (name) => {
        const file = join(this.#directory, name);
        const about = await stat(file).catch(() => null);
        return about === null ? [] : [{ file, bytes: about.size, time: about.mtimeMs }];
      }),
    );
    return found.flat();
  }
}

async function opened(bytes: Buffer): Promise<string | null> {
  const packed = bytes.subarray(DIGEST_LENGTH);
  if (hash('sha256', packed, 'hex') !== bytes.toString('latin1', 0, DIGEST_LENGTH)) return null;
  const text = await unpack(packed, { maxOutputLength: MOST_UNPACKED }).catch(() => null);
  return text?.toString() ?? null;
}

/** Says that a result is of use. A directory that is only read from keeps its times. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
