import type { TypeName } from '../../base/ids.ts';
import type {
  AnnotatedArgument,
  ProgramField,
  ProgramMethod,
  ProgramType,
  ResolvedAnnotation,
} from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { canonicalName } from '../match/name-pattern.ts';
import { rememberedOf } from '../match/remembered.ts';
import { type PatternStrength, patternStrength } from '../match/text-patterns.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import { containerArguments } from './looseness.ts';

const DEEPEST = 6;

/** Validation groups that are asked for; empty is the default group. */
export type Groups = readonly string[];

/**
 * Whether one of the annotations bounds what a value may be. Constraints that only ask for its presence do not, nor do
 * those of other validation groups.
 */
export function boundsContent(
  tools: MatchTools,
  annotations: readonly ResolvedAnnotation[],
  groups: Groups,
): boolean {
  return annotations.some(
    (annotation) => inGroups(annotation, groups) && strengthOf(tools, annotation, 0).bounds,
  );
}

/** Those that say of a container more than how much is in it. */
export function notCounting(
  tools: MatchTools,
  annotations: readonly ResolvedAnnotation[],
): readonly ResolvedAnnotation[] {
  return annotations.filter((annotation) => rowOf(tools, annotation)?.counts !== true);
}

/** Whether one of them says of what letters a text may be made, so that nothing else can be written with it. */
export function narrowsContent(
  tools: MatchTools,
  annotations: readonly ResolvedAnnotation[],
  groups: Groups,
): boolean {
  return annotations.some((annotation) => {
    const { bounds, narrows } = strengthOf(tools, annotation, 0);
    return inGroups(annotation, groups) && bounds && narrows;
  });
}

const NO_CONSTRAINT: PatternStrength = { bounds: false, narrows: false };
/** Constraints that are made of others. */
const DEEPEST_COMPOSITION = 3;

type ConstraintRow = Row<'constraints'>;

function rowOf({ models }: MatchTools, { type }: ResolvedAnnotation): ConstraintRow | undefined {
  return rowNamed(models.constraints, canonicalName(type));
}

const rowNamed = rememberedOf((rows: readonly ConstraintRow[], name: string): ConstraintRow | undefined =>
  rows.find((row) => row.annotation.some((each) => canonicalName(each) === name)),
);

/** Whether an annotation says what a value may be, or that there is one. */
export function isConstraint(tools: MatchTools, annotation: ResolvedAnnotation): boolean {
  if (rowOf(tools, annotation) !== undefined) return true;
  return tools.models.customConstraints.some(
    (row) =>
      !row.annotation.some((name) => canonicalName(name) === canonicalName(annotation.type)) &&
      tools.annotations.find([annotation], row.annotation).length > 0,
  );
}

function strengthOf(tools: MatchTools, annotation: ResolvedAnnotation, depth: number): PatternStrength {
  const row = rowOf(tools, annotation);
  if (row === undefined) return customStrength(tools, annotation, depth);
  if (row.strength === 'presence') return NO_CONSTRAINT;
  if (row.requires !== undefined && !annotation.args.has(row.requires)) return NO_CONSTRAINT;
  const written = row.pattern === undefined ? [] : textsOf(annotation.args.get(row.pattern));
  const strengths = written.filter((text) => !text.includes(UNKNOWN_PART)).map(patternStrength);
  return {
    bounds: strengths.every(({ bounds }) => bounds),
    narrows: row.letters === 'some' && strengths.every(({ narrows }) => narrows),
  };
}

/** A constraint of the project's own is worth what it is made of, or what its validators can refuse. */
function customStrength(tools: MatchTools, annotation: ResolvedAnnotation, depth: number): PatternStrength {
  const marker = tools.models.customConstraints
    .map((row) => ({ row, found: tools.annotations.find([annotation], row.annotation)[0] }))
    .find(({ found }) => found !== undefined);
  if (marker?.found === undefined || depth > DEEPEST_COMPOSITION) return NO_CONSTRAINT;
  const validators = textsOf(marker.found.attributes.get(marker.row.validators));
  const refuses = validators.some((name) => !alwaysAgrees(tools, name, marker.row.method));
  const written = tools.program.type(annotation.type as TypeName)?.annotations ?? [];
  const composed = written.filter((part) => isConstraint(tools, part));
  // Without either its validators are named where no code is.
  if (refuses || (validators.length === 0 && composed.length === 0)) return { bounds: true, narrows: true };
  const parts = composed.map((part) => strengthOf(tools, part, depth + 1));
  return {
    bounds: parts.some(({ bounds }) => bounds),
    narrows: parts.some((part) => part.bounds && part.narrows),
  };
}

/** A validator of the tree whose every answer is yes. */
function alwaysAgrees(tools: MatchTools, name: string, method: string): boolean {
  const bodies = (tools.program.type(name as TypeName)?.methods ?? []).flatMap((each) =>
    each.name === method && each.declaration?.body ? [each.declaration.body] : [],
  );
  return (
    bodies.length > 0 &&
    bodies.every(({ operations }) =>
      operations.every((operation) => {
        if (operation.kind === 'throw') return false;
        const value = operation.kind === 'return' ? operations[operation.value ?? -1] : undefined;
        return operation.kind !== 'return' || (value?.kind === 'literal' && value.value === 'true');
      }),
    )
  );
}

