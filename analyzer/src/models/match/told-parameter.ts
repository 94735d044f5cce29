import type { ProgramParameter } from '../../link/program.ts';
import type { Row } from '../models.ts';
import type { MatchTools } from './match-tools.ts';

type Telling = Pick<Row<'identityReads'>, 'parameterType' | 'parameterAnnotation'>;

/** What any of the rows says, to be asked at once. */
export function toldBy(rows: readonly Telling[]): Telling {
  return {
    parameterType: rows.flatMap((row) => row.parameterType ?? []),
    parameterAnnotation: rows.flatMap((row) => row.parameterAnnotation ?? []),
  };
}

/** Whether a framework tells a parameter who the caller is, as a row says: by its type, or by an annotation on it. */
export function isToldParameter(
  { types, annotations }: MatchTools,
  parameter: ProgramParameter,
  { parameterType: type, parameterAnnotation: mark }: Telling,
): boolean {
  return (
    (type !== undefined && types.matchResolved(parameter.type, type) === 'certain') ||
    (mark !== undefined &&
      parameter.annotations.length > 0 &&
      annotations.isUsed(mark) &&
      annotations.find(parameter.annotations, mark).length > 0)
  );
}
