import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Header } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveLimits, unpackArchive } from './unpack-archive.ts';

type Entry = ConstructorParameters<typeof Header>[0] & { readonly path: string; readonly content?: string };

const limits: ArchiveLimits = { packedBytes: 100_000, bytes: 10_000, entries: 10 };
let root: string;
let directory: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-unpack-'));
  directory = join(root, 'base');
  await mkdir(directory);
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** An archive, entry by entry, whatever it says. */
function archive(...entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ content = '', ...header }) => {
    const body = Buffer.from(content);
    const block = Buffer.alloc(512);
    new Header({ ...{ type: 'File', mode: 0o644, size: body.length }, ...header }).encode(block);
    return [block, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function unpack(packed: Buffer): Promise<void> {
  return unpackArchive(Readable.from([packed]), directory, { limits });
}

const pet: Entry = { path: 'pets-1a2b/src/Pet.java', content: 'class Pet {}\n' };

describe('the archive of a commit', () => {
  it('is unpacked without the directory that it lies in, with the rights of a checkout', async () => {
    await unpack(
      archive(
        { path: 'pets-1a2b/', type: 'Directory', mode: 0 },
        { path: 'pets-1a2b/src/', type: 'Directory', mode: 0 },
        { ...pet, mode: 0o4000 },
      ),
    );
    expect(await readFile(join(directory, 'src/Pet.java'), 'utf8')).toBe('class Pet {}\n');
    expect((await stat(join(directory, 'src/Pet.java'))).mode & 0o7777).toBe(0o644);
  });

  it('makes no link, and what it says to lie behind one lies in the directory', async () => {
    await writeFile(join(root, 'secret'), 'kept');
    const link: Entry = { path: 'pets-1a2b/out', type: 'SymbolicLink', linkpath: '../..' };
    await unpack(archive(pet, link, { path: 'pets-1a2b/out/secret', content: 'taken' }));
    expect(await readFile(join(root, 'secret'), 'utf8')).toBe('kept');
    expect((await readdir(directory, { recursive: true })).toSorted()).toEqual([
      ...['out', 'out/secret', 'src', 'src/Pet.java'],
    ]);
  });

  it.each<[string, readonly Entry[], RegExp]>([
    ['a path upwards', [{ path: 'pets-1a2b/../../evil' }], /leads out/],
    ['a path from the root', [{ path: '/pets-1a2b/evil' }], /leads out/],
    ['a path of Windows', [{ path: 'pets-1a2b/..\\..\\evil' }], /leads out|contains '\.\.'/],
    ['a second directory', [{ path: 'other/evil' }], /leads out/],
    ['a hard link', [{ path: 'pets-1a2b/x', type: 'Link', linkpath: '/etc/passwd' }], /kind Link/],
    ['a device', [{ path: 'pets-1a2b/x', type: 'CharacterDevice' }], /kind CharacterDevice/],
    ['a pipe', [{ path: 'pets-1a2b/x', type: 'FIFO' }], /kind FIFO/],
    ['a size beyond the limit', [{ path: 'pets-1a2b/x', size: 8 ** 11 }], /more than 10000 bytes/],
    [
      'sizes that are too much together',
      [1, 2, 3].map((at) => ({ path: `pets-1a2b/${at}`, content: 'x'.repeat(4_000) })),
      /more than 10000 bytes/,
    ],
    [
      'too many entries',
      [...Array(10).keys()].map((at) => ({ path: `pets-1a2b/${at}` })),
      /more than 10 entries/,
    ],
    ['a directory that is a file, too', [{ path: 'pets-1a2b/src', content: 'x' }], /./],
  ])('is refused as a whole for %s, and nothing of it stays', async (_what, hostile, why) => {
    await expect(unpack(archive(pet, ...hostile))).rejects.toThrow(why);
    expect(await readdir(root)).toEqual([]);
  });

  it('is refused where it is larger than any, is cut short, or is none', async () => {
    const random = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7_919 + (at >> 3)) % 251));
    for (const packed of [random, archive(pet).subarray(0, 40), Buffer.from('<html>Sign in</html>')]) {
      await mkdir(directory, { recursive: true });
      await expect(unpack(packed)).rejects.toThrow();
      expect(await readdir(root)).toEqual([]);
    }
  });

  it('writes nothing outside of its directory, whatever its entries are called', async () => {
    const segment = fc.constantFrom('..', '.', '', 'a', 'src', '\\', 'C:', 'a\0b', 'con', '~');
    const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    const type = fc.constantFrom('File', 'Directory', 'SymbolicLink', 'Link');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ path, type, linkpath: path }), { maxLength: 6 }),
        async (entries) => {
          await mkdir(directory, { recursive: true });
          await unpack(archive(pet, ...(entries as readonly Entry[]))).catch(() => undefined);
          expect((await readdir(root)).filter((name) => name !== 'base')).toEqual([]);
          await rm(directory, { recursive: true, force: true });
        },
      ),
      { numRuns: 60 },
    );
  });
});
