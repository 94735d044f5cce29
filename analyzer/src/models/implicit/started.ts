import type { ProgramMethod } from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation, argumentType, type CallFacts } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

type StartedRow = ImplicitRowOf<'started'>;

/** Objects of the tree whose method a library runs because they were handed to it. Lambdas already run where they stand. */
export function startedCalls(tools: MatchTools, rows: readonly StartedRow[]): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  return matchCalls(rows, tools).flatMap(({ call, matches }) =>
    matches
      .filter(({ confidence }) => confidence === 'certain')
      .flatMap(({ row }) =>
        runMethods(tools, row, call).map((method) =>
          implicitCall({ caller: call.caller, operation: call.site.operation }, method, {
            row: row.id,
            confidence: 'certain',
            passes: [{ from: row.object, to: -1 }],
          }),
        ),
      ),
  );
}

/** Methods that run: of the class that the object is made of, as far as its expression or its type tells. */
function runMethods(tools: MatchTools, row: StartedRow, call: CallFacts): readonly ProgramMethod[] {
  const operation = argumentOperation(call, row.object);
  const origin = operation === undefined ? undefined : originOf(call.caller, operation);
  const made = origin === undefined ? undefined : call.caller.operationTypes[origin];
  const type = made?.kind === 'class' ? made : argumentType(call, row.object);
  const name = type === undefined ? undefined : classOf(type);
  const declared = name === undefined ? undefined : tools.program.type(name);
  if (declared === undefined || tools.types.match(declared.name, row.of) !== 'certain') return [];
  return tools.exposedMethods(declared).filter((method) => fitsAny(method.name, row.runs));
}
