import type { Body, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';

/**
 * Allow-lists that are written as a switch: text that none of the cases names ends in the default, which throws. What
 * stands in a case or after the switch has a value that is written in the source.
 */
export function switchGuards(tools: MatchTools): readonly Guard[] {
  const rows = tools.models.guards.filter((row) => row.on === 'switch');
  return bodyIndex(tools.program)
    .having('case')
    .flatMap((method) => {
      const body = method.declaration?.body;
      const subjects = body ? listedSubjects(body) : [];
      return subjects.flatMap(({ subject, line }) =>
        rows
          .filter((row) => row.type.includes(classOf(typeOf(method, subject)) ?? ''))
          .map(
            (row): Guard => ({
              category: row.category,
              mechanism: row.id,
              carrier: { kind: 'call', method: method.id, operation: subject },
              evidence: { file: method.owner.file.facts.path, line, text: 'switch without another way out' },
              confidence: 'likely',
            }),
          ),
      );
    });
}

function typeOf(method: ProgramMethod, operation: OperationIndex) {
  return method.operationTypes[operation] ?? ({ kind: 'void' } as const);
}

/** What a switch looks at whose default ends by throwing and which has other cases. */
function listedSubjects({ operations, regions }: Body): readonly {
  readonly subject: OperationIndex;
  readonly line: number;
}[] {
  return regions.flatMap(({ kind, labels, condition, end, start, line }) => {
    const throws = end > start && operations[end - 1]?.kind === 'throw';
    if (kind !== 'case' || condition === undefined || !throws || !labels?.includes('default')) return [];
    const others = regions.filter(
      (each) => each.kind === 'case' && each.condition === condition && !each.labels?.includes('default'),
    );
    return others.length === 0 ? [] : [{ subject: condition, line }];
  });
}
