import type { TypeName } from '../../base/ids.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { ErrorHandler, ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

/** Exceptions that production code makes and throws run the handler for the nearest type. */
export function thrownCalls(
  tools: MatchTools,
  rows: readonly ImplicitRowOf<'thrown'>[],
  {
    errorHandlers,
    entries,
  }: { readonly errorHandlers: readonly ErrorHandler[]; readonly entries: readonly EntryDraft[] },
): readonly ImplicitCall[] {
  const answering = new Set(entries.map(({ owner }) => owner));
  return rows.flatMap((row) => {
    const taken = errorHandlers.flatMap((handler): Taken[] => {
      const method = tools.program.method(handler.method);
      if (method === undefined || !row.handlers.includes(handler.mechanism)) return [];
      const isLocal =
        row.everywhere !== undefined && tools.annotations.onType(method.owner, row.everywhere) === undefined;
      return [{ handler, method, isLocal }];
    });
    if (taken.length === 0) return [];
    return bodyIndex(tools.program)
      .having('throw')
      .flatMap((caller) =>
        thrownIn(caller).flatMap(({ operation, type }) =>
          nearest(tools, inReach(tools, taken, { caller, answering }), { caller, type }).map((method) =>
            implicitCall({ caller, operation }, method, {
              row: row.id,
              confidence: 'possible',
              passes: exceptionParameter(tools, method, type),
            }),
          ),
        ),
      );
  });
}

/** `throw new E(…)` outside of any `try` that the same method has around it. */
function thrownIn(caller: ProgramMethod) {
  const body = caller.declaration?.body;
  if (body === undefined || body === null) return [];
  const tries = body.regions.filter(({ kind }) => kind === 'try');
  return body.operations.flatMap((each, at) => {
    if (each.kind !== 'throw' || body.operations[each.value]?.kind !== 'new') return [];
    if (tries.some(({ start, end }) => at >= start && at < end)) return [];
    const made = caller.operationTypes[each.value];
    const type = made === undefined ? undefined : classOf(made);
    return type === undefined ? [] : [{ operation: each.value, type }];
  });
}

interface Taken {
  readonly handler: ErrorHandler;
  readonly method: ProgramMethod;
  /** There only for the handlers of requests in its class and below it. */
  readonly isLocal: boolean;
}

/** In a class that answers requests its own handlers come first, and those of other such classes never; from elsewhere any may be meant. */
function inReach(
  { program }: MatchTools,
  taken: readonly Taken[],
  { caller, answering }: { readonly caller: ProgramMethod; readonly answering: ReadonlySet<TypeName> },
): { readonly near: readonly Taken[]; readonly far: readonly Taken[] } {
  const { name } = caller.owner;
  if (!answering.has(name)) return { near: [], far: taken };
  const near = taken.filter(
    ({ isLocal, method }) =>
      isLocal && (method.owner.name === name || program.isSubtype(name, method.owner.name) === true),
  );
  return { near, far: taken.filter(({ isLocal }) => !isLocal) };
}

/** Handlers of the same build module whose exception type is the closest above. */
function nearest(
  tools: MatchTools,
  { near, far }: ReturnType<typeof inReach>,
  thrown: { readonly caller: ProgramMethod; readonly type: TypeName },
): readonly ProgramMethod[] {
  const found = nearestOf(tools, near, thrown);
  return found.length > 0 ? found : nearestOf(tools, far, thrown);
}

function nearestOf(
  tools: MatchTools,
  taken: readonly Taken[],
  thrown: { readonly caller: ProgramMethod; readonly type: TypeName },
): readonly ProgramMethod[] {
  const { program } = tools;
  const fitting = taken.flatMap(({ handler, method }) =>
    method.owner.file.module !== thrown.caller.owner.file.module
      ? []
      : handler.exceptions
          .filter((type) => program.isSubtype(thrown.type, type) === true)
          .map((type) => ({ type, method })),
  );
  return fitting
    .filter(
      ({ type }) =>
        !fitting.some((other) => other.type !== type && program.isSubtype(other.type, type) === true),
    )
    .map(({ method }) => method);
}

function exceptionParameter(tools: MatchTools, { parameters }: ProgramMethod, type: TypeName) {
  const to = parameters.findIndex((parameter) => {
    const name = classOf(parameter.type);
    return name !== undefined && tools.program.isSubtype(type, name) === true;
  });
  return to === -1 ? [] : [{ from: 0, to }];
}
