import type { ResolvedType } from './resolved-type.ts';
import { type ClassType, classType, erase, isUnbounded, type VariableType } from './types.ts';

/** What the type variables of one declaration stand for. */
export interface Substitution {
  readonly variables: readonly VariableType[];
  readonly types: readonly ResolvedType[];
}

/** Leaves every type as it is. */
export const NO_SUBSTITUTION: Substitution = { variables: [], types: [] };

/** Deeper types than this are cut to their erasure, so that no chain of generic calls grows without end. */
const MAX_TYPE_DEPTH = 12;

/**
 * Binds the type parameters of a declaration to arguments. Without as many arguments as parameters the type is raw,
 * and every variable stands for the erasure of its bound (JLS 4.8).
 */
export function bindAll(variables: readonly VariableType[], args: readonly ResolvedType[]): Substitution {
  if (variables.length === 0) return NO_SUBSTITUTION;
  if (args.length === variables.length) {
    return { variables, types: args.some(isUnbounded) ? captured(variables, args) : args };
  }
  return { variables, types: variables.map((variable) => erase(variable.bound)) };
}

/** An unbounded wildcard stands for the bound of its parameter (JLS 5.1.10). */
function captured(
  variables: readonly VariableType[],
  args: readonly ResolvedType[],
): readonly ResolvedType[] {
  return args.map((arg, i) => {
    const bound = variables[i]?.bound;
    return bound !== undefined && isUnbounded(arg) ? erase(bound) : arg;
  });
}

/** Replaces the variables of a substitution in a type. */
export function substitute(type: ResolvedType, substitution: Substitution, depth = 0): ResolvedType {
  if (substitution.variables.length === 0) return type;
  switch (type.kind) {
    case 'variable':
      return meaningOf(type, substitution);
    case 'array': {
      const element = substitute(type.element, substitution, depth + 1);
      return element === type.element ? type : { kind: 'array', element };
    }
    case 'class':
      return substituteArguments(type, substitution, depth);
    default:
      return type;
  }
}

/** Applies a substitution to the arguments of a class type. */
export function substituteClass(type: ClassType, substitution: Substitution): ClassType {
  return substituteArguments(type, substitution, 0);
}

function substituteArguments(type: ClassType, substitution: Substitution, depth: number): ClassType {
  if (type.args.length === 0) return type;
  if (depth >= MAX_TYPE_DEPTH) return classType(type.name);
  // Most arguments hold no variable, and the type stays the object it is.
  let args: ResolvedType[] | null = null;
  for (let i = 0; i < type.args.length; i++) {
    const arg = type.args[i];
    if (arg === undefined) continue;
    const next = substitute(arg, substitution, depth + 1);
    if (next === arg) continue;
    args ??= [...type.args];
    args[i] = next;
  }
  return args === null ? type : classType(type.name, args);
}

function meaningOf(variable: VariableType, substitution: Substitution): ResolvedType {
  const { variables, types } = substitution;
  for (let i = 0; i < variables.length; i++) {
    const candidate = variables[i];
    if (candidate?.name === variable.name && candidate.owner === variable.owner) {
      return types[i] ?? variable;
    }
  }
  return variable;
}
