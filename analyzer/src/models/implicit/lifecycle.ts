import type { TypeName } from '../../base/ids.ts';
import type { ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation, argumentType, type CallFacts, receiverType } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { containerArguments } from '../parameters/looseness.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { firstTypeArgument } from '../sinks/type-argument.ts';
import { implicitCall } from './implicit-call.ts';

type LifecycleRow = ImplicitRowOf<'lifecycle'>;

/** Callbacks of entities, and of the listeners that entities name, run where an entity is stored or removed. */
export function lifecycleCalls(tools: MatchTools, rows: readonly LifecycleRow[]): readonly ImplicitCall[] {
  const used = rows.filter(({ callbacks }) => tools.annotations.isUsed(callbacks));
  if (used.length === 0) return [];
  return matchCalls(used, tools).flatMap(({ call, matches }) =>
    matches
      .filter(({ confidence }) => confidence === 'certain')
      .flatMap(({ row }) => {
        const entity = entityOf(tools, row, call);
        return entity === undefined ? [] : callbacksOf(tools, row, { call, entity });
      }),
  );
}

function entityOf(tools: MatchTools, row: LifecycleRow, call: CallFacts): ProgramType | undefined {
  if (row.entity === 'repository') return entityOfRepository(tools, row, call);
  if (typeof row.entity === 'object') return entityOfClass(tools, call, row.entity.classAt);
  const type = argumentType(call, row.entity);
  const inside = type === undefined ? undefined : containerArguments(tools, type)?.[0];
  return declared(tools, inside ?? type);
}

function entityOfRepository(tools: MatchTools, row: LifecycleRow, call: CallFacts): ProgramType | undefined {
  const receiver = receiverType(call);
  return receiver === undefined ? undefined : declared(tools, firstTypeArgument(tools, receiver, row.type));
}

/** `entities.find(Visit.class, id)`. */
function entityOfClass({ program }: MatchTools, call: CallFacts, position: number): ProgramType | undefined {
  const operation = argumentOperation(call, position);
  const [name] = operation === undefined ? [] : textsOf(program.evaluateOperation(call.caller, operation));
  return name === undefined ? undefined : program.type(name as TypeName);
}

function declared({ program }: MatchTools, type: ResolvedType | undefined): ProgramType | undefined {
  const name = type === undefined ? undefined : classOf(type);
  return name === undefined ? undefined : program.type(name);
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
  const from = typeof row.entity === 'number' ? row.entity : undefined;
  return [entity, ...listeners].flatMap((type) =>
    tools
      .exposedMethods(type)
      .filter((method) => tools.annotations.find(method.annotations, row.callbacks).length > 0)
      .map((method) =>
        implicitCall(place, method, {
          row: row.id,
          confidence: 'likely',
          passes: from === undefined ? [] : [{ from, to: type === entity ? -1 : 0 }],
        }),
      ),
  );
}
