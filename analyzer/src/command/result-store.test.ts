import { hash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ResultStore } from './result-store.ts';

function directory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'csqa-results-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const key = (digit: string) => digit.repeat(64);

describe('a store of results', () => {
  it('gives back what was kept, and nothing under another key', async () => {
    const path = directory();
    await new ResultStore(join(path, 'made', 'when needed')).keep(key('a'), [Buffer.from('отчёт\n🔒')]);
    const other = new ResultStore(join(path, 'made', 'when needed'));
    expect(String(await other.find(key('a')))).toBe('отчёт\n🔒');
    expect(await other.find(key('b'))).toBeNull();
    expect(await new ResultStore(join(path, 'not there')).find(key('a'))).toBeNull();
  });

  it('takes a damaged file for none, removes it, and keeps the result anew', async () => {
    const path = directory();
    const store = new ResultStore(path);
    const file = join(path, `${key('a')}.result`);
    await store.keep(key('a'), [Buffer.from('a result')]);
    const whole = readFileSync(file);
    const damage = fc.oneof(
      fc.nat(whole.length - 1).map((end) => whole.subarray(0, end)),
      fc.nat(whole.length - 1).map((at) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte))),
      fc.uint8Array({ maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        writeFileSync(file, bytes);
        expect(await store.find(key('a'))).toBeNull();
        expect(readdirSync(path)).toEqual([]);
        await store.keep(key('a'), [Buffer.from('a result')]);
        expect(String(await store.find(key('a')))).toBe('a result');
      }),
    );
  });

  it('takes a file that is whole and holds no result for none', async () => {
    const path = directory();
    const file = join(path, `${key('a')}.result`);
    writeFileSync(file, `${hash('sha256', 'not packed', 'hex')}not packed`);
    expect(await new ResultStore(path).find(key('a'))).toBeNull();
    expect(readdirSync(path)).toEqual([]);
  });

  it('lets many write and read at once without anybody seeing half a result', async () => {
    const path = directory();
    const text = 'result '.repeat(50_000);
    const jobs = Array.from({ length: 12 }, async (_, index) => {
      const store = new ResultStore(path);
      if (index % 3 === 0) return (await store.find(key('a')))?.toString() ?? null;
      await store.keep(key('a'), [Buffer.from(text)]);
      return text;
    });
    for (const seen of await Promise.all(jobs)) expect([null, text]).toContain(seen);
    expect(readdirSync(path)).toEqual([`${key('a')}.result`]);
  });

  it('makes room by removing what was asked for longest ago, and nothing that is not its own', async () => {
    const path = directory();
    const noise = (seed: string) =>
      Array.from({ length: 3_000 }, (_, i) => `${seed}${(i * 7919) % 1013}`).join();
    await new ResultStore(path).keep(key('a'), [Buffer.from(noise('a'))]);
    const size = readFileSync(join(path, `${key('a')}.result`)).length;
    const store = new ResultStore(path, Math.floor(size * 2.5));
    await store.keep(key('b'), [Buffer.from(noise('b'))]);
    writeFileSync(join(path, 'notes.txt'), 'x'.repeat(size * 3));
    for (const [digit, second] of [
      ['a', 1],
      ['b', 2],
    ] as const) {
      utimesSync(join(path, `${key(digit)}.result`), second, second);
    }
    expect(String(await store.find(key('a')))).toBe(noise('a'));
    await store.keep(key('c'), [Buffer.from(noise('c'))]);
    expect(readdirSync(path).sort()).toEqual([`${key('a')}.result`, `${key('c')}.result`, 'notes.txt']);
  });

  it('clears away what a writer that died has left', async () => {
    const path = directory();
    const left = join(path, `${key('a')}.7.tmp`);
    const fresh = join(path, `${key('b')}.8.tmp`);
    for (const file of [left, fresh]) writeFileSync(file, 'half');
    utimesSync(left, 1, 1);
    await new ResultStore(path).keep(key('c'), [Buffer.from('c')]);
    expect(readdirSync(path).sort()).toEqual([`${key('b')}.8.tmp`, `${key('c')}.result`]);
  });
});
