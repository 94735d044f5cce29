import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { type RelativePath, relativePath } from '../base/ids.ts';
import { digestOf } from '../inventory/content-hash.ts';
import { temporaryTree } from '../inventory/test/temporary-tree.ts';
import type { FilesRead, WorkerMessage } from '../worker-protocol.ts';
import { FilesAhead } from './files-ahead.ts';
import { readAhead } from './read-ahead.ts';

const MEGABYTE = 1 << 20;
const LIMIT = 3 * MEGABYTE;

/** So many small files that reading ahead begins. */
const SMALL = Object.fromEntries(
  Array.from({ length: 1_000 }, (_, number) => [`src/${number}.java`, `class C${number} {}\n`]),
);

function pathsOf(files: object): RelativePath[] {
  return Object.keys(files).map(relativePath);
}

/** Files that are read ahead in this thread. */
function aheadOf(root: string, paths: readonly RelativePath[]): FilesAhead {
  const ahead = new FilesAhead((message) => {
    if (message.kind === 'read-ahead') void readAhead(message);
  });
  ahead.foresee({ root, maxFileBytes: LIMIT }, paths);
  return ahead;
}

/** What is taken of some files, in their order: the text with its digest, or null. */
async function taken(ahead: FilesAhead, paths: readonly RelativePath[]) {
  const read: ({ readonly text: string; readonly digest: string } | null)[] = [];
  for (const path of paths) {
    const file = await ahead.take(path);
    read.push(file && { text: Buffer.from(file.bytes).toString(), digest: file.digest });
  }
  return read;
}

const told = (text: string) => ({ text, digest: digestOf(Buffer.from(text)) });

describe('files that another thread reads ahead', () => {
  it('come in their order, through more batches than there is memory for, the large ones too', async () => {
    const large = Array.from({ length: 12 }, (_, number) => [
      `large/${number}`,
      `${number}`.repeat(MEGABYTE * (number % 3 === 0 ? 1.2 : 0.4)),
    ]);
    const files: Record<string, string> = {
      ...{ ...SMALL, 'empty.txt': '', 'two\nlines.txt': 'lines', 'café/日.txt': 'day' },
      ...Object.fromEntries(large),
    };
    const paths = pathsOf(files);
    const read = await taken(aheadOf(temporaryTree(files), paths), paths);
    expect(read).toEqual(Object.values(files).map(told));
  });

  it('are left to whoever asks where they are links, lie behind one, are too large or gone', async () => {
    const outside = temporaryTree({ 'secret.txt': 'secret' });
    const root = temporaryTree({ ...SMALL, 'large.txt': 'x'.repeat(2 * MEGABYTE + 1), 'last.txt': 'last' });
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
    symlinkSync(outside, join(root, 'linked'));
    const odd = ['link.txt', 'linked/secret.txt', 'large.txt', 'gone.txt'].map(relativePath);
    const last = relativePath('last.txt');
    const ahead = aheadOf(root, [...pathsOf(SMALL), ...odd, last]);
    await taken(ahead, pathsOf(SMALL));
    expect(await taken(ahead, [...odd, last])).toEqual([null, null, null, null, told('last')]);
  });

  it('are only those that were foreseen, each once', async () => {
    const files = { ...SMALL, 'other.txt': 'other' };
    const paths = pathsOf(SMALL);
    const ahead = aheadOf(temporaryTree(files), paths);
    const [first, second] = paths as [RelativePath, RelativePath];
    const other = relativePath('other.txt');
    const read = await taken(ahead, [other, first, first, other, second]);
    expect(read).toEqual([null, told('class C0 {}\n'), null, null, told('class C1 {}\n')]);
  });

  it('are asked of nobody where there are few', () => {
    const asked: WorkerMessage[] = [];
    const ahead = new FilesAhead((message) => void asked.push(message));
    ahead.foresee({ root: '/', maxFileBytes: LIMIT }, pathsOf(SMALL).slice(1));
    expect(asked).toEqual([]);
    expect(ahead.take(relativePath('src/1.java'))).toBeNull();
  });

  it('are asked for once', () => {
    const asked: WorkerMessage[] = [];
    const ahead = new FilesAhead((message) => void asked.push(message));
    for (let time = 0; time < 2; time++) ahead.foresee({ root: '/', maxFileBytes: LIMIT }, pathsOf(SMALL));
    expect(asked).toHaveLength(1);
  });

  it('are read no further once nobody takes them', async () => {
    const large = Array.from({ length: 6 }, (_, number) => [`large/${number}`, 'x'.repeat(MEGABYTE)]);
    const root = temporaryTree(Object.fromEntries(large));
    const { port1, port2 } = new MessageChannel();
    const paths = new TextEncoder().encode(large.map(([path]) => path).join('\0'));
    const batches: FilesRead[] = [];
    port1.on('message', (batch: FilesRead) => {
      batches.push(batch);
      if (batches.length === 4) port1.close();
    });
    await readAhead({ kind: 'read-ahead', place: { root, maxFileBytes: LIMIT }, paths, port: port2 });
    expect(batches.map(({ lengths }) => [...lengths])).toEqual(Array(4).fill([MEGABYTE]));
  });

  it('are left to whoever asks once the one who reads has ended', async () => {
    const ahead = new FilesAhead((message) => {
      if (message.kind === 'read-ahead') message.port.close();
    });
    const paths = pathsOf(SMALL);
    ahead.foresee({ root: '/', maxFileBytes: LIMIT }, paths);
    expect(await taken(ahead, paths.slice(0, 3))).toEqual([null, null, null]);
  });
});
