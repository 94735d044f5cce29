import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
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

  it('answers for a file that has gone', async () => {
    const content = await readerOf(temporaryTree({})).read(relativePath('Gone.java'));
    expect(content.diagnostics).toMatchObject([
      { code: 'file-unreadable', message: { en: expect.stringContaining('no longer') } },
    ]);
  });
});
