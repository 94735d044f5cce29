import type { TypeName } from '../../base/ids.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { ErrorHandler, ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

/** Exceptions that production code makes and throws run the handler for the nearest type. */
export function thrownCalls(
  tools: MatchTools,
  rows: readonly ImplicitRowOf<'thrown'>[],
  handlers: readonly ErrorHandler[],
): readonly ImplicitCall[] {
  return rows.flatMap((row) => {
    const taken = handlers.flatMap((handler) => {
      const method = tools.program.method(handler.method);
      return method === undefined || !row.handlers.includes(handler.mechanism) ? [] : [{ handler, method }];
    });
    if (taken.length === 0) return [];
    return bodyIndex(tools.program)
      .having('throw')
      .flatMap((caller) =>
        thrownIn(caller).flatMap(({ operation, type }) =>
          nearest(tools, taken, { caller, type }).map((method) =>
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
}

/** Handlers of the same build module whose exception type is the closest above. */
function nearest(
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
