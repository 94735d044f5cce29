import { Modifier } from '../../facts/declarations.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { CallSite, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

/**
 * An object of a class without a name is what a function was before there were lambdas: a library that gets one calls its
 * methods. Those that are entry points are called from outside instead.
 */
export function handedOverCalls(
  tools: MatchTools,
  [row]: readonly ImplicitRowOf<'handed-over'>[],
  entries: readonly EntryDraft[],
): readonly ImplicitCall[] {
  if (row === undefined) return [];
  const handlers = new Set(entries.map(({ handler }) => handler));
  return bodyIndex(tools.program)
    .having('nameless')
    .flatMap((caller) =>
      caller.calls.flatMap((site) =>
        argumentsOutside(caller, site).flatMap((argument, from) =>
          methodsOf(tools, caller, argument)
            .filter(({ id }) => !handlers.has(id))
            .map((method) =>
              implicitCall({ caller, operation: site.operation }, method, {
                row: row.id,
                confidence: 'likely',
                passes: [{ from, to: -1 }],
              }),
            ),
        ),
      ),
    );
}

/** What a call hands to code outside of the tree; nothing where the tree has what is called. */
function argumentsOutside(
  caller: ProgramMethod,
  { resolution, operation }: CallSite,
): readonly OperationIndex[] {
  const leaves = resolution.status === 'external' || resolution.status === 'unresolved';
  const call = leaves ? caller.declaration?.body?.operations[operation] : undefined;
  return call?.kind === 'call' || call?.kind === 'new' ? call.args : [];
}

function methodsOf(
  { program }: MatchTools,
  caller: ProgramMethod,
  argument: OperationIndex,
): readonly ProgramMethod[] {
  const origin = originOf(caller, argument);
  const made = origin === undefined ? undefined : caller.operationTypes[origin];
  const name = made === undefined ? undefined : classOf(made);
  const type: ProgramType | undefined = name === undefined ? undefined : program.type(name);
  if (type?.declaration.kind !== 'anonymous') return [];
  return type.methods.filter(
    ({ declaration }) =>
      declaration?.kind === 'method' &&
      declaration.body !== null &&
      (declaration.modifiers & (Modifier.private | Modifier.static)) === 0,
  );
}
