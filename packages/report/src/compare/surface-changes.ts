import type { AccessChange, Comparison, EntryRef } from '../schema/comparison.ts';
import type { AccessVerdict, EntryPoint } from '../schema/entry-point.ts';
import type { Guard } from '../schema/guard.ts';
import type { Report } from '../schema/report.ts';
import type { Sink } from '../schema/sink.ts';
import { bounded, groupBy, keyOf, surplus } from './ordering.ts';

/** How many may come in: the higher, the fewer. */
const STRICTNESS: Readonly<Record<Exclude<AccessVerdict, 'unknown'>, number>> = {
  public: 0,
  authenticated: 1,
  authorized: 2,
  denied: 3,
};

/** What came, went and changed at the edges of the application, in full. */
export interface SurfaceChanges {
  readonly entriesAdded: readonly EntryPoint[];
  readonly entriesRemoved: readonly EntryPoint[];
  readonly access: readonly AccessChange[];
  readonly sinksAdded: readonly Sink[];
  readonly sinksRemoved: readonly Sink[];
  readonly guardsAdded: readonly Guard[];
  readonly guardsRemoved: readonly Guard[];
}

/** Compares entry points by what they answer, sinks and guards by what they are and whose, never by lines. */
export function surfaceChanges(base: Report, head: Report): SurfaceChanges {
  const entries = pairEntries(base.entryPoints, head.entryPoints);
  return {
    entriesAdded: entries.added,
    entriesRemoved: entries.removed,
    access: entries.pairs.flatMap(([before, after]) => accessChange(before, after)),
    sinksAdded: surplus(base.sinks, head.sinks, keyOfSink),
    sinksRemoved: surplus(head.sinks, base.sinks, keyOfSink),
    guardsAdded: surplus(base.guards, head.guards, keyOfGuard),
    guardsRemoved: surplus(head.guards, base.guards, keyOfGuard),
  };
}

/** The same for the document, with bounded lists. */
export function surfaceDocument(
  changes: SurfaceChanges,
): Pick<Comparison, 'entryPoints' | 'sinks' | 'guards'> {
  return {
    entryPoints: {
      added: bounded(changes.entriesAdded.map(entryRef)),
      removed: bounded(changes.entriesRemoved.map(entryRef)),
      access: bounded(changes.access),
    },
    sinks: {
      added: bounded(changes.sinksAdded.map(sinkRef)),
      removed: bounded(changes.sinksRemoved.map(sinkRef)),
    },
    guards: {
      added: bounded(changes.guardsAdded.map(guardRef)),
      removed: bounded(changes.guardsRemoved.map(guardRef)),
    },
  };
}

interface EntryPairs {
  readonly pairs: readonly (readonly [EntryPoint, EntryPoint])[];
  readonly added: readonly EntryPoint[];
  readonly removed: readonly EntryPoint[];
}

/** First by id, which names the handler; what is left by what it answers, for handlers that were renamed. */
function pairEntries(before: readonly EntryPoint[], after: readonly EntryPoint[]): EntryPairs {
  let [left, right] = [before, after];
  const pairs: (readonly [EntryPoint, EntryPoint])[] = [];
  const answers = ({ kind, verbs, paths }: EntryPoint): string | null =>
    paths.length === 0 ? null : keyOf(kind, ...verbs.toSorted(), '', ...paths.toSorted());
  for (const key of [({ id }: EntryPoint) => id, answers]) {
    const heads = groupBy(right, key);
    const found = [...groupBy(left, key)].flatMap(([name, group]) => {
      const others = heads.get(name) ?? [];
      return group.flatMap((entry, index): (readonly [EntryPoint, EntryPoint])[] => {
        const other = others[index];
        return other === undefined ? [] : [[entry, other]];
      });
    });
    pairs.push(...found);
    const taken = new Set(found.flat());
    left = left.filter((entry) => !taken.has(entry));
    right = right.filter((entry) => !taken.has(entry));
  }
  return { pairs, added: right, removed: left };
}

function accessChange(before: EntryPoint, after: EntryPoint): AccessChange[] {
  const [was, is] = [before.access, after.access];
  if (was.verdict === is.verdict && was.rule === is.rule) return [];
  return [{ direction: directionOf(was.verdict, is.verdict), base: entryRef(before), head: entryRef(after) }];
}

function directionOf(was: AccessVerdict, is: AccessVerdict): AccessChange['direction'] {
  if (was === is) return 'other';
  if (is === 'unknown') return 'undecided';
  if (was === 'unknown') return is === 'public' ? 'opened' : 'other';
  return STRICTNESS[is] < STRICTNESS[was] ? 'opened' : 'closed';
}

function entryRef(entry: EntryPoint): EntryRef {
  const { id, kind, verbs, paths, handler, file, line, access } = entry;
  return {
    ...{ id, kind, verbs, paths, handler, file, line },
    verdict: access.verdict,
    rule: access.rule ?? null,
    evidence: access.evidence,
  };
}

function sinkRef({ id, kind, operation, privileged, file, line, method }: Sink) {
  return { id, kind, operation, privileged, file, line, method };
}

function guardRef({ category, mechanism, carrier, method, entryPoint, file, line, text, state }: Guard) {
  return {
    ...{ category, mechanism, carrier, method, file, line, text, state },
    ...(entryPoint === undefined ? {} : { entryPoint }),
  };
}

function keyOfSink({ kind, operation, owner, member, method }: Sink): string {
  return keyOf(kind, operation, owner, member, method);
}

/** Words between which only space differs are the same guard. */
function keyOfGuard({ category, mechanism, carrier, method, entryPoint, text, state }: Guard): string {
  return keyOf(category, mechanism, carrier, method, entryPoint, text.replace(/\s+/g, ' '), state);
}
