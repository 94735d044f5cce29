import type { Inventory } from '../../inventory/inventory.ts';
import type {
  AnnotatedArgument,
  ProgramMethod,
  ProgramParameter,
  ProgramType,
  ResolvedAnnotation,
} from '../../link/program.ts';
import { moduleGraphOf, withParents } from '../access/module-graph.ts';
import type { ParameterCheck } from '../entries/entry-draft.ts';
import { areAsked } from '../match/asked-errors.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isAtLeast } from '../match/dependency-versions.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import { refusingValidators } from '../match/refusing-validators.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { Row } from '../models.ts';
import {
  boundsContent,
  cascadeOn,
  elementsHaveConstraints,
  type Groups,
  isConstraint,
  typeHasConstraints,
} from './constraints.ts';
import { containerArguments, standsForContent } from './looseness.ts';

/** A parameter of a handler with everything that decides whether its value is checked. */
export interface CheckedParameter {
  readonly handler: ProgramMethod;
  /** The class whose object handles the request. */
  readonly owner: ProgramType;
  readonly parameter: ProgramParameter;
  readonly index: number;
  /** Own and inherited from overridden methods. */
  readonly annotations: readonly ResolvedAnnotation[];
  /** Those on its type arguments. */
  readonly elements: readonly AnnotatedArgument[];
  readonly framework: string;
}

/** That the value is rejected when it is bad, and by what. */
export interface ConstraintCheck extends ParameterCheck {
  /** The groups of the constraints that act. */
  readonly groups: Groups;
  /** By a validator of the project's own, and not by constraints. */
  readonly isOwn: boolean;
  /** The constraints on parts of the value are checked, and not only those on the parameter. */
  readonly isCascade: boolean;
}

/** Why the value is rejected when it is bad, before the handler uses it; undefined where nothing does that. */
export function checkOf(tools: MatchTools, checked: CheckedParameter): ConstraintCheck | undefined {
  const { parameter, annotations } = checked;
  const cascade = cascadeOn(tools, annotations);
  const isAskedFor = errorsAreAsked(tools, checked);
  if (cascade !== undefined && isAskedFor) {
    const { groups, annotation, mechanism } = cascade;
    const found = { ...evidenceOf(checked, annotation), groups, isCascade: true };
    const isCollection =
      containerArguments(tools, parameter.type) !== undefined && !standsForContent(tools, parameter.type);
    const acts = !isCollection || methodValidation(tools, checked) !== undefined;
    if (acts && typeHasConstraints(tools, parameter.type, groups))
      return { ...found, mechanism, isOwn: false };
    const binder = binderOf(tools, checked);
    if (binder !== undefined) return { ...found, mechanism: binder, isOwn: true };
  }
  const element = isAskedFor ? elementConstraint(tools, checked) : undefined;
  const constraint = element ?? annotations.find((each) => boundsContent(tools, [each], []));
  const activation = constraint === undefined ? undefined : methodValidation(tools, checked);
  if (constraint === undefined || activation === undefined) return undefined;
  const isCascade = cascade !== undefined && isAskedFor;
  return { ...evidenceOf(checked, constraint), mechanism: activation, groups: [], isOwn: false, isCascade };
}

/** The first annotation on a type argument, where those on all of them would reject anything. */
function elementConstraint(
  tools: MatchTools,
  { parameter: { type }, elements }: CheckedParameter,
): ResolvedAnnotation | undefined {
  return elementsHaveConstraints(tools, { type, elements }, []) ? firstOn(elements) : undefined;
}

function firstOn(elements: readonly AnnotatedArgument[]): ResolvedAnnotation | undefined {
  for (let level = elements; level.length > 0; level = level.flatMap(({ args }) => args)) {
    const [first] = level.flatMap(({ annotations }) => annotations);
    if (first !== undefined) return first;
  }
  return undefined;
}

function evidenceOf(
  { index, parameter }: CheckedParameter,
  annotation: ResolvedAnnotation,
): Pick<ParameterCheck, 'index' | 'evidence'> {
  return {
    index,
    evidence: {
      file: annotation.file,
      line: annotation.line,
      text: `@${simpleName(annotation.type)} ${parameter.name}`.slice(0, 200),
    },
  };
}