function inGroups(annotation: ResolvedAnnotation, groups: Groups): boolean {
  const written = textsOf(annotation.args.get('groups'));
  return groups.length === 0 ? written.length === 0 : written.some((group) => groups.includes(group));
}

/** The annotation that asks for the constraints of a value's type to be checked, with the groups it names. */
export function cascadeOn(
  tools: MatchTools,
  annotations: readonly ResolvedAnnotation[],
):
  | { readonly annotation: ResolvedAnnotation; readonly groups: Groups; readonly mechanism: string }
  | undefined {
  for (const row of tools.models.cascades) {
    const found = tools.annotations.find(annotations, row.annotation)[0];
    if (found === undefined) continue;
    const groups = row.groups === undefined ? [] : textsOf(found.attributes.get(row.groups));
    return { annotation: found.written, groups, mechanism: row.id };
  }
  return undefined;
}

/** Whether checking a value of the type would reject anything by its content, here or in parts that are checked too. */
export function typeHasConstraints(tools: MatchTools, type: ResolvedType, groups: Groups): boolean {
  return search({ tools, groups, seen: new Set() }, type, 0);
}

/** Whether checking what a container holds would, by what stands on its type arguments. */
export function elementsHaveConstraints(
  tools: MatchTools,
  value: { readonly type: ResolvedType; readonly elements: readonly AnnotatedArgument[] },
  groups: Groups,
): boolean {
  return searchElements({ tools, groups, seen: new Set() }, value, 0);
}

/** Type arguments of the types that annotations on them reach through. */
function elementTypes(tools: MatchTools, type: ResolvedType): readonly ResolvedType[] | undefined {
  if (type.kind !== 'class') return undefined;
  const isReached = tools.models.cascades.some(
    (row) => row.through !== undefined && tools.types.match(type.name, row.through) === 'certain',
  );
  return isReached ? type.args : undefined;
}

/** Those of the types that an annotation on the whole reaches through. */
function heldTypes(tools: MatchTools, type: ResolvedType): readonly ResolvedType[] | undefined {
  return containerArguments(tools, type) ?? elementTypes(tools, type);
}

interface Search {
  readonly tools: MatchTools;
  readonly groups: Groups;
  readonly seen: Set<string>;
}

function search(state: Search, type: ResolvedType, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const parts = heldTypes(state.tools, type);
  if (parts !== undefined) {
    // Of a map the values, and of a container nothing that containers in it hold.
    const part = parts.at(-1);
    return part !== undefined && heldTypes(state.tools, part) === undefined && search(state, part, depth + 1);
  }
  const name = type.kind === 'array' ? classOf(type.element) : classOf(type);
  const declared = name === undefined ? undefined : state.tools.program.type(name);
  if (declared === undefined) return false;
  return treeSupertypes(state.tools.program, declared).some((each) => {
    if (state.seen.has(each.name)) return false;
    state.seen.add(each.name);
    return declaresConstraint(state, each, depth);
  });
}

function searchElements(
  state: Search,
  { type, elements }: { readonly type: ResolvedType; readonly elements: readonly AnnotatedArgument[] },
  depth: number,
): boolean {
  if (depth > DEEPEST || elements.length === 0) return false;
  const { tools, groups } = state;
  return (elementTypes(tools, type) ?? []).some((held, index) => {
    const { annotations, args } = elements[index] ?? NOTHING_WRITTEN;
    return (
      boundsContent(tools, annotations, groups) ||
      (cascadeOn(tools, annotations) !== undefined && search(state, held, depth + 1)) ||
      searchElements(state, { type: held, elements: args }, depth + 1)
    );
  });
}

const NOTHING_WRITTEN: AnnotatedArgument = { annotations: [], args: [] };

function declaresConstraint(state: Search, type: ProgramType, depth: number): boolean {
  const { tools, groups } = state;
  if (boundsContent(tools, type.annotations, groups)) return true;
  const members: readonly (ProgramField | ProgramMethod)[] = [
    ...type.fields,
    ...type.methods.filter(isGetter),
  ];
  return members.some((member) => {
    if (boundsContent(tools, member.annotations, groups)) return true;
    const memberType = 'returnType' in member ? member.returnType : member.type;
    if (cascadeOn(tools, member.annotations) !== undefined && search(state, memberType, depth + 1))
      return true;
    const written = 'returnType' in member ? member.declaration?.returnType : member.declaration.type;
    const elements = written ? tools.program.argumentAnnotations(written, type) : [];
    return searchElements(state, { type: memberType, elements }, depth);
  });
}

function isGetter(method: ProgramMethod): boolean {
  return method.parameters.length === 0 && /^(?:get|is)[A-Z]/u.test(method.name);
}
