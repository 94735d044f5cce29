import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create, Header } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/zip.ts';
import { unpackArchive } from './unpack-archive.ts';

const LIMITS = { bytes: 100_000, files: 20 };

/** A tar of raw entries, as no program would write one. */
function tarOf(
  members: readonly { path: string; content?: string; type?: '0' | '2' | '1'; linkpath?: string }[],
): Buffer {
  const blocks = members.flatMap(({ path, content = '', type = '0', linkpath = '' }) => {
    const header = new Header({ path, mode: 0o644, size: content.length, mtime: new Date(0), linkpath });
    header.type = type === '0' ? 'File' : type === '2' ? 'SymbolicLink' : 'Link';
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    padded.write(content);
    return [block, padded];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe('an uploaded archive', () => {
  let home = '';
  let count = 0;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-unpack-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  /** Unpacks into a directory of its own; gives the files by path, below the directory of the sources. */
  const unpack = async (archive: Buffer, limits = LIMITS) => {
    const place = join(home, String(++count));
    await mkdir(place);
    const file = join(place, 'archive');
    await writeFile(file, archive);
    const sources = await unpackArchive({ file, directory: join(place, 'source'), limits });
    const found = await readdir(sources, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => !entry.isDirectory());
    const contents = await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(sources.length + 1), await readFile(path, 'utf8')] as const;
      }),
    );
    return Object.fromEntries(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  it('of a tree gives the tree, whichever kind it is of, without its one outer directory', async () => {
    const tree = join(home, 'clinic-main');
    await mkdir(join(tree, 'src'), { recursive: true });
    await writeFile(join(tree, 'pom.xml'), '<project/>');
    await writeFile(join(tree, 'src/Visits.java'), 'class Visits {}');
    await symlink('/etc/passwd', join(tree, 'passwd'));
    const files = { 'pom.xml': '<project/>', 'src/Visits.java': 'class Visits {}' };
    for (const gzip of [true, false]) {
      const file = join(home, 'clinic.tar');
      await create({ cwd: home, file, gzip }, ['clinic-main']);
      expect(await unpack(await readFile(file))).toEqual(files);
    }
    const members = Object.entries(files).map(([name, content]) => ({
      name: `clinic-main/${name}`,
      content,
    }));
    expect(await unpack(zipOf([{ name: 'clinic-main/', content: '' }, ...members]))).toEqual(files);
    expect(await unpack(zipOf([...members, { name: 'README', content: 'x' }]))).toHaveProperty(
      'clinic-main/pom.xml',
    );
  });

  it('loses links and what is of git', async () => {
    const link = { name: 'link', content: '/etc/passwd', mode: 0o120777 };
    const own = { name: 'A.java', content: 'class A {}' };
    const git = { name: '.git/config', content: '[core] fsmonitor = touch /tmp/x' };
    expect(await unpack(zipOf([link, own, git]))).toEqual({ 'A.java': 'class A {}' });
    const tar = tarOf([
      { path: 'link', type: '2', linkpath: '/tmp' },
      { path: 'hard', type: '1', linkpath: '/etc/passwd' },
      { path: 'A.java', content: 'class A {}' },
      { path: 'sub/.git/hooks/x', content: 'x' },
    ]);
    expect(await unpack(tar)).toEqual({ 'A.java': 'class A {}' });
  });

  it.each(['../evil', 'a/../../evil', '/tmp/evil', 'C:/evil', 'a\\..\\..\\evil', `${'x/'.repeat(80)}y`])(
    'with a file named %s is refused',
    async (name) => {
      for (const archive of [
        zipOf([{ name, content: 'x' }]),
        tarOf([{ path: name.slice(0, 99), content: 'x' }]),
      ]) {
        if (name.length > 99 && archive[0] !== 0x50) continue;
        await expect(unpack(archive)).rejects.toMatchObject({ code: 'UPLOAD_UNUSABLE' });
      }
      await expect(readdir(join(home, 'evil'))).rejects.toThrow();
    },
  );

  it('that holds more than it may is refused before it fills the disk', async () => {
    const zeros = Buffer.alloc(LIMITS.bytes + 1);
    const many = Array.from({ length: LIMITS.files + 1 }, (_, i) => ({ name: `f${i}`, content: 'x' }));
    const bombs = {
      'a zip of zeros': zipOf([{ name: 'zeros', content: zeros }]),
      'a zip that lies about it': zipOf([{ name: 'zeros', content: zeros, claims: 10 }]),
      'a zip of many files': zipOf(many),
      'a tar of zeros': gzipSync(tarOf([{ path: 'zeros', content: zeros.toString('latin1') }])),
      'a tar of many files': tarOf(many.map(({ name, content }) => ({ path: name, content }))),
      'a tar that goes on after its end': gzipSync(
        Buffer.concat([tarOf([{ path: 'a', content: 'x' }]), Buffer.alloc(1e6)]),
      ),
    };
    for (const [what, bomb] of Object.entries(bombs)) {
      await expect(unpack(bomb), what).rejects.toMatchObject({
        ...{ code: 'UPLOAD_UNUSABLE', ru: expect.stringMatching(/^[А-Я]/u) },
      });
    }
  });

  it('that is none, or damaged, or empty, is refused', async () => {
    const zip = zipOf([{ name: 'A.java', content: 'class A {}'.repeat(50) }]);
    const tar = gzipSync(tarOf([{ path: 'A.java', content: 'class A {}'.repeat(500) }]));
    const broken = {
      text: Buffer.from('class A {}'),
      nothing: Buffer.alloc(0),
      'half a zip': zip.subarray(0, zip.length / 2),
      'half a tar': tar.subarray(0, tar.length / 2),
      'a zip with a changed byte': Buffer.concat([
        zip.subarray(0, 40),
        Buffer.from([0xff, 0xff]),
        zip.subarray(42),
      ]),
      'a tar with a broken header': Buffer.concat([
        tarOf([{ path: 'a', content: 'x' }]).fill(0x41, 100, 140),
      ]),
      'an empty zip': zipOf([]),
      'an empty tar': gzipSync(tarOf([])),
      'a zip with a file twice': zipOf([
        { name: 'a', content: '1' },
        { name: 'a', content: '2' },
      ]),
      'a zip with a file below a file': zipOf([
        { name: 'a', content: '1' },
        { name: 'a/b', content: '2' },
      ]),
    };
    for (const [what, archive] of Object.entries(broken)) {
      await expect(unpack(archive), what).rejects.toMatchObject({
        ...{ code: 'UPLOAD_UNUSABLE', ru: expect.stringMatching(/^[А-Я]/u) },
      });
    }
  });
});
