import type { ProgramField, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { canonicalName } from '../match/name-pattern.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import { classOf } from '../match/type-matcher.ts';
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
  return annotations.some((annotation) => {
    if (!inGroups(annotation, groups)) return false;
    const row = tools.models.constraints.find((each) =>
      each.annotation.some((name) => canonicalName(name) === canonicalName(annotation.type)),
    );
    if (row !== undefined) {
      if (row.strength === 'presence') return false;
      if (row.requires !== undefined && !annotation.args.has(row.requires)) return false;
      const { unless } = row;
      const written = unless === undefined ? [] : textsOf(annotation.args.get(unless.attribute));
      return unless === undefined || !written.some((text) => unless.values.includes(text));
    }
    return tools.models.customConstraints.some(
      (marker) => tools.annotations.find([annotation], marker.annotation).length > 0,
    );
  });
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

interface Search {
  readonly tools: MatchTools;
  readonly groups: Groups;
  readonly seen: Set<string>;
}

function search(state: Search, type: ResolvedType, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const parts = containerArguments(state.tools, type);
  if (parts !== undefined) return parts.some((part) => search(state, part, depth + 1));
  const name = type.kind === 'array' ? classOf(type.element) : classOf(type);
  const declared = name === undefined ? undefined : state.tools.program.type(name);
  if (declared === undefined) return false;
  return treeSupertypes(state.tools.program, declared).some((each) => {
    if (state.seen.has(each.name)) return false;
    state.seen.add(each.name);
    return declaresConstraint(state, each, depth);
  });
}

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
    return cascadeOn(tools, member.annotations) !== undefined && search(state, memberType, depth + 1);
  });
}

function isGetter(method: ProgramMethod): boolean {
  return method.parameters.length === 0 && /^(?:get|is)[A-Z]/u.test(method.name);
}
