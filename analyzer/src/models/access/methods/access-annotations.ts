import type { ConstantValue, ProgramMethod, ProgramType } from '../../../link/program.ts';
import { type AnnotationGuard, decidesAccess } from '../../guards/annotation-guards.ts';
import type { Evidence } from '../../labels.ts';
import type { FoundAnnotation } from '../../match/annotation-lookup.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import { type Requirement, shortText } from '../requirement.ts';
import { ofRoles } from '../role-list.ts';
import { classifyExpression, type ExpressionNames } from '../spel/classify-expression.ts';

/** An annotation that says who may call a method. */
export interface AccessAnnotation {
  readonly row: AnnotationGuard;
  readonly found: FoundAnnotation;
  /** It stands on the method (or on one it overrides), not on the type. */
  readonly onMethod: boolean;
  readonly requirement: Requirement;
  readonly evidence: Evidence;
}

/** Finds the access annotations that hold for a method of an object of type `owner`. */
export type AccessAnnotations = (method: ProgramMethod, owner: ProgramType) => readonly AccessAnnotation[];

const NONE: readonly never[] = [];

interface Wanted {
  readonly row: AnnotationGuard;
  /** One annotation type, spelt with its alternatives (`javax`, `jakarta`). */
  readonly types: readonly string[];
  /** Annotations of one family replace each other: the method's counts instead of the type's. */
  readonly family: string;
}

/** Builds the look-up over all rows about who may call. */
export function createAccessAnnotations(tools: MatchTools, names: ExpressionNames): AccessAnnotations {
  const rows = tools.models.guards.filter(
    (row): row is AnnotationGuard => row.on === 'annotation' && decidesAccess(row),
  );
  const wanted = rows
    .flatMap((row) => wantedOf(row, rows))
    .filter(({ types }) => tools.annotations.isUsed(types));
  const mayCarry = carrierTest(tools, wanted);
  const look: AccessAnnotations = (method, owner) => {
    const annotations: AccessAnnotation[] = [];
    const replaced = new Set<string>();
    for (const each of wanted) {
      const found = lookUp(tools, method, each);
      if (found === undefined) continue;
      annotations.push(describe(names, each, { found, onMethod: true }));
      replaced.add(each.family);
    }
    for (const each of wanted) {
      if (replaced.has(each.family) || !each.row.inherit || each.row.onParameters) continue;
      const found = tools.annotations.onType(owner, each.types);
      if (found !== undefined) annotations.push(describe(names, each, { found, onMethod: false }));
    }
    return annotations;
  };
  return (method, owner) => (mayCarry(method, owner) ? look(method, owner) : NONE);
}

/** Whether a method can have any of the annotations: few have, and each row asks for each of them. */
function carrierTest(
  { annotations }: MatchTools,
  wanted: readonly Wanted[],
): (method: ProgramMethod, owner: ProgramType) => boolean {
  const families = annotations.familiesWith(
    wanted.flatMap(({ row, types }) => (row.onParameters ? [] : types)),
  );
  const onParameters = wanted.some(({ row }) => row.onParameters);
  return (method, owner) =>
    families.has(owner) ||
    families.has(method.owner) ||
    (onParameters && method.parameters.some(isAnnotated));
}

function isAnnotated({ annotations }: ProgramMethod['parameters'][number]): boolean {
  return annotations.length > 0;
}

function lookUp(
  tools: MatchTools,
  method: ProgramMethod,
  { row, types }: Wanted,
): FoundAnnotation | undefined {
  if (row.onParameters) return onParameter(tools, method, types);
  return row.inherit
    ? tools.annotations.onMethod(method, types)
    : tools.annotations.find(method.annotations, types)[0];
}

function onParameter(
  tools: MatchTools,
  method: ProgramMethod,
  types: readonly string[],
): FoundAnnotation | undefined {
  return method.parameters
    .filter(({ type }) => classOf(type) !== 'java.util.Optional')
    .flatMap(({ annotations }) => tools.annotations.find(annotations, types))[0];
}

function wantedOf(row: AnnotationGuard, rows: readonly AnnotationGuard[]): readonly Wanted[] {
  const bySimpleName = new Map<string, string[]>();
  for (const type of row.annotation) {
    const name = simpleName(type);
    bySimpleName.set(name, [...(bySimpleName.get(name) ?? []), type]);
  }
  return [...bySimpleName].map(([name, types]) => {
    const pack = packageOf(types[0] ?? '');
    if (row.family !== undefined) return { row, types, family: row.family };
    const isFamily = rows.some(
      (other) => other.effect !== 'requires' && other.annotation.some((type) => packageOf(type) === pack),
    );
    return { row, types, family: isFamily ? pack : `${pack}.${name}` };
  });
}

/** Without the first segment: `javax.annotation.security` and `jakarta.annotation.security` are one. */
function packageOf(type: string): string {
  return type.slice(type.indexOf('.') + 1, type.lastIndexOf('.'));
}

function describe(
  names: ExpressionNames,
  { row }: Wanted,
  { found, onMethod }: { readonly found: FoundAnnotation; readonly onMethod: boolean },
): AccessAnnotation {
  const { written } = found;
  const shown = [...found.attributes.values()].flatMap((value) => textsOf(value)).join(', ');
  const text = shortText(`@${simpleName(written.type)}${shown === '' ? '' : `(${shown})`}`);
  return {
    row,
    found,
    onMethod,
    requirement: requirementOf(names, row, { found, text }),
    evidence: { file: written.file, line: written.line, text },
  };
}

function requirementOf(
  names: ExpressionNames,
  row: AnnotationGuard,
  { found, text }: { readonly found: FoundAnnotation; readonly text: string },
): Requirement {
  if (row.effect === 'denies') return { kind: 'denied' };
  if (row.effect === 'removes') return { kind: 'public' };
  if (row.category === 'authentication') return { kind: 'authenticated' };
  if (row.category === 'by-expression') {
    const expression = textsOf(found.attributes.get(row.expression ?? 'value'))[0];
    if (expression === undefined)
      return {
        kind: 'unknown',
        reason: { en: `the expression of ${text} is not known`, ru: `выражение в ${text} неизвестно` },
      };
    return classifyExpression(filledIn(expression, found.written), names).requirement;
  }
  const roles = (row.roles ?? []).flatMap((name) => roleNames(found.attributes.get(name)));
  return ofRoles(names, roles, text);
}

/** The expression of a composed annotation, with what the composed one is given in place of its names: `hasRole('{value}')`. */
function filledIn(expression: string, { args }: FoundAnnotation['written']): string {
  return expression.replaceAll(/\{(\w{1,60})\}/gu, (whole, name: string) => {
    const given = textsOf(args.get(name));
    return given.length === 0 ? whole : given.join(',');
  });
}

/** The texts of a list of roles; a constant of a library is known by its own name: `SecurityRule.IS_AUTHENTICATED`. */
function roleNames(value: ConstantValue | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(roleNames);
  return value?.kind === 'unknown' && value.name !== undefined ? [value.name] : textsOf(value);
}
