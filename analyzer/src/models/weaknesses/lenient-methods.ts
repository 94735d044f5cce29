import type { ProgramMethod } from '../../link/program.ts';
import type { Weakness } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { LenientRow } from '../schema/weakness-rows.ts';
import { answersTrue } from './constant-answers.ts';

/**
 * Methods that implement a check and can never refuse: nothing in them throws and nothing that could is called, or all they
 * answer is yes. A method that hands over to another one may refuse there and is not accused.
 */
export function lenientMethods(tools: MatchTools): readonly Weakness[] {
  const rows = tools.models.lenient;
  const types = tools.typesBelow(rows.flatMap((row) => row.type));
  return types
    .flatMap((type) => type.methods)
    .flatMap((method): readonly Weakness[] => {
      if (!method.declaration?.body) return [];
      const row = rows.find(
        (each) =>
          fitsAny(method.name, each.method) && tools.types.match(method.owner.name, each.type) === 'certain',
      );
      if (row === undefined || canRefuse(tools, method, row)) return [];
      return [
        {
          kind: row.weakness,
          mechanism: row.id,
          what: `${method.owner.name.slice(method.owner.name.lastIndexOf('.') + 1)}.${method.name}`,
          symbol: method.id,
          evidence: {
            file: method.owner.file.facts.path,
            line: method.declaration.line,
            text: `${method.name}()`.slice(0, 200),
          },
          surroundings: 'any',
          confidence: 'certain',
        },
      ];
    });
}

function canRefuse(tools: MatchTools, method: ProgramMethod, { refusesBy }: LenientRow): boolean {
  if (refusesBy === 'false') return !answersTrue(tools.program, method, { region: 0, result: null });
  const operations = method.declaration?.body?.operations ?? [];
  if (operations.some(({ kind }) => kind === 'throw' || kind === 'opaque')) return true;
  return method.calls.some((call) => {
    const outside = tools.callAt(method, call.operation);
    const isLog = outside?.owners.some((owner) =>
      tools.models.logs.some(
        (row) => row.type !== undefined && tools.types.match(owner, row.type) === 'certain',
      ),
    );
    return isLog !== true;
  });
}
