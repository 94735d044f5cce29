import type { ProgramType } from '../../../link/program.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { PathRulesRow } from '../../schema/access-rows.ts';
import type { CodeWalker, WalkedCall } from '../code/code-walker.ts';

/**
 * Whether a call puts code of the tree in the place of what decides by the rules: a decision manager of the application's own,
 * or an object that changes the filter of the framework when it is made.
 */
export function handsDecisionOver<V>(
  { frame, name, args }: WalkedCall<V>,
  { tools }: CodeWalker<V>,
  { decidedBy }: PathRulesRow,
): boolean {
  const [given] = args;
  const type = given === undefined ? undefined : frame.method.operationTypes[given];
  const named = type === undefined ? undefined : classOf(type);
  const own = named === undefined ? undefined : tools.program.type(named);
  if (decidedBy === undefined || own === undefined) return false;
  if (fitsAny(name, decidedBy.managers)) return true;
  return fitsAny(name, decidedBy.processors) && setsOne(own, decidedBy.sets);
}

function setsOne({ methods }: ProgramType, setters: readonly string[]): boolean {
  return methods.some(({ declaration }) =>
    declaration?.body?.operations.some((each) => each.kind === 'call' && fitsAny(each.name, setters)),
  );
}
