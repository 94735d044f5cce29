import type { Comparison } from '../schema/comparison.ts';
import type { Method } from '../schema/inventory.ts';
import type { Report } from '../schema/report.ts';
import { bounded, groupBy } from './ordering.ts';

/** Which files and methods of the head are other than in the base. */
export interface SourceChanges {
  /** null where one of the reports does not tell which files it read. */
  readonly summary: Comparison['sources'];
  /** Whether a file of the head is new or has another content; null where that is not known. */
  readonly isTouched: (file: string) => boolean | null;
  /** Methods of the head that are new or declared otherwise, by id. */
  readonly changedMethods: ReadonlyMap<string, Method>;
  /** Files that are touched, or gone, by path. */
  readonly touched: readonly TouchedFile[];
}

/** A file that the change touched. */
export interface TouchedFile {
  readonly file: string;
  /** The tree that has it. */
  readonly side: 'base' | 'head';
}

/** Compares the contents that two reports were made from. A file under another name with the same content is not touched. */
export function sourceChanges(base: Report, head: Report): SourceChanges {
  if (base.sources === undefined || head.sources === undefined) {
    return { summary: null, isTouched: () => null, changedMethods: changedMethods(base, head), touched: [] };
  }
  const before = new Map(base.sources.map(({ file, hash }) => [file, hash]));
  const after = new Map(head.sources.map(({ file, hash }) => [file, hash]));
  const renamed = renames(before, after);
  const arrived = new Set(renamed.map(({ to }) => to));
  const left = new Set(renamed.map(({ from }) => from));
  const added = [...after.keys()].filter((file) => !before.has(file) && !arrived.has(file));
  const removed = [...before.keys()].filter((file) => !after.has(file) && !left.has(file));
  const changed = [...after].flatMap(([file, hash]) =>
    before.has(file) && before.get(file) !== hash ? [file] : [],
  );
  const touched = new Set([...added, ...changed]);
  return {
    summary: {
      added: bounded(added),
      removed: bounded(removed),
      changed: bounded(changed),
      renamed: bounded(renamed),
      unchanged: after.size - touched.size - renamed.length,
    },
    isTouched: (file) => (after.has(file) ? touched.has(file) : null),
    changedMethods: changedMethods(base, head, (file) => touched.has(file)),
    touched: [
      ...[...touched].map((file) => ({ file, side: 'head' as const })),
      ...removed.map((file) => ({ file, side: 'base' as const })),
    ],
  };
}

/** Files that are gone with files that came with the same content, each once, in the order of their paths. */
function renames(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly { readonly from: string; readonly to: string }[] {
  const gone = groupBy(
    [...before].filter(([file]) => !after.has(file)),
    ([, hash]) => hash,
  );
  const came = groupBy(
    [...after].filter(([file]) => !before.has(file)),
    ([, hash]) => hash,
  );
  return [...gone].flatMap(([hash, files]) => {
    const targets = came.get(hash) ?? [];
    return files.slice(0, targets.length).flatMap(([from], index) => {
      const to = targets[index]?.[0];
      return to === undefined ? [] : [{ from, to }];
    });
  });
}

/** Methods that are new, or whose declaration is another; where a report has no hashes, all methods of touched files. */
function changedMethods(
  base: Report,
  head: Report,
  isTouched: (file: string) => boolean = () => false,
): ReadonlyMap<string, Method> {
  const before = new Map(base.methods.map((method) => [method.id, method]));
  return new Map(
    head.methods
      .filter((method) => {
        const known = before.get(method.id);
        if (known === undefined) return true;
        if (known.hash === undefined || method.hash === undefined) return isTouched(method.file);
        return known.hash !== method.hash;
      })
      .map((method) => [method.id, method]),
  );
}
