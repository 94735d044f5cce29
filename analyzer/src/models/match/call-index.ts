import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallKind } from './call-kinds.ts';
import type { TypeMatcher } from './type-matcher.ts';
import { selectionAmong, type TypeSelection } from './type-selection.ts';

/** The calls of production code that leave the tree, by what they call: nobody has to look at all of them. */
export interface CallIndex {
  /** What is called, by member: many calls are of one kind. */
  kindsByMember(): ReadonlyMap<string, readonly CallKind[]>;
  /** Types that something is called on and that certainly or possibly are, or are below, one that a row names. */
  ownersOn(patterns: readonly string[]): ReadonlySet<TypeName>;
  /** What is called on those. */
  kindsOn(patterns: readonly string[]): readonly CallKind[];
  /** What is called of methods of the tree. */
  kindsOfTree(): ReadonlySet<CallKind>;
  /** Calls of the kinds, in order of methods and operations. */
  callsOf(kinds: Iterable<CallKind>): readonly CallFacts[];
}

interface Index {
  readonly calls: readonly CallFacts[];
  /** Places in the list of all calls, rising, by the number of the kind. */
  readonly places: readonly (readonly number[] | undefined)[];
  readonly byMember: ReadonlyMap<string, readonly CallKind[]>;
  readonly byOwner: ReadonlyMap<TypeName, readonly CallKind[]>;
  readonly owners: TypeSelection;
  readonly ofTree: ReadonlySet<CallKind>;
}

/** Goes over the calls of all methods once, when first asked. */
export function createCallIndex(
  methods: readonly ProgramMethod[],
  { types, outsideCalls }: IndexTools,
): CallIndex {
  let known: Index | null = null;
  const index = (): Index => {
    known ??= indexOver(methods, { types, outsideCalls });
    return known;
  };
  return {
    kindsByMember: () => index().byMember,
    ownersOn: (patterns) => index().owners(patterns),
    kindsOn(patterns) {
      const { owners, byOwner } = index();
      const found = new Set<CallKind>();
      for (const owner of owners(patterns)) for (const kind of byOwner.get(owner) ?? NONE) found.add(kind);
      return [...found];
    },
    kindsOfTree: () => index().ofTree,
    callsOf(kinds) {
      const { calls, places } = index();
      const found: CallFacts[] = [];
      for (const place of placesOf(kinds, places)) {
        const call = calls[place];
        if (call !== undefined) found.push(call);
      }
      return found;
    },
  };
}

interface IndexTools {
  readonly types: TypeMatcher;
  readonly outsideCalls: (method: ProgramMethod) => readonly CallFacts[];
}

const NONE: readonly CallKind[] = [];

function placesOf(
  kinds: Iterable<CallKind>,
  byKind: readonly (readonly number[] | undefined)[],
): Iterable<number> {
  const found: number[] = [];
  for (const kind of new Set(kinds)) for (const place of byKind[kind.number] ?? NO_PLACES) found.push(place);
  return Uint32Array.from(found).sort();
}

const NO_PLACES: readonly number[] = [];

function indexOver(methods: readonly ProgramMethod[], { types, outsideCalls }: IndexTools): Index {
  const calls: CallFacts[] = [];
  const kinds: CallKind[] = [];
  const places: number[][] = [];
  const ofTree = new Set<CallKind>();
  for (let i = 0; i < methods.length; i++) {
    const method = methods[i];
    if (method === undefined || method.calls.length === 0) continue;
    for (const call of outsideCalls(method)) {
      const { kind } = call;
      const known = places[kind.number];
      if (known === undefined) {
        kinds.push(kind);
        places[kind.number] = [calls.length];
      } else known.push(calls.length);
      if (call.declared !== null) ofTree.add(kind);
      calls.push(call);
    }
  }
  const byMember = new Map<string, CallKind[]>();
  const byOwner = new Map<TypeName, CallKind[]>();
  for (const kind of kinds) {
    addTo(byMember, kind.member, kind);
    for (const owner of kind.owners) addTo(byOwner, owner, kind);
  }
  return { calls, places, byMember, byOwner, owners: selectionAmong(byOwner.keys(), types), ofTree };
}

function addTo<Key>(lists: Map<Key, CallKind[]>, key: Key, kind: CallKind): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [kind]);
  else known.push(kind);
}
