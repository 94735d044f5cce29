import type { Decision } from './kinds.ts';
import type { MandatoryRefusal } from './labels.ts';
import type { MatchTools } from './match/match-tools.ts';
import { fitsAny } from './match/name-pattern.ts';
import type { Row } from './models.ts';
import { partOf } from './security-methods.ts';

/**
 * Finds the methods of production code by which a framework has somebody refused: voters, permission evaluators, checks
 * of passwords. One that never refuses switches the check off.
 */
export function findMandatoryRefusals(tools: MatchTools): readonly MandatoryRefusal[] {
  const rows = tools.models.securityCode.filter((row) => row.mustRefuse && row.type !== undefined);
  const types = tools.typesBelow(rows.flatMap((row) => row.type ?? []));
  return types
    .flatMap((type) => type.methods)
    .flatMap((method) => {
      if (!method.declaration?.body) return [];
      const row = rows.find(
        (each) =>
          (each.method === undefined || fitsAny(method.name, each.method)) &&
          tools.types.match(method.owner.name, each.type ?? []) === 'certain',
      );
      return row === undefined ? [] : [{ method: method.id, why: partOf(method.name, row.what) }];
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
