import type { ProgramMethod } from '../../link/program.ts';
import { anyConditionHolds } from '../conditions.ts';
import type { Guard, InertGuard } from '../labels.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import type { AnnotationGuardRow } from '../schema/guard-rows.ts';

export type AnnotationGuard = Row<'guards'> & AnnotationGuardRow;

export interface AnnotationGuards {
  readonly guards: readonly Guard[];
  readonly inertGuards: readonly InertGuard[];
}

/**
 * Guards that annotations put on methods, other than who may call them (the access engine decides those): rate limits,
 * audit. One that nothing activates is inert.
 */
export function annotationGuards(tools: MatchTools): AnnotationGuards {
  const guards: Guard[] = [];
  const inertGuards: InertGuard[] = [];
  const rows = tools.models.guards.filter(
    (row): row is AnnotationGuard =>
      row.on === 'annotation' && row.effect === 'requires' && !decidesAccess(row),
  );
  for (const row of rows.filter(({ annotation }) => tools.annotations.isUsed(annotation))) {
    const activation = row.needs === undefined ? undefined : anyConditionHolds(tools, row.needs);
    for (const method of tools.productionMethods) {
      const found = annotationFor(tools, method, row);
      if (found === undefined) continue;
      const evidence = evidenceOf(found);
      if (activation?.holds === false) {
        inertGuards.push({
          method: method.id,
          annotation: found.written.type,
          reason: activation.missing,
          evidence,
        });
      } else {
        guards.push({
          category: row.category as Guard['category'],
          mechanism: row.id,
          carrier: { kind: 'method', method: method.id },
          evidence,
          confidence: 'certain',
        });
      }
    }
  }
  return { guards, inertGuards };
}

/** Rows about who may call: authentication, authorization, expressions. */
export function decidesAccess(row: AnnotationGuardRow): boolean {
  return (
    row.category === 'authentication' || row.category === 'authorization' || row.category === 'by-expression'
  );
}

/** The annotation that acts on a method: its own or inherited, else its type's. */
function annotationFor(
  tools: MatchTools,
  method: ProgramMethod,
  row: AnnotationGuardRow,
): FoundAnnotation | undefined {
  if (method.declaration?.kind !== 'method') return undefined;
  if (!row.inherit) return tools.annotations.find(method.annotations, row.annotation)[0];
  return (
    tools.annotations.onMethod(method, row.annotation) ??
    tools.annotations.onType(method.owner, row.annotation)
  );
}

function evidenceOf({ written }: FoundAnnotation): Guard['evidence'] {
  return { file: written.file, line: written.line, text: `@${simpleName(written.type)}`.slice(0, 200) };
}
