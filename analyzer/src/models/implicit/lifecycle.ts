import type { TypeName } from '../../base/ids.ts';
import type { ProgramType } from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentType, type CallFacts } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { containerArguments } from '../parameters/looseness.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

type LifecycleRow = ImplicitRowOf<'lifecycle'>;

/** Callbacks of entities, and of the listeners that entities name, run where an entity is stored or removed. */
export function lifecycleCalls(tools: MatchTools, rows: readonly LifecycleRow[]): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  return matchCalls(rows, tools).flatMap(({ call, matches }) =>
    matches
      .filter(({ confidence }) => confidence === 'certain')
      .flatMap(({ row }) => {
        const entity = entityOf(tools, row, call);
        return entity === undefined ? [] : callbacksOf(tools, row, { call, entity });
      }),
  );
}

function entityOf(tools: MatchTools, row: LifecycleRow, call: CallFacts): ProgramType | undefined {
  const type = argumentType(call, row.entity);
  const inside = type === undefined ? undefined : containerArguments(tools, type)?.[0];
  const name = type === undefined ? undefined : classOf(inside ?? type);
  return name === undefined ? undefined : tools.program.type(name);
}

function callbacksOf(
  tools: MatchTools,
  row: LifecycleRow,
  { call, entity }: { readonly call: CallFacts; readonly entity: ProgramType },
): readonly ImplicitCall[] {
  const named = tools.annotations.onType(entity, row.listeners.annotation);
  const listeners = row.listeners.attributes
    .flatMap((name) => textsOf(named?.attributes.get(name)))
    .flatMap((name) => tools.program.type(name as TypeName) ?? []);
  const place = { caller: call.caller, operation: call.site.operation };
  return [entity, ...listeners].flatMap((type) =>
    tools
      .exposedMethods(type)
      .filter((method) => tools.annotations.find(method.annotations, row.callbacks).length > 0)
      .map((method) =>
        implicitCall(place, method, {
          row: row.id,
          confidence: 'likely',
          passes: [{ from: row.entity, to: type === entity ? -1 : 0 }],
        }),
      ),
  );
}
