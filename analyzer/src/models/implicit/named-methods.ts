import { typeName } from '../../base/ids.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

type NamedRow = ImplicitRowOf<'named-method'>;

const THROWABLE = typeName('java.lang.Throwable');

/** Fallbacks: an annotation names the method of the class that runs when the annotated one fails. */
export function namedMethodCalls(tools: MatchTools, rows: readonly NamedRow[]): readonly ImplicitCall[] {
  return rows.flatMap((row) =>
    tools.annotations.methodsWith(row.annotation).flatMap((caller) => {
      const named = tools.annotations
        .find(caller.annotations, row.annotation)
        .flatMap((found) => row.attributes.flatMap((name) => textsOf(found.attributes.get(name))))
        .filter((name) => name !== '');
      return tools
        .exposedMethods(caller.owner)
        .filter(
          (method) =>
            method.id !== caller.id &&
            (named.length > 0 ? named.includes(method.name) : standsIn(tools, row, { caller, method })),
        )
        .map((method) => ({
          ...implicitCall({ caller, operation: null }, method, {
            row: row.id,
            confidence: 'likely',
            passes: passedTo(tools, caller, method),
          }),
          onFailure: true as const,
        }));
    }),
  );
}

interface Pair {
  readonly caller: ProgramMethod;
  readonly method: ProgramMethod;
}

/** Nobody names it, but it is marked and takes what the annotated method takes, or the first of that. */
function standsIn(tools: MatchTools, { otherwise }: NamedRow, { caller, method }: Pair): boolean {
  if (otherwise === undefined || tools.annotations.find(method.annotations, otherwise).length === 0)
    return false;
  const taken = method.parameters.slice(failureAt(tools, method) + 1);
  return (
    sameType(method.returnType, caller.returnType) &&
    taken.length <= caller.parameters.length &&
    taken.every(({ type }, at) => sameType(type, caller.parameters[at]?.type))
  );
}

type Type = ProgramMethod['returnType'];

function sameType(one: Type, other: Type | undefined): boolean {
  if (other === undefined || one.kind !== other.kind) return false;
  if (one.kind === 'primitive') return other.kind === 'primitive' && one.name === other.name;
  return classOf(one) === classOf(other);
}

/** Where the first parameter is the failure; -1 where the method takes none there. */
function failureAt(tools: MatchTools, { parameters: [first] }: ProgramMethod): 0 | -1 {
  const name = first === undefined ? undefined : classOf(first.type);
  return name !== undefined && tools.program.isSubtype(name, THROWABLE) === true ? 0 : -1;
}

function passedTo(tools: MatchTools, caller: ProgramMethod, method: ProgramMethod) {
  const before = failureAt(tools, method) + 1;
  return caller.parameters
    .slice(0, Math.max(0, method.parameters.length - before))
    .map((_, from) => ({ from, to: from + before }));
}
