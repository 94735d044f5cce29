import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/java-facts.ts';
import { treeOf } from '../../../test/laws/render-project.ts';
import { springProject } from '../../../test/laws/spring-project.ts';
import { relativePath } from '../../base/ids.ts';
import type { FileFacts } from '../file-facts.ts';
import type { FileReading } from '../file-reading.ts';
import { validateFacts } from '../validate-facts.ts';
import { PackReader } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';
import { readReading, writeReading } from './packed-readings.ts';

/** A file with every kind of declaration, operation and region, and texts of every kind. */
const RICH = `package org.clinic;
import static java.util.List.of;
import java.util.*;
/** Имя. */ // csqa-ignore B1 until later
@Named(value = "имя\\ud800", list = {1, A.B, @Inner(X.class)}, sum = "a" + B, other = f())
sealed class Clinic<T extends Comparable<? super T> & Runnable> extends Base<T[]> implements One, Two permits Vet {
  private static final String NAME = "x" + 'c' + 1L;
  enum Kind { A { void go() {} }, B(2); }
  record Pair(@NotNull int left, String... rest) { Pair { assert left > 0 : "no"; } }
  @interface Inner { Class<?> value() default String.class; }
  Map<@Size(max = 9) String, ? extends List<@Valid Owner>> byName;
  Clinic(int a) { super(a); }
  static { counter += 2; }
  <R> R visit(Owner owner, int[][] grid) throws Gone, IOException {
    outer: for (var pet : owner.pets()) { if (pet instanceof Dog(var n, int age) && !n.isEmpty()) continue outer; else break; }
    try (var in = open(); Reader two = null) { this.<String>run(x -> x + grid[0][1]); } catch (Gone | Late e) { throw e; } finally { i++; }
    int kind = switch (owner.kind()) { case A, B -> { yield 1; } default -> (int) 2.5e-3f; };
    synchronized (this) { return owner == null ? (R) Clinic.super.toString() : of(String[]::new, Clinic.this::visit, new int[] {1, 2}, new int[3][]); }
  }
  Runnable task() { int seen = 1; return new Runnable() { public void run() { use(seen, "долго"); } }; }
  void broken( { }
}
`;

function packed(reading: FileReading): { readonly block: Uint8Array; readonly end: number } {
  const writer = new PackWriter();
  writeReading(writer, reading);
  return { end: writer.length, block: writer.finish() };
}

function readAgain({ facts, methodHashes }: FileReading): FileReading {
  const { block, end } = packed({ facts, methodHashes });
  return new PackReader(block).at(0, end, (from) => readReading(from, facts.path));
}

const HASHES = new Map([
  [3, 'a'.repeat(32)],
  [9, '0123456789abcdef'.repeat(2)],
]);
const rich: FileReading = { facts: factsOf(RICH), methodHashes: HASHES };

/** Every Java file below a folder. */
function javaBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return below
    .filter((name) => name.endsWith('.java'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('packed facts', () => {
  it('are read as they were written: every kind of declaration, operation and region', () => {
    expect(readAgain(rich)).toStrictEqual(rich);
    const kinds = rich.facts.types.flatMap(({ methods }) =>
      methods.flatMap(({ body }) => body?.operations.map(({ kind }) => kind) ?? []),
    );
    expect(new Set(kinds).size).toBeGreaterThan(28);
  });

  it('are read as they were written: the sources of the clinic and of the samples', () => {
    const folders = ['../../../../examples/clinic', '../../../fixtures'];
    const texts = folders.flatMap((folder) => javaBelow(fileURLToPath(new URL(folder, import.meta.url))));
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) {
      const reading = { facts: factsOf(text), methodHashes: null };
      expect(readAgain(reading)).toStrictEqual(reading);
    }
  });

  it('are read as they were written: any project, and any characters', () => {
    fc.assert(
      fc.property(springProject, fc.string({ unit: 'binary', maxLength: 200 }), (project, text) => {
        const sources = Object.entries(treeOf(project)).filter(([path]) => path.endsWith('.java'));
        for (const source of [`class A { String f() { ${text} } }`, ...sources.map(([, java]) => java)]) {
          const reading = { facts: factsOf(source), methodHashes: null };
          expect(readAgain(reading)).toStrictEqual(reading);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('share one table of texts with others in their block', () => {
    const writer = new PackWriter();
    const ends = [rich, rich].map((reading) => {
      writeReading(writer, reading);
      return writer.length;
    });
    const block = writer.finish();
    expect(block.length).toBeLessThan(packed(rich).block.length * 2);
    const reader = new PackReader(block);
    const second = reader.at(ends[0] ?? 0, ends[1] ?? 0, (from) => readReading(from, rich.facts.path));
    expect(second).toStrictEqual(rich);
    expect(() => reader.at(0, (ends[0] ?? 0) - 1, (from) => readReading(from, rich.facts.path))).toThrow(
      RangeError,
    );
  });

  it('share nothing with what was finished before, though the memory is the same', () => {
    const writer = new PackWriter(16);
    writeReading(writer, rich);
    const first = writer.finish();
    writeReading(writer, rich);
    expect(writer.finish()).toEqual(first);
    expect(first).toEqual(packed(rich).block);
  });

  it('are refused, or well formed, whatever has become of their bytes', () => {
    const { block, end } = packed(rich);
    const changed = fc
      .array(fc.tuple(fc.nat(block.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = Uint8Array.from(block);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    const bytes = fc.oneof(
      changed,
      fc.nat(block.length).map((length) => block.subarray(0, length)),
      fc.uint8Array({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(bytes, (damaged) => {
        let facts: FileFacts | null = null;
        try {
          const read = new PackReader(damaged).at(0, end, (from) =>
            readReading(from, relativePath('A.java')),
          );
          facts = read.facts;
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        if (facts !== null) expect(validateFacts(facts)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('are refused where they break a rule that readers rely on', () => {
    const [type, ...others] = rich.facts.types;
    if (type === undefined) throw new Error('the sample has no type');
    const crafted: readonly FileReading[] = [
      { ...rich, facts: { ...rich.facts, types: [{ ...type, outer: 0 }, ...others] } },
      { ...rich, facts: { ...rich.facts, types: [{ ...type, span: { start: 9, end: 2 } }, ...others] } },
      { ...rich, methodHashes: new Map([[1, '<script>']]) },
    ];
    for (const reading of crafted) expect(() => readAgain(reading)).toThrow(RangeError);
  });

  it('are not written where a number or a type is one that no front end gives', () => {
    const { facts } = rich;
    const dims = { name: 'int', dims: 1_000_000 };
    const crafted: readonly FileFacts[] = [
      { ...facts, lines: { total: 2 ** 32, code: 1 } },
      { ...facts, lines: { total: -1, code: 1 } },
      { ...facts, types: facts.types.map((type) => ({ ...type, extends: dims })) },
    ];
    for (const wrong of crafted)
      expect(() => packed({ facts: wrong, methodHashes: null })).toThrow(RangeError);
  });
});
