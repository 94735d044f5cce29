import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { contentHash } from './content-hash.ts';
import { createNodeSourceReader } from './node-source-reader.ts';
import { temporaryTree } from './test/temporary-tree.ts';

const readerOf = (root: string) => createNodeSourceReader({ root, maxFileBytes: 64 });

describe('createNodeSourceReader', () => {
  it('reads a file as text with its size', async () => {
    const root = temporaryTree({ 'src/Owner.java': 'class Owner {}\n' });
    const content = await readerOf(root).read(relativePath('src/Owner.java'));
    expect(content).toEqual({ kind: 'text', text: 'class Owner {}\n', bytes: 15, diagnostics: [] });
  });

  it('reads an empty file', async () => {
    const root = temporaryTree({ 'Empty.java': '' });
    expect(await readerOf(root).read(relativePath('Empty.java'))).toMatchObject({ kind: 'text', text: '' });
  });

  it('tells the hash of a text once where it is wanted and its bytes are the text', async () => {
    const texts = { 'A.java': '// \u00a9\nclass A {}\n', 'B.java': 'class B {}\r\n' };
    const old = Buffer.from('// caf\u00e9', 'latin1');
    const root = temporaryTree({ ...texts, 'C.java': old });
    const reader = createNodeSourceReader({ root, maxFileBytes: 64, hashes: true });
    const hashOf = async (path: string) => {
      const content = await reader.read(relativePath(path));
      return content.kind === 'text' ? content.hash : null;
    };
    expect(await hashOf('A.java')).toBe(contentHash(texts['A.java']));
    for (const path of ['A.java', 'B.java', 'C.java']) expect(await hashOf(path)).toBeUndefined();
  });

  it('tells a text from all others by its bytes, each time, where that is wanted', async () => {
    const root = temporaryTree({
      'A.java': 'class A {}\n',
      'B.java': 'class A {}\r\n',
      'C.java': 'class A {}\n',
    });
    const reader = createNodeSourceReader({ root, maxFileBytes: 64, hashes: true, digests: true });
    const digestOf = async (path: string) => {
      const content = await reader.read(relativePath(path));
      return content.kind === 'text' ? content.digest : null;
    };
    const first = await digestOf('A.java');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([await digestOf('A.java'), await digestOf('C.java')]).toEqual([first, first]);
    expect(await digestOf('B.java')).not.toBe(first);
    const plain = await readerOf(root).read(relativePath('A.java'));
    expect(plain).not.toHaveProperty('digest');
  });

  it('takes what was read ahead, with its digest, and reads all else itself', async () => {
    const root = temporaryTree({ 'A.java': 'on the disk', 'B.java': 'on the disk too' });
    const digest = 'ab'.repeat(32);
    const ahead = {
      foresee: () => undefined,
      take: (path: string) => (path === 'A.java' ? { bytes: Buffer.from('read ahead'), digest } : null),
    };
    const reader = createNodeSourceReader({ root, maxFileBytes: 64, hashes: true, digests: true, ahead });
    const taken = await reader.read(relativePath('A.java'));
    expect(taken).toMatchObject({ text: 'read ahead', bytes: 10, hash: digest.slice(0, 32), digest });
    expect(await reader.read(relativePath('B.java'))).toMatchObject({ text: 'on the disk too' });
  });

  it('reports bytes that are not UTF-8 and still gives the text', async () => {
    const root = temporaryTree({ 'Caf.java': Buffer.from('// caf\u00e9\nclass Caf {}', 'latin1') });
    const content = await readerOf(root).read(relativePath('Caf.java'));
    expect(content).toMatchObject({ kind: 'text', text: '// caf\ufffd\nclass Caf {}' });
    expect(content.diagnostics).toMatchObject([{ code: 'invalid-utf8', file: 'Caf.java' }]);
  });

  it('refuses a file over the limit and reads one of exactly the limit', async () => {
    const root = temporaryTree({ 'Large.java': 'x'.repeat(65), 'Fits.java': 'x'.repeat(64) });
    const large = await readerOf(root).read(relativePath('Large.java'));
    expect(large).toMatchObject({ kind: 'too-large', bytes: 65, diagnostics: [{ code: 'file-too-large' }] });
    expect(await readerOf(root).read(relativePath('Fits.java'))).toMatchObject({ kind: 'text', bytes: 64 });
  });

  it('does not follow a link, neither as the file nor as a directory on the way', async () => {
    const outside = temporaryTree({ 'secret.txt': 'secret' });
    const root = temporaryTree({ 'a.txt': 'a' });
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
    symlinkSync(outside, join(root, 'linked'));
    expect(await readerOf(root).read(relativePath('link.txt'))).toMatchObject({ kind: 'unreadable' });
    expect(await readerOf(root).read(relativePath('linked/secret.txt'))).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('does not wait for a pipe and does not read a directory', async () => {
    const root = temporaryTree({ 'a.txt': 'a' });
    execFileSync('mkfifo', [join(root, 'pipe.java')]);
    mkdirSync(join(root, 'Folder.java'));
    expect(await readerOf(root).read(relativePath('pipe.java'))).toMatchObject({ kind: 'unreadable' });
    expect(await readerOf(root).read(relativePath('Folder.java'))).toMatchObject({ kind: 'unreadable' });
  });

  it('gives each text by itself, whatever was read before it', async () => {
    const texts = {
      'A.java': 'a'.repeat(100_000),
      'B.java': 'bb\n',
      'C.java': 'й'.repeat(70_000),
      'D.java': '',
    };
    const reader = createNodeSourceReader({ root: temporaryTree(texts), maxFileBytes: 1_000_000 });
    const read = await Promise.all(Object.keys(texts).map((name) => reader.read(relativePath(name))));
    expect(read.map((content) => (content.kind === 'text' ? content.text : null))).toEqual(
      Object.values(texts),
    );
  });

  it.runIf(existsSync('/proc/self/status'))('reads a file to its end that says it has no bytes', async () => {
    const reader = createNodeSourceReader({ root: `/proc/${process.pid}`, maxFileBytes: 100_000 });
    expect(await reader.read(relativePath('status'))).toMatchObject({
      text: expect.stringMatching(/^Name:/),
    });
    const small = createNodeSourceReader({ root: `/proc/${process.pid}`, maxFileBytes: 10 });
    expect(await small.read(relativePath('status'))).toMatchObject({ kind: 'too-large', bytes: 11 });
  });

  it('does not read below a link, however deep, nor below a directory that has gone', async () => {
    const outside = temporaryTree({ 'b/c/secret.txt': 'secret' });
    const root = temporaryTree({ 'a/d/e.txt': 'e' });
    symlinkSync(outside, join(root, 'a/linked'));
    const reader = readerOf(root);
    expect(await reader.read(relativePath('a/linked/b/c/secret.txt'))).toMatchObject({ kind: 'unreadable' });
    expect(await reader.read(relativePath('a/gone/f/e.txt'))).toMatchObject({ kind: 'unreadable' });
    expect(await reader.read(relativePath('a/d/e.txt'))).toMatchObject({ kind: 'text', text: 'e' });
  });

  it('answers for a file that has gone', async () => {
    const content = await readerOf(temporaryTree({})).read(relativePath('Gone.java'));
    expect(content.diagnostics).toMatchObject([
      { code: 'file-unreadable', message: { en: expect.stringContaining('no longer') } },
    ]);
  });
});
