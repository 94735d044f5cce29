import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { factsOf } from '../../test/java-facts.ts';
import { relativePath } from '../base/ids.ts';
import type { FactSource, FileReading } from '../facts/file-reading.ts';
import { FactStore } from './fact-store.ts';

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'csqa-facts-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const CODE = 'c0de'.repeat(16);

function source(number: number, text = `class C${number} { int f() { return ${number}; } }\n`): FactSource {
  return { path: relativePath(`src/C${number}.java`), language: 'java', text, isMeasured: false };
}

function read({ path, text }: FactSource): FileReading {
  return { facts: factsOf(text, path), methodHashes: null };
}

interface Run {
  readonly code?: string;
  readonly mostBytes?: number;
}

/** A run over files: how many of them were known, and what was read of each. */
async function run(path: string, sources: readonly FactSource[], { code = CODE, mostBytes }: Run = {}) {
  const log: string[] = [];
  const store = new FactStore({
    ...{ directory: path, code, log: (text: string) => log.push(text) },
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  let known = 0;
  const readings: FileReading[] = [];
  for (const wanted of sources) {
    const found = await store.find(wanted);
    known += found === null ? 0 : 1;
    const reading = found ?? read(wanted);
    if (found === null) store.keep(wanted.path, reading);
    readings.push(reading);
  }
  await store.save();
  return { known, readings, log };
}

const TREE = Array.from({ length: 12 }, (_, number) => source(number));

describe('a store of facts', () => {
  it('gives what was kept of the same text at the same path, read by the same code, and nothing else', async () => {
    const path = directory();
    const first = await run(path, TREE);
    const second = await run(path, TREE);
    expect([first.known, second.known]).toEqual([0, TREE.length]);
    expect(second.readings).toStrictEqual(first.readings);
    expect(second.log).toEqual(['facts of 12 of 12 files were kept by an earlier run']);
    const [one = source(0)] = TREE;
    const others: readonly FactSource[] = [
      { ...one, text: `${one.text} ` },
      { ...one, path: relativePath('src/D.java') },
      { ...one, isMeasured: true },
      { ...one, language: 'kotlin' },
      { ...one, digest: 'of another text' },
    ];
    for (const other of others) expect((await run(path, [other])).known).toBe(0);
    expect((await run(path, TREE, { code: 'c0ff'.repeat(16) })).known).toBe(0);
    // The name of the file tells only the beginning of it.
    expect((await run(path, TREE, { code: `${CODE.slice(0, 63)}0` })).known).toBe(0);
  });

  it('writes what is new, and nothing where all is known', async () => {
    const path = directory();
    await run(path, TREE);
    await run(path, TREE);
    expect(readdirSync(path)).toHaveLength(1);
    const changed = [source(0, 'class Other {}\n'), ...TREE.slice(1)];
    expect((await run(path, changed)).known).toBe(TREE.length - 1);
    expect(readdirSync(path)).toHaveLength(2);
    expect((await run(path, changed)).known).toBe(TREE.length);
    expect((await run(path, TREE)).known).toBe(TREE.length);
  });

  it('writes the facts of a tree into one file when they have come to be in many', async () => {
    const path = directory();
    let tree = TREE;
    for (let step = 0; step < 60; step++) {
      tree = tree.map((file, number) =>
        number === step % tree.length ? source(number, `class C { int f() { return ${step}; } }\n`) : file,
      );
      expect((await run(path, tree)).known).toBe(step === 0 ? 0 : TREE.length - 1);
      expect((await run(path, tree)).known).toBe(TREE.length);
    }
    expect(readdirSync(path).length).toBeLessThan(20);
  });

  it('takes a damaged file for none or for a part of what it was, whatever the damage, and keeps its facts anew', async () => {
    const path = directory();
    const whole = (await run(path, TREE)).readings;
    const [name = ''] = readdirSync(path);
    const bytes = readFileSync(join(path, name));
    const damage = fc.oneof(
      fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end)),
      fc.nat(bytes.length - 1).map((at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))),
      fc.uint8Array({ maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        for (const left of readdirSync(path)) rmSync(join(path, left));
        writeFileSync(join(path, name), damaged);
        const after = await run(path, TREE);
        expect(after.readings).toStrictEqual(whole);
        expect(after.known).toBeLessThan(TREE.length);
        expect((await run(path, TREE)).known).toBe(TREE.length);
      }),
      { numRuns: 60 },
    );
  });

  it('lets many write and read at once without anybody seeing anything but what was written', async () => {
    const path = directory();
    const changed = TREE.map((file, number) =>
      number % 3 === 0 ? source(number, 'class Other {}\n') : file,
    );
    const runs = await Promise.all(
      Array.from({ length: 10 }, (_, index) => run(path, index % 2 === 0 ? TREE : changed)),
    );
    runs.forEach(({ readings, log }, index) => {
      expect(readings).toStrictEqual((index % 2 === 0 ? TREE : changed).map(read));
      expect(log.join()).not.toContain('cannot');
    });
    expect(readdirSync(path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const tree of [TREE, changed]) expect((await run(path, tree)).known).toBe(TREE.length);
  });

  it('reads again what another process removes in the middle of a run', async () => {
    const path = directory();
    await run(path, TREE);
    const store = new FactStore({ directory: path, code: CODE, log: () => undefined });
    const other = source(99);
    expect(await store.find(other)).toBeNull();
    for (const name of readdirSync(path)) rmSync(join(path, name));
    for (const file of TREE) expect(await store.find(file)).toBeNull();
    store.keep(other.path, read(other));
    await store.save();
    expect((await run(path, [other])).known).toBe(1);
  });

  it('makes room by removing what was of use longest ago, and nothing that is not its own', async () => {
    const path = directory();
    const trees = [0, 100, 200].map((first) => TREE.map((_, number) => source(first + number)));
    const [oldest = [], used = [], newest = []] = trees;
    const size = () => Math.max(...readdirSync(path).map((name) => statSync(join(path, name)).size));
    await run(path, oldest);
    const mostBytes = Math.floor(size() * 2.5);
    await run(path, used);
    for (const name of readdirSync(path)) utimesSync(join(path, name), 1, 1);
    writeFileSync(join(path, 'notes.txt'), 'x'.repeat(mostBytes));
    await run(path, used);
    await run(path, newest, { mostBytes });
    expect(readdirSync(path)).toHaveLength(3);
    expect(readdirSync(path)).toContain('notes.txt');
    for (const [tree, known] of [
      [newest, TREE.length],
      [used, TREE.length],
      [oldest, 0],
    ] as const) {
      expect((await run(path, tree)).known).toBe(known);
    }
  });

  it('takes no place in a directory by what a tree calls its files', async () => {
    const path = directory();
    const hostile = ['..\\..\\x.java', 'a\nfacts.java', `${'long'.repeat(900)}.java`, '.facts', 'C:x.java'];
    const tree = hostile.map((name) => ({ ...source(1), path: relativePath(name) }));
    await run(path, tree);
    expect((await run(path, tree)).known).toBe(tree.length);
    for (const name of readdirSync(path)) expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f-]{36}\.facts$/);
  });

  it('keeps facts in the order in which they were asked for, in whichever they are read, and without those that nobody reads', async () => {
    const keptIn = async (order: readonly number[]) => {
      const path = directory();
      const store = new FactStore({ directory: path, code: CODE, log: () => undefined });
      for (const wanted of TREE) expect(await store.find(wanted)).toBeNull();
      for (const number of order) store.keep(source(number).path, read(source(number)));
      await store.save();
      return readFileSync(join(path, readdirSync(path)[0] ?? ''));
    };
    const inOrder = TREE.map((_, number) => number).filter((number) => number !== 4);
    const whole = await keptIn(inOrder);
    expect(await keptIn(inOrder.toReversed())).toEqual(whole);
    expect(await keptIn([...inOrder.slice(6), ...inOrder.slice(0, 6)])).toEqual(whole);
    expect(await keptIn([...inOrder, 4])).not.toEqual(whole);
  });

  it('does not fail a run where nothing can be kept', async () => {
    const file = join(directory(), 'file');
    writeFileSync(file, '');
    const { known, log } = await run(join(file, 'below'), TREE);
    expect(known).toBe(0);
    expect(log.join()).toContain('cannot be kept');
  });
});
