import type { ProgramParameter } from '../../link/program.ts';
import type { Weakness } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';

/** Parameters whose annotation names something that must not be believed: `@RequestHeader("X-User-Id")`. */
export function weakParameters(tools: MatchTools): readonly Weakness[] {
  const rows = tools.models.weakParameters.filter((row) => tools.annotations.isUsed(row.annotation));
  if (rows.length === 0) return [];
  const annotated = tools.productionMethods.filter(({ parameters }) => parameters.some(isAnnotated));
  return annotated.flatMap((method) =>
    method.parameters.filter(isAnnotated).flatMap(({ annotations, name, declaration }) =>
      rows.flatMap((row): readonly Weakness[] => {
        const text = tools.annotations
          .find(annotations, row.annotation)
          .flatMap(({ attributes }) => row.attributes.flatMap((each) => textsOf(attributes.get(each))))
          .find((each) => fitsAny(each.toLowerCase(), row.texts));
        if (text === undefined || declaration === null) return [];
        return [
          {
            kind: row.weakness,
            mechanism: row.id,
            what: `${text} (${name})`.slice(0, 200),
            symbol: method.id,
            evidence: {
              file: method.owner.file.facts.path,
              line: declaration.line,
              text: text.slice(0, 200),
            },
            surroundings: 'any',
            confidence: 'likely',
          },
        ];
      }),
    ),
  );
}

function isAnnotated({ annotations }: ProgramParameter): boolean {
  return annotations.length > 0;
}
