import { type TypeName, typeName } from '../../base/ids.ts';
import type { ProgramType } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';

/** A type, by name, and the one whose annotations count for it. */
type Pair = readonly [string, ProgramType];

/** Types whose annotations count for another one: mixins that say so by a mark, or that code adds. */
export function standInsOf(tools: MatchTools): ReadonlyMap<TypeName, readonly ProgramType[]> {
  const found = new Map<TypeName, ProgramType[]>();
  for (const [target, standIn] of [...marked(tools), ...added(tools)]) {
    const type = tools.program.type(typeName(target));
    if (type !== undefined) found.set(type.name, [...(found.get(type.name) ?? []), standIn]);
  }
  return found;
}

function marked({ annotations, models }: MatchTools): readonly Pair[] {
  return models.hiddenFields.flatMap(({ standsFor }) => {
    if (standsFor === undefined) return [];
    return annotations
      .typesWith(standsFor.annotation)
      .flatMap((type) =>
        annotations
          .find(type.annotations, standsFor.annotation)
          .flatMap(({ attributes }) =>
            standsFor.attributes.flatMap((name) =>
              textsOf(attributes.get(name)).map((target): Pair => [target, type]),
            ),
          ),
      );
  });
}

function added(tools: MatchTools): readonly Pair[] {
  const rows = tools.models.hiddenFields.flatMap(({ call }) => (call === undefined ? [] : [call]));
  return callsOf(rows, tools).flatMap((call) => {
    const row = rows.find(
      ({ type, method }) =>
        fitsAny(call.member, method) &&
        call.owners.some((owner) => tools.types.match(owner, type) !== undefined),
    );
    if (row === undefined) return [];
    return classesAt(tools, call, row.target).flatMap((target) =>
      classesAt(tools, call, row.annotations).flatMap((name): readonly Pair[] => {
        const standIn = tools.program.type(typeName(name));
        return standIn === undefined ? [] : [[target, standIn]];
      }),
    );
  });
}

/** The class that an argument of the call names. */
function classesAt({ program }: MatchTools, call: CallFacts, position: number): readonly string[] {
  const operation = argumentOperation(call, position);
  return operation === undefined ? [] : textsOf(program.evaluateOperation(call.caller, operation));
}
