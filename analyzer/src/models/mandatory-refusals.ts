import type { OperationIndex } from '../facts/operations.ts';
import type { ProgramMethod } from '../link/program.ts';
import type { Decision, MandatoryRefusal } from './labels.ts';
import type { MatchTools } from './match/match-tools.ts';
import { fitsAny, simpleName } from './match/name-pattern.ts';
import type { Row } from './models.ts';

type MandatoryRow = Row<'securityCode'> & { readonly type: readonly string[] };

/**
 * Finds the methods of production code, and the lambdas in their place, by which a library has somebody refused: trust
 * managers, verifiers of host names, permission evaluators. One that never refuses switches the check off.
 */
export function findMandatoryRefusals(tools: MatchTools): readonly MandatoryRefusal[] {
  const rows = tools.models.securityCode.filter(
    (row): row is MandatoryRow => row.mustRefuse && row.type !== undefined,
  );
  return tools.productionMethods.flatMap((method) => [
    ...byType(tools, rows, method),
    ...lambdasIn(tools, rows, method),
  ]);
}

function byType(
  tools: MatchTools,
  rows: readonly MandatoryRow[],
  method: ProgramMethod,
): readonly MandatoryRefusal[] {
  if (!method.declaration?.body) return [];
  const row = rows.find(
    (each) =>
      (each.method === undefined || fitsAny(method.name, each.method)) &&
      tools.types.match(method.owner.name, each.type) === 'certain',
  );
  return row === undefined ? [] : [{ method: method.id, why: `${method.name}() is part of ${row.what}` }];
}

function lambdasIn(
  tools: MatchTools,
  rows: readonly MandatoryRow[],
  method: ProgramMethod,
): readonly MandatoryRefusal[] {
  const operations = method.declaration?.body?.operations ?? [];
  return operations.flatMap(({ kind }, lambda: OperationIndex) => {
    const type = method.operationTypes[lambda];
    if (kind !== 'lambda' || type?.kind !== 'class') return [];
    const row = rows.find((each) => tools.types.match(type.name, each.type) === 'certain');
    const why = `this ${simpleName(type.name)} is part of ${row?.what}`;
    return row === undefined ? [] : [{ method: method.id, lambda, why }];
  });
}

/** Constants by which checks grant or refuse, by `owner.name`. */
export function decisionsOf(rows: readonly Row<'decisions'>[]): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const { type, grants, denies } of rows) {
    for (const owner of type) {
      for (const name of grants ?? []) decisions.set(`${owner}.${name}`, 'grants');
      for (const name of denies ?? []) decisions.set(`${owner}.${name}`, 'denies');
    }
  }
  return decisions;
}
