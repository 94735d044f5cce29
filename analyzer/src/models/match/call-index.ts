import type { TypeName } from '../../base/ids.ts';
import { compareNumber } from '../../base/ordering.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from './call-facts.ts';

/** Which calls are looked for, by what all calls of a group have in common. */
export interface CallTest {
  /** Asked once for each member that is called. */
  member(name: string): boolean;
  /** Asked once for each group of calls of such a member that have the same owners. */
  owners(owners: readonly TypeName[], member: string): boolean;
}

/** The calls of production code that leave the tree, by what they call: nobody has to look at all of them. */
export interface CallIndex {
  /** Calls that pass, in order of methods and operations. */
  select(test: CallTest): readonly CallFacts[];
}

interface CallGroup {
  readonly owners: readonly TypeName[];
  /** Places in the list of all calls, rising. */
  readonly places: number[];
}

/** Goes over the calls of all methods once, when first asked. */
export function createCallIndex(
  methods: readonly ProgramMethod[],
  outsideCalls: (method: ProgramMethod) => readonly CallFacts[],
): CallIndex {
  let known: { readonly calls: readonly CallFacts[]; readonly groups: Groups } | null = null;
  const index = () => {
    const calls = methods.flatMap((method) => (method.calls.length === 0 ? NONE : outsideCalls(method)));
    return { calls, groups: groupCalls(calls) };
  };
  return {
    select(test) {
      known ??= index();
      const { calls, groups } = known;
      const places = placesOf(groups, test).sort(compareNumber);
      return places.flatMap((place) => calls[place] ?? []);
    },
  };
}

const NONE: readonly CallFacts[] = [];

/** By member, then by owners. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, CallGroup>>;

function placesOf(groups: Groups, test: CallTest): number[] {
  const places: number[] = [];
  for (const [member, byOwners] of groups) {
    if (!test.member(member)) continue;
    for (const group of byOwners.values()) {
      if (test.owners(group.owners, member)) for (const place of group.places) places.push(place);
    }
  }
  return places;
}

function groupCalls(calls: readonly CallFacts[]): Groups {
  const groups = new Map<string, Map<string, CallGroup>>();
  for (const [place, { member, owners }] of calls.entries()) {
    let byOwners = groups.get(member);
    if (byOwners === undefined) {
      byOwners = new Map();
      groups.set(member, byOwners);
    }
    const key = owners.length === 1 ? (owners[0] ?? '') : owners.join(' ');
    const known = byOwners.get(key);
    if (known === undefined) byOwners.set(key, { owners, places: [place] });
    else known.places.push(place);
  }
  return groups;
}
