import { hash } from 'node:crypto';
import {
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as turn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WholeFile } from './write-report.ts';

function directory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'csqa-whole-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('a file that comes in parts', () => {
  it('is there with all of them, in their order, once it is finished and not before', async () => {
    const path = directory();
    const file = new WholeFile(path, 'report.json');
    expect(readdirSync(path)).toEqual([]);
    const texts = Array.from({ length: 300 }, (_, index) => `часть ${index} ${'x'.repeat(index * 40)}\n`);
    for (const text of texts) file.add(bytes(text));
    expect(readdirSync(path)).not.toContain('report.json');
    const whole = texts.join('');
    expect(await file.finish()).toEqual({
      name: 'report.json',
      bytes: Buffer.byteLength(whole),
      sha256: hash('sha256', whole, 'hex'),
    });
    expect(readdirSync(path)).toEqual(['report.json']);
    expect(readFileSync(join(path, 'report.json'), 'utf8')).toBe(whole);
  });

  it('lets the memory of a part go once it is written', async () => {
    const part = bytes('a part');
    const file = new WholeFile(directory(), 'report.json');
    file.add(part);
    await file.finish();
    expect(part.buffer.detached).toBe(true);
  });

  it('goes to the disk while it is written, one flush after the other, and none when it is closed', async () => {
    const path = directory();
    const flushed: { readonly descriptor: number; readonly isOpen: boolean }[] = [];
    let running = 0;
    const file = new WholeFile(path, 'report.json', async (descriptor) => {
      expect(++running).toBe(1);
      await turn(5);
      flushed.push({ descriptor, isOpen: fstatSync(descriptor).isFile() });
      running--;
    });
    const part = 'x'.repeat(1 << 20);
    for (let count = 0; count < 12; count++) {
      file.add(bytes(part));
      await turn(2);
    }
    const { bytes: size, sha256 } = await file.finish();
    expect({ size, sha256 }).toEqual({ size: 12 << 20, sha256: hash('sha256', part.repeat(12), 'hex') });
    expect(flushed.length).toBeGreaterThan(0);
    expect(flushed.every(({ isOpen }) => isOpen)).toBe(true);
    expect(running).toBe(0);
  });

  it('is not there where the disk refused a part of it on the way', async () => {
    const path = directory();
    const file = new WholeFile(path, 'report.json', () => Promise.reject(new Error('EIO')));
    for (let count = 0; count < 6; count++) file.add(bytes('x'.repeat(1 << 20)));
    await turn(50);
    await expect(file.finish()).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    await file.discard();
    expect(readdirSync(path)).toEqual([]);
  });

  it('leaves nothing when it is discarded, and what is in its place as it was', async () => {
    const path = directory();
    writeFileSync(join(path, 'report.json'), 'of an earlier run');
    const begun = new WholeFile(path, 'report.json');
    begun.add(bytes('half'));
    await begun.discard();
    await new WholeFile(path, 'report.json').discard();
    expect(readdirSync(path)).toEqual(['report.json']);
    expect(readFileSync(join(path, 'report.json'), 'utf8')).toBe('of an earlier run');
  });

  it('says where it cannot be written, at its beginning and at its end', async () => {
    const path = directory();
    const nowhere = new WholeFile(join(path, 'gone'), 'report.json');
    nowhere.add(bytes('a'));
    await expect(nowhere.finish()).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining(`${path}/gone (ENOENT)`),
    });
    mkdirSync(join(path, 'report.json'));
    const taken = new WholeFile(path, 'report.json');
    taken.add(bytes('a'));
    await expect(taken.finish()).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    await taken.discard();
    expect(readdirSync(path)).toEqual(['report.json']);
  });
});
