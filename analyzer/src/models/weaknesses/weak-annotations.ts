import type { Weakness } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';

/** Types with an annotation that sets none of its limits, where no limit is what it means then. */
export function weakAnnotations(tools: MatchTools): readonly Weakness[] {
  const rows = tools.models.weakAnnotations.filter((row) => tools.annotations.isUsed(row.annotation));
  if (rows.length === 0) return [];
  return tools.productionTypes.flatMap((type) =>
    rows.flatMap((row): readonly Weakness[] => {
      const [found] = tools.annotations.find(type.annotations, row.annotation);
      if (found === undefined) return [];
      const texts = row.limits.flatMap((name) => textsOf(found.attributes.get(name)));
      // Negative is no limit; what is not known may be one.
      if (texts.some((text) => !text.startsWith('-'))) return [];
      const name = `@${simpleName(found.written.type)}`;
      return [
        {
          kind: row.weakness,
          mechanism: row.id,
          what: `${name} (${row.limits.join(', ')})`.slice(0, 200),
          symbol: type.name,
          evidence: { file: type.file.facts.path, line: found.written.line, text: name },
          surroundings: 'any',
          confidence: 'certain',
        },
      ];
    }),
  );
}
