import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall, type Passes } from './implicit-call.ts';

type GeneratedRow = ImplicitRowOf<'generated-body'>;

/**
 * What the bodies call that a generator writes for methods that convert one object into another: callbacks that take what
 * is converted, and methods that convert a property of the one into a property of the other.
 */
export function generatedBodyCalls(
  tools: MatchTools,
  rows: readonly GeneratedRow[],
): readonly ImplicitCall[] {
  return rows.flatMap((row) =>
    tools.annotations.typesWith(row.typeAnnotation).flatMap((type) => {
      const [found] = tools.annotations.find(type.annotations, row.typeAnnotation);
      if (found === undefined) return [];
      const used = row.uses
        .flatMap((name) => textsOf(found.attributes.get(name)))
        .flatMap((name) => tools.program.type(name as TypeName) ?? []);
      const helpers = [type, ...used].flatMap((each) => tools.exposedMethods(each));
      return type.methods
        .filter(({ declaration }) => declaration?.kind === 'method' && declaration.body === null)
        .flatMap((caller) => helpers.flatMap((helper) => callOf(tools, row, { caller, helper }) ?? []));
    }),
  );
}

function callOf(
  tools: MatchTools,
  row: GeneratedRow,
  { caller, helper }: { readonly caller: ProgramMethod; readonly helper: ProgramMethod },
): ImplicitCall | undefined {
  const place = { caller, operation: null };
  if (tools.annotations.find(helper.annotations, row.callbacks).length > 0) {
    const passes = passedTo(tools, caller, helper);
    return passes && implicitCall(place, helper, { row: row.id, confidence: 'likely', passes });
  }
  return convertsProperty(tools, caller, helper)
    ? implicitCall(place, helper, { row: row.id, confidence: 'possible', passes: [] })
    : undefined;
}

/** What a callback is given; undefined where it takes something that the conversion has not. */
function passedTo(tools: MatchTools, caller: ProgramMethod, callback: ProgramMethod): Passes | undefined {
  const fits = (given: ResolvedType, wanted: ResolvedType): boolean => {
    const [below, above] = [classOf(given), classOf(wanted)];
    return below !== undefined && above !== undefined && tools.program.isSubtype(below, above) === true;
  };
  const passes: { from: number; to: number }[] = [];
  for (const [to, { type }] of callback.parameters.entries()) {
    const from = caller.parameters.findIndex((parameter) => fits(parameter.type, type));
    if (from !== -1) passes.push({ from, to });
    else if (!fits(caller.returnType, type)) return undefined;
  }
  return passes;
}

function convertsProperty(tools: MatchTools, caller: ProgramMethod, helper: ProgramMethod): boolean {
  const [parameter, ...others] = helper.parameters;
  const taken = parameter === undefined ? undefined : classOf(parameter.type);
  const given = classOf(helper.returnType);
  if (taken === undefined || given === undefined || others.length > 0) return false;
  const before = caller.parameters.flatMap(({ type }) => [...partsOf(tools, type)]);
  return before.includes(taken) && partsOf(tools, caller.returnType).has(given);
}

/** Classes of the properties of an object, and of the elements that a collection holds. */
function partsOf(tools: MatchTools, type: ResolvedType): ReadonlySet<TypeName> {
  const parts = new Set<TypeName>();
  const add = (part: ResolvedType): void => {
    const name = classOf(part);
    if (name !== undefined) parts.add(name);
    if (part.kind === 'class') for (const arg of part.args) addArgument(parts, arg);
  };
  if (type.kind === 'class') for (const arg of type.args) addArgument(parts, arg);
  const name = classOf(type);
  const declared = name === undefined ? undefined : tools.program.type(name);
  for (const each of declared === undefined ? [] : propertyTypes(tools, declared)) add(each);
  return parts;
}

function addArgument(parts: Set<TypeName>, type: ResolvedType): void {
  const name = classOf(type);
  if (name !== undefined) parts.add(name);
}

function propertyTypes(tools: MatchTools, type: ProgramType): readonly ResolvedType[] {
  return [...treeSupertypes(tools.program, type)].flatMap(({ fields }) => fields.map((field) => field.type));
}
