import type { ProgramField } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { type Groups, narrowsContent } from './constraints.ts';
import { containerArguments, isSimpleType, loosenessOf, settableFields } from './looseness.ts';
import type { CheckedParameter } from './validation.ts';

/**
 * The parts of a checked value, by field, that may be made of any letters all the same: a length says nothing of quotes
 * and brackets. Null stands for the value itself.
 */
export function freeParts(
  tools: MatchTools,
  { parameter, annotations }: Pick<CheckedParameter, 'parameter' | 'annotations'>,
  groups: Groups,
): readonly (string | null)[] {
  const { type } = parameter;
  const isNarrow = (field: ProgramField): boolean =>
    narrowsContent(tools, [...field.annotations, ...ofGetter(tools, field)], groups);
  const isFree = loosenessOf(tools, type, isNarrow) !== 'bounded';
  if (isSimpleType(tools, type)) return isFree && !narrowsContent(tools, annotations, groups) ? [null] : [];
  const declared = type.kind === 'class' ? tools.program.type(type.name) : undefined;
  const isWhole = declared === undefined || containerArguments(tools, type) !== undefined;
  if (isWhole || classOf(type) === undefined) return isFree ? [null] : [];
  return settableFields(tools, declared)
    .filter((field) => loosenessOf(tools, field.type, isNarrow) !== 'bounded' && !isNarrow(field))
    .map(({ name }) => name);
}

function ofGetter({ program }: MatchTools, { owner, name }: ProgramField): ProgramField['annotations'] {
  const getter = `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const methods = program.type(owner)?.methods ?? [];
  return methods
    .filter((method) => method.name === getter && method.parameters.length === 0)
    .flatMap(({ annotations }) => annotations);
}
