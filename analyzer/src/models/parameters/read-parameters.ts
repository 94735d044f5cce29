import type { TypeRef } from '../../facts/type-refs.ts';
import type { ProgramMethod, ProgramParameter, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ParameterCheck } from '../entries/entry-draft.ts';
import type { ParameterSource } from '../kinds.ts';
import type { EntryParameter } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ParameterSet } from '../schema/parameter-rows.ts';
import { cascadeOn } from './constraints.ts';
import { freeParts } from './free-parts.ts';
import { type CheckedValue, isSimpleType, loosenessOf } from './looseness.ts';
import { partChecks } from './part-checks.ts';
import { isGivenByServer } from './resolved-parameters.ts';
import { type CheckedParameter, type ConstraintCheck, checkOf } from './validation.ts';

export interface HandlerParameters {
  readonly parameters: readonly EntryParameter[];
  readonly checks: readonly ParameterCheck[];
}

/** Says of each parameter of a handler where its value comes from, how loose it is and whether it is checked. */
export function readParameters(
  tools: MatchTools,
  entry: {
    readonly handler: ProgramMethod;
    readonly owner: ProgramType;
    readonly set: ParameterSet;
    readonly framework: string;
  },
): HandlerParameters {
  const { handler, owner, set, framework } = entry;
  const checks: ParameterCheck[] = [];
  const parameters = handler.parameters.map((parameter, index): EntryParameter => {
    const annotations = annotationsOf(tools, handler, index);
    const source = sourceOf(tools, { set, parameter, annotations, framework });
    const elements = elementsOf(tools, handler, index);
    const checked: CheckedParameter = { handler, owner, parameter, index, annotations, elements, framework };
    const check = source === 'framework' ? undefined : checkOf(tools, checked);
    if (check !== undefined) {
      checks.push({ index, mechanism: check.mechanism, evidence: check.evidence });
    }
    const free = check === undefined || check.isOwn ? [] : freeParts(tools, checked, check);
    return {
      name: parameter.name,
      index,
      source,
      type: spelling(parameter),
      entropy: loosenessOf(tools, parameter.type, check && checkedValue(tools, checked, check)),
      validated: check !== undefined,
      ...(free.length === 0 ? {} : { anyLetters: free }),
    };
  });
  return { parameters, checks };
}

/** Text in it counts as bounded only where its constraints will be checked. */
function checkedValue(
  tools: MatchTools,
  { elements }: CheckedParameter,
  { groups, isCascade }: ConstraintCheck,
): CheckedValue {
  return { checks: partChecks(tools, groups, 'bounds'), isChecked: isCascade, elements };
}

/** Annotations of a parameter with those of the same parameter in methods that this one overrides. */
function annotationsOf(
  tools: MatchTools,
  handler: ProgramMethod,
  index: number,
): readonly ResolvedAnnotation[] {
  const own = handler.parameters[index]?.annotations ?? [];
  const inherited = handler.overrides.flatMap(
    (id) => tools.program.method(id)?.parameters[index]?.annotations ?? [],
  );
  return [...own, ...inherited];
}

/** Annotations on the type arguments of a parameter, else on those of the same parameter in a method that this one overrides. */
function elementsOf(
  { program }: MatchTools,
  handler: ProgramMethod,
  index: number,
): CheckedParameter['elements'] {
  for (const method of [handler, ...handler.overrides.map((id) => program.method(id))]) {
    const written = method?.parameters[index]?.declaration?.type;
    const elements = written && method ? program.argumentAnnotations(written, method.owner) : [];
    if (elements.length > 0) return elements;
  }
  return [];
}

function sourceOf(
  tools: MatchTools,
  {
    set,
    parameter,
    annotations,
    framework,
  }: {
    readonly set: ParameterSet;
    readonly parameter: ProgramParameter;
    readonly annotations: readonly ResolvedAnnotation[];
    readonly framework: string;
  },
): ParameterSource {
  const isOf = (types: readonly string[]) => tools.types.matchResolved(parameter.type, types) === 'certain';
  const byAnnotation = set.annotations.find(
    (rule) =>
      (rule.type === undefined || isOf(rule.type)) &&
      tools.annotations.find(annotations, rule.annotation).length > 0,
  );
  if (byAnnotation !== undefined) return byAnnotation.source;
  const byType = set.types.find((rule) => isOf(rule.type));
  if (byType !== undefined) return byType.source;
  if (isGivenByServer(tools, { parameter, framework })) return 'framework';
  // A parameter that only asks for validation is an object to bind.
  const simple = isSimpleType(tools, parameter.type) && cascadeOn(tools, annotations) === undefined;
  return simple ? set.otherwise.simple : set.otherwise.complex;
}

/** As written; of a lambda's parameter the type that was worked out. */
function spelling({ declaration, type }: ProgramParameter): string {
  if (declaration !== null) return spellType(declaration.type);
  const name = classOf(type);
  return name === undefined ? '?' : simpleName(name);
}

/** Type arguments in type arguments beyond this are not shown. */
const DEEPEST_ARGUMENT = 4;

/** A type as a person reads it, without packages. */
function spellType(type: TypeRef, depth = 0): string {
  const name = type.name.slice(type.name.lastIndexOf('.') + 1);
  const shown = depth < DEEPEST_ARGUMENT ? (type.args ?? []) : [];
  const args = shown.map((each) => spellType(each, depth + 1)).join(', ');
  const dims = '[]'.repeat(type.dims ?? 0);
  if (type.bound !== undefined) return `? ${type.bound} ${args}`;
  return args === '' ? `${name}${dims}` : `${name}<${args}>${dims}`;
}
