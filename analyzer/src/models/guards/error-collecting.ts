import { callAt, type ProgramMethod } from '../../link/program.ts';
import { areAskedBehind } from '../match/asked-errors.ts';
import { argumentOperation, argumentType, type CallFacts, describeOwnCall } from '../match/call-facts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { refusingValidators } from '../match/refusing-validators.ts';
import type { CallGuard } from './call-guards.ts';

/** Whether the errors that a check collects, if it collects some, are of use: it can find some, and somebody asks for them. */
export function errorsAreMinded(tools: MatchTools, call: CallFacts, row: CallGuard): boolean {
  const { errors, validator } = row;
  if (validator !== undefined) {
    const canRefuse = refusingValidators(tools);
    if (!canRefuse(argumentType(call, validator.argument), validator.method)) return false;
  }
  const value = errors === undefined ? undefined : argumentOperation(call, errors);
  if (value === undefined) return true;
  const { caller, site } = call;
  const isValidator = (method: ProgramMethod) => isSuchValidator(tools, method, row);
  return areAskedBehind(tools, { caller, operation: site.operation, value, isValidator });
}

function isSuchValidator(tools: MatchTools, { name, owner }: ProgramMethod, row: CallGuard): boolean {
  return (
    row.type !== undefined &&
    fitsAny(name, row.method ?? []) &&
    tools.types.match(owner.name, row.type) === 'certain'
  );
}

/** A call of a validator that the tree declares, where a row says what validators of its kind do. */
export interface OwnValidatorCall {
  readonly call: CallFacts;
  readonly row: CallGuard;
}

/** Calls that the call graph follows into validators of the project which collect errors, in order of methods. */
export function ownValidatorCalls(
  tools: MatchTools,
  rows: readonly CallGuard[],
): readonly OwnValidatorCall[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { type, method: names, errors, validator } = row;
    if (type === undefined || errors === undefined || validator?.argument !== -1) return [];
    const methods = tools
      .typesBelow(type)
      .flatMap((each) => each.methods)
      .filter(({ name, parameters }) => fitsAny(name, names ?? []) && parameters.length > errors);
    return methods.flatMap((called) =>
      tools.program.callersOf(called.id).flatMap((site) => {
        const caller = tools.program.method(site.caller);
        const place = `${site.caller} ${site.operation}`;
        if (caller === undefined || callAt(caller, site.operation) !== site || seen.has(place)) return [];
        if (tools.callAt(caller, site.operation) !== undefined) return [];
        seen.add(place);
        const call = describeOwnCall(tools.program, { caller, site }, called);
        return call === undefined ? [] : [{ call, row }];
      }),
    );
  });
}
