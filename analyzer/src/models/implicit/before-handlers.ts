import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall, type Passes } from './implicit-call.ts';

type BeforeRow = ImplicitRowOf<'before-handlers'>;

/** Methods that run before a handler because they stand in its class, or in one that stands before all. */
export function callsBeforeHandlers(
  tools: MatchTools,
  rows: readonly BeforeRow[],
  entries: readonly EntryDraft[],
): readonly ImplicitCall[] {
  return rows.flatMap((row) => {
    const families = tools.annotations.familiesWith(row.everywhere);
    const everywhere = tools.productionTypes.filter(
      (type) => families.has(type) && tools.annotations.onType(type, row.everywhere) !== undefined,
    );
    const known = new Map<ProgramType, readonly ProgramMethod[]>();
    const standingIn = (type: ProgramType): readonly ProgramMethod[] => {
      const found =
        known.get(type) ?? tools.exposedMethods(type).filter((each) => isBefore(tools, row, each));
      known.set(type, found);
      return found;
    };
    return entries
      .filter((entry) => row.entries.includes(entry.mechanism))
      .flatMap((entry) => callsBefore(tools, row, { entry, everywhere, standingIn }));
  });
}

interface Standing {
  /** Types that stand before the handlers of others. */
  readonly everywhere: readonly ProgramType[];
  /** The methods of a type that run before handlers. */
  readonly standingIn: (type: ProgramType) => readonly ProgramMethod[];
}

function callsBefore(
  tools: MatchTools,
  row: BeforeRow,
  { entry, everywhere, standingIn }: Standing & { readonly entry: EntryDraft },
): readonly ImplicitCall[] {
  const caller = tools.program.method(entry.handler);
  const owner = tools.program.type(entry.owner);
  if (caller === undefined || owner === undefined) return [];
  const near = everywhere.filter((type) => type !== owner && type.file.module === owner.file.module);
  return [owner, ...near].flatMap((type) =>
    standingIn(type)
      .filter((method) => method.id !== caller.id)
      .map((method) =>
        implicitCall({ caller, operation: null }, method, {
          row: row.id,
          confidence: type === owner ? 'certain' : 'likely',
          passes: sameValues(caller, method),
        }),
      ),
  );
}

function isBefore(
  tools: MatchTools,
  { annotation, unlessAnnotation }: BeforeRow,
  method: ProgramMethod,
): boolean {
  if (tools.annotations.onMethod(method, annotation) === undefined) return false;
  return unlessAnnotation === undefined || tools.annotations.onMethod(method, unlessAnnotation) === undefined;
}

/** A parameter of the same name and type is bound from the same part of the request. */
function sameValues(handler: ProgramMethod, method: ProgramMethod): Passes {
  return method.parameters.flatMap((parameter, to) => {
    const from = handler.parameters.findIndex(
      (each) => each.name === parameter.name && classOf(each.type) === classOf(parameter.type),
    );
    return from === -1 ? [] : [{ from, to }];
  });
}