/** Row that makes constraints on the parameters themselves act. */
function methodValidation(tools: MatchTools, checked: CheckedParameter): string | undefined {
  const { owner, framework } = checked;
  return tools.models.methodValidation.find((row) => {
    if (row.frameworks !== undefined && !row.frameworks.includes(framework)) return false;
    if (row.typeAnnotation !== undefined) {
      return tools.annotations.onType(owner, row.typeAnnotation) !== undefined;
    }
    const { dependency } = row;
    if (dependency === undefined) return true;
    if (!setsOff(tools, checked)) return false;
    return everyClassPath(tools.inventory, owner.file.module).every((modules) =>
      tools.inventory.dependencies.some((each) => modules.has(each.module) && isAtLeast(each, dependency)),
    );
  })?.id;
}

/** Whether a framework that looks at parameters sees that it must: it looks no deeper than at the first type arguments. */
function setsOff(
  tools: MatchTools,
  { handler, parameter, annotations, elements }: CheckedParameter,
): boolean {
  const inside = elements.flatMap((element) => element.annotations);
  const others = handler.parameters.flatMap((each) => each.annotations);
  if ([...annotations, ...inside, ...others].some((each) => isConstraint(tools, each))) return true;
  const isSingle = parameter.type.kind !== 'array' && containerArguments(tools, parameter.type) === undefined;
  return cascadeOn(tools, inside) !== undefined || (!isSingle && cascadeOn(tools, annotations) !== undefined);
}

/** Modules on the class path of each program that a module can be part of, with what they inherit. */
const everyClassPath = rememberedOf(
  ({ modules }: Inventory, module: string): readonly ReadonlySet<string>[] => {
    const graph = moduleGraphOf(modules);
    return graph.outermost(module).map((outer) => withParents(modules, graph.closure(outer)));
  },
);

/** With an errors parameter behind it nothing is rejected unless somebody asks for the errors. */
function errorsAreAsked(tools: MatchTools, { handler, index }: CheckedParameter): boolean {
  const next = handler.parameters[index + 1];
  if (next === undefined) return true;
  const row = tools.models.validationResults.find(
    (each) => tools.types.matchResolved(next.type, each.type) === 'certain',
  );
  return (
    row === undefined || areAsked(tools, { method: handler, declaration: index + 1, askedBy: row.askedBy })
  );
}

/** A method of the class, or of one that stands before all, that hangs a validator into the binding of this parameter. */
function binderOf(tools: MatchTools, checked: CheckedParameter): string | undefined {
  const { owner } = checked;
  const canRefuse = refusingValidators(tools);
  for (const row of tools.models.binders) {
    const everywhere = tools.annotations
      .typesWith(row.everywhere)
      .filter(
        (type) =>
          type.file.module === owner.file.module &&
          tools.annotations
            .find(type.annotations, row.everywhere)
            .some(({ attributes }) => attributes.size === 0),
      );
    for (const method of [owner, ...everywhere].flatMap((type) => tools.exposedMethods(type))) {
      const found = tools.annotations.find(method.annotations, row.annotation)[0];
      if (found === undefined) continue;
      const named = row.attributes.flatMap((name) => textsOf(found.attributes.get(name)));
      if (named.length > 0 && !named.includes(boundName(tools, checked, row))) continue;
      const sets = tools
        .outsideCalls(method)
        .some(
          (call) =>
            fitsAny(call.member, row.method) &&
            call.owners.some((each) => tools.types.match(each, row.type) === 'certain') &&
            (call.args ?? []).some((at) => canRefuse(method.operationTypes[at], row.checksBy)),
        );
      if (sets) return row.id;
    }
  }
  return undefined;
}

/** Binding knows a parameter by the name its annotation gives, else by its type's name. */
function boundName(
  tools: MatchTools,
  { annotations, parameter }: CheckedParameter,
  row: Row<'binders'>,
): string {
  const found = tools.annotations.find(annotations, row.parameterName.annotation)[0];
  const given = row.parameterName.attributes.flatMap((name) => textsOf(found?.attributes.get(name)));
  const type = parameter.type.kind === 'class' ? simpleName(parameter.type.name) : parameter.name;
  return given.find((text) => text !== '') ?? type.charAt(0).toLowerCase() + type.slice(1);
}
