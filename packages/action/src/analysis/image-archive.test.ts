import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header, list, type ReadEntry } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imagesIn, writeAlone } from './image-archive.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'csqa-archive-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly type?: 'File' | 'SymbolicLink' | 'Link' | 'ExtendedHeader';
  readonly linkpath?: string;
}

/** An archive with exactly these headers and contents, whatever a packer would say to them. */
function tarOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = '', type = 'File', linkpath = '' }) => {
    const bytes = Buffer.from(text);
    const header = new Header({ path, type, size: bytes.length, mode: 0o644, linkpath });
    header.encode();
    const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
    return [header.block ?? Buffer.alloc(0), bytes, padding];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function archiveOf(entries: readonly Entry[]): Promise<string> {
  const file = join(directory, 'image.tar');
  await writeFile(file, tarOf(entries));
  return file;
}

const SAVED = {
  Config: 'blobs/sha256/c0',
  Layers: ['blobs/sha256/l1', 'l2/layer.tar'],
  RepoTags: ['csqa:1'],
};
const manifestOf = (...images: readonly object[]): Entry => ({
  path: 'manifest.json',
  text: JSON.stringify(images),
});
const FILES: readonly Entry[] = [
  { path: 'blobs/sha256/c0', text: '{"os":"linux"}' },
  { path: 'blobs/sha256/l1', text: 'one'.repeat(300) },
  { path: 'l2/layer.tar', text: 'two' },
];

/** Paths and contents of an archive that was written. */
async function contentOf(file: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  const onReadEntry = (entry: ReadEntry): void => {
    content[entry.path] = '';
    entry.on('data', (chunk: Buffer) => {
      content[entry.path] += chunk.toString();
    });
  };
  await list({ file, strict: true, onReadEntry });
  return content;
}

describe('the images in an archive', () => {
  it('are told with their files and names, packed or not', async () => {
    const file = await archiveOf([...FILES, manifestOf(SAVED)]);
    expect(await imagesIn(file)).toEqual([SAVED]);
    await writeFile(file, gzipSync(await readFile(file)));
    expect(await imagesIn(file)).toEqual([SAVED]);
  });

  it.each([
    ['is no archive', Buffer.from('not an archive at all, whatever it is called')],
    ['has no manifest', tarOf(FILES)],
    ['has a manifest that is no JSON', tarOf([{ path: 'manifest.json', text: '[{' }])],
    ['has a manifest of another shape', tarOf([manifestOf({ Config: 1 })])],
    ['has a link for a manifest', tarOf([{ path: 'manifest.json', type: 'SymbolicLink', linkpath: 'x' }])],
    ['names a file above it', tarOf([manifestOf({ ...SAVED, Config: '../../etc/shadow' })])],
    ['names a file of the machine', tarOf([manifestOf({ ...SAVED, Layers: ['/etc/shadow'] })])],
    ['names a file in a roundabout way', tarOf([manifestOf({ ...SAVED, Config: 'a/../../c' })])],
  ])('are none where it %s', async (_, bytes) => {
    const file = join(directory, 'image.tar');
    await writeFile(file, bytes);
    expect(await imagesIn(file)).toBeNull();
  });

  it('are none where it was cut short', async () => {
    const file = await archiveOf([manifestOf(SAVED), ...FILES]);
    await truncate(file, 1_800);
    expect(await imagesIn(file)).toBeNull();
  });
});

describe('an image that is written alone', () => {
  it('has its own files, a manifest without a name, and nothing else that the archive held', async () => {
    const file = await archiveOf([
      ...FILES,
      { path: 'index.json', text: '{"manifests":[{"annotations":{"io.containerd.image.name":"node:24"}}]}' },
      { path: 'oci-layout', text: '{"imageLayoutVersion":"1.0.0"}' },
      { path: 'repositories', text: '{"node":{"24":"l1"}}' },
      { path: '../../etc/cron.d/x', text: '* * * * * root true' },
      { path: './manifest.json', text: JSON.stringify([{ ...SAVED, RepoTags: ['node:24'] }]) },
      { path: 'out', type: 'SymbolicLink', linkpath: '/etc' },
      manifestOf(SAVED),
    ]);
    const to = join(directory, 'alone.tar');
    expect(await writeAlone(file, SAVED, to)).toBe(true);
    const { 'manifest.json': manifest = '', ...files } = await contentOf(to);
    expect(JSON.parse(manifest)).toEqual([{ ...SAVED, RepoTags: null }]);
    expect(files).toEqual(Object.fromEntries(FILES.map(({ path, text }) => [path, text])));
  });

  it('has each file once, as it came first, though another program would read a second one by another name', async () => {
    // GNU's way to say that a file is called otherwise: some unpackers believe it, others do not.
    const record = (text: string): string => `${text.length + 3} ${text}`;
    const renamed = record(`GNU.sparse.name=blobs/sha256/l1\n`);
    const file = await archiveOf([
      manifestOf(SAVED),
      ...FILES,
      { path: 'l2/layer.tar', text: 'not two' },
      { path: 'PaxHeader', type: 'ExtendedHeader', text: renamed },
      { path: 'harmless', text: 'not one' },
    ]);
    const to = join(directory, 'alone.tar');
    expect(await writeAlone(file, SAVED, to)).toBe(true);
    expect(await contentOf(to)).toMatchObject({
      'blobs/sha256/l1': 'one'.repeat(300),
      'l2/layer.tar': 'two',
    });
    expect(String(await readFile(to))).not.toContain('GNU.sparse');
  });

  it('has every byte of files of all sizes, though a disk is slower than the archive is read', async () => {
    const sizes = [9_000_000, 26_112, 477, 0, 3_000_000, 511, 512, 513, 6_000_000, 1];
    const files = sizes.map((size, at) => ({ path: `blobs/${at}`, text: String(at).repeat(size) }));
    const saved = { Config: 'blobs/1', Layers: files.map(({ path }) => path), RepoTags: null };
    const to = join(directory, 'alone.tar');
    expect(await writeAlone(await archiveOf([...files, manifestOf(saved)]), saved, to)).toBe(true);
    const { 'manifest.json': _, ...content } = await contentOf(to);
    expect(Object.entries(content).map(([path, text]) => [path, text.length])).toEqual(
      files.map(({ path, text }) => [path, text.length]),
    );
    expect(files.filter(({ path, text }) => content[path] !== text)).toEqual([]);
  });

  it.each([
    ['is missing', FILES.slice(1)],
    [
      'is a link',
      [...FILES.slice(0, 2), { path: 'l2/layer.tar', type: 'SymbolicLink', linkpath: '/etc/shadow' }],
    ],
    [
      'is a second name',
      [...FILES.slice(0, 2), { path: 'l2/layer.tar', type: 'Link', linkpath: 'blobs/sha256/l1' }],
    ],
  ] as const)('is none where a file of it %s', async (_, entries) => {
    const file = await archiveOf([...entries, manifestOf(SAVED)]);
    expect(await writeAlone(file, SAVED, join(directory, 'alone.tar'))).toBe(false);
  });
});
