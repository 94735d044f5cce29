import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { createCallMatcher } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { BodyRegions } from '../code/body-regions.ts';
import { isSure, onlyTarget } from '../code/sure-operations.ts';
import type { Exit } from './exits.ts';

/** Helpers that are looked into for a check. */
const DEEPEST = 3;

/**
 * Calls of an intercepting method that refuse strangers by throwing: the check of a token, or a helper that surely makes
 * one. What catches it must end the request, or lead to where it is ended.
 */
export function throwingChecks(
  tools: MatchTools,
  method: ProgramMethod,
  code: { readonly body: Body; readonly exits: readonly Exit[] },
): readonly Exit[] {
  const { body, exits } = code;
  const isCheck = checkTest(tools);
  const regions = new BodyRegions(body);
  const found = body.operations.flatMap((operation, at): readonly Exit[] => {
    if (operation.kind !== 'call' || !isCheck(method, at, 0) || regions.isDetour(at)) return [];
    const around = regions.around(at, 0);
    if (around.some(({ kind }) => !['then', 'else', 'try', 'synchronized'].includes(kind))) return [];
    const tries = around.filter(({ kind }) => kind === 'try').map((region) => body.regions.indexOf(region));
    return tries.every((each) => catchesEnd({ body, regions, exits }, each)) ? [{ at, goesOn: false }] : [];
  });
  return found;
}

interface Caught {
  readonly body: Body;
  readonly regions: BodyRegions;
  readonly exits: readonly Exit[];
}

/** Every way out of the catches of a `try` ends the request. */
function catchesEnd({ body, regions, exits }: Caught, tried: number): boolean {
  const parts = body.regions.filter(({ kind, of }) => of === tried && kind === 'catch');
  const last = Math.max(body.regions[tried]?.end ?? 0, ...parts.map(({ end }) => end));
  const outside = new Set(regions.around(body.regions[tried]?.start ?? 0, 0).slice(1));
  const after = exits.find(
    ({ at }) => at >= last && regions.around(at, 0).every((region) => outside.has(region)),
  );
  const mayPass = exits.some(({ at, goesOn }) => goesOn && at >= last && at < (after?.at ?? Infinity));
  const fallsOut = after !== undefined && !after.goesOn && !mayPass;
  return parts.every((part) => {
    const inside = exits.filter(({ at }) => at >= part.start && at < part.end);
    if (inside.some(({ goesOn }) => goesOn)) return false;
    return fallsOut || inside.some(({ at }) => regions.around(at, 0)[0] === part);
  });
}

type CheckTest = (method: ProgramMethod, operation: OperationIndex, depth: number) => boolean;

function checkTest(tools: MatchTools): CheckTest {
  const rows = tools.models.guards.flatMap((row) =>
    row.on === 'call' &&
    row.result === 'thrown' &&
    (row.category === 'authentication' || row.category === 'authorization')
      ? [row]
      : [],
  );
  const matcher = createCallMatcher(rows, tools);
  const isCheck: CheckTest = (method, operation, depth) => {
    const call = tools.callAt(method, operation);
    if (call !== undefined && matcher(call).some(({ confidence }) => confidence === 'certain')) return true;
    const helper = depth < DEEPEST ? onlyTarget(tools, method, operation) : undefined;
    return helper !== undefined && surelyChecks(helper, depth + 1);
  };
  const surelyChecks = (helper: ProgramMethod, depth: number): boolean => {
    const body = helper.declaration?.body;
    if (body === undefined || body === null) return false;
    const place = { body, regions: new BodyRegions(body) };
    return body.operations.some(
      ({ kind }, at) => kind === 'call' && isSure(place, at) && isCheck(helper, at, depth),
    );
  };
  return isCheck;
}
