import type { ProgramField, ResolvedAnnotation } from '../../link/program.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';

/** Fields that stay out where their object is printed or sent. */
export interface HiddenParts {
  readonly text: ReadonlySet<ProgramField>;
  readonly answer: ReadonlySet<ProgramField>;
}

/** Reads off annotations which fields are left out of the text of an object, and of what is sent of it. */
export function hiddenParts(tools: MatchTools): HiddenParts {
  const used = tools.models.hiddenParts.filter((row) => tools.annotations.isUsed(row.annotation));
  const hiddenIn = (place: 'text' | 'answer'): ReadonlySet<ProgramField> => {
    const rows = used.filter((row) => row.in === place);
    if (rows.length === 0) return new Set();
    const hidden = new Set<ProgramField>();
    for (const { fields } of tools.productionTypes) {
      for (const field of fields) {
        if (field.annotations.length === 0) continue;
        if (rows.some((row) => hides(tools, row, field.annotations))) hidden.add(field);
      }
    }
    return hidden;
  };
  return { text: hiddenIn('text'), answer: hiddenIn('answer') };
}

function hides(
  tools: MatchTools,
  { annotation, attribute, values }: Row<'hiddenParts'>,
  annotations: readonly ResolvedAnnotation[],
): boolean {
  return tools.annotations.find(annotations, annotation).some(({ attributes }) => {
    if (attribute === undefined) return true;
    return textsOf(attributes.get(attribute)).some((text) => values?.includes(text) ?? false);
  });
}
