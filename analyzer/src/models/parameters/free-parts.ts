import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { narrowsContent } from './constraints.ts';
import {
  containerArguments,
  fieldValue,
  isSeveral,
  isSimpleType,
  loosenessOf,
  settableFields,
} from './looseness.ts';
import { partChecks } from './part-checks.ts';
import type { CheckedParameter, ConstraintCheck } from './validation.ts';

/**
 * The parts of a checked value, by field, that may be made of any letters all the same: a length says nothing of quotes
 * and brackets. Null stands for the value itself.
 */
export function freeParts(
  tools: MatchTools,
  { parameter, annotations, elements }: Pick<CheckedParameter, 'parameter' | 'annotations' | 'elements'>,
  { groups, isCascade }: Pick<ConstraintCheck, 'groups' | 'isCascade'>,
): readonly (string | null)[] {
  const { type } = parameter;
  const checks = partChecks(tools, groups, 'narrows');
  const isFree = loosenessOf(tools, type, { checks, isChecked: isCascade, elements }) !== 'bounded';
  if (isSimpleType(tools, type)) return isFree && !narrowsContent(tools, annotations, groups) ? [null] : [];
  const declared = type.kind === 'class' ? tools.program.type(type.name) : undefined;
  const isWhole = declared === undefined || containerArguments(tools, type) !== undefined;
  if (isWhole || !isCascade || classOf(type) === undefined) return isFree ? [null] : [];
  return settableFields(tools, declared)
    .filter(
      (field) =>
        loosenessOf(tools, field.type, fieldValue(tools, field, checks)) !== 'bounded' &&
        !checks.bounds(field, isSeveral(tools, field.type)),
    )
    .map(({ name }) => name);
}
