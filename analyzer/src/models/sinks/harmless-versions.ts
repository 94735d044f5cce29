import { matchCalls } from '../match/call-matcher.ts';
import { isAtLeast } from '../match/dependency-versions.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';

/** Whether the library that a sink's row is about is a danger in its version; `unknown` where the tree does not tell it. */
export type LibraryDanger = 'dangerous' | 'harmless' | 'unknown';

const known = new WeakMap<MatchTools, Map<string, LibraryDanger>>();

/** Looks at the versions that production code of the tree is built with, once for each row. */
export function libraryDanger(tools: MatchTools, row: Row<'sinks'>): LibraryDanger {
  if (row.harmlessSince === undefined) return 'dangerous';
  const ofTree = known.get(tools) ?? new Map<string, LibraryDanger>();
  known.set(tools, ofTree);
  const danger = ofTree.get(row.id) ?? judged(tools, row.harmlessSince);
  ofTree.set(row.id, danger);
  return danger;
}

function judged(tools: MatchTools, since: NonNullable<Row<'sinks'>['harmlessSince']>): LibraryDanger {
  const versions = tools.inventory.dependencies.filter(
    ({ group, name, scope }) => scope !== 'test' && fitsAny(`${group ?? ''}:${name}`, since.name),
  );
  const isOld = versions.some((each) => each.version !== null && !isAtLeast(each, since));
  if (isOld || matchCalls(since.unless, tools).length > 0) return 'dangerous';
  return versions.some((each) => isAtLeast(each, since)) ? 'harmless' : 'unknown';
}
