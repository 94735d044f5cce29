import type { TypeName } from '../base/ids.ts';
import type { ResolvedType, UnknownReason } from './resolved-type.ts';

export type ClassType = Extract<ResolvedType, { kind: 'class' }>;
export type VariableType = Extract<ResolvedType, { kind: 'variable' }>;
export type ArrayType = Extract<ResolvedType, { kind: 'array' }>;

export const VOID: ResolvedType = { kind: 'void' };
export const NULL: ResolvedType = { kind: 'null' };

const NO_ARGS: readonly ResolvedType[] = [];

/** A class type; without arguments it is raw or not generic. */
export function classType(name: TypeName, args: readonly ResolvedType[] = NO_ARGS): ClassType {
  return { kind: 'class', name, args };
}

/** `?`: nothing is said of a type argument, so it is whatever the type parameter it stands for is bounded by. */
interface UnboundedType extends ClassType {
  readonly isUnbounded: true;
}

/** An unbounded wildcard; to all who do not ask it is the root type. */
export function unboundedType(rootType: TypeName): UnboundedType {
  return { kind: 'class', name: rootType, args: NO_ARGS, isUnbounded: true };
}

/** Whether a type argument is an unbounded wildcard. */
export function isUnbounded(type: ResolvedType): boolean {
  return 'isUnbounded' in type;
}

const UNKNOWN: { readonly [R in UnknownReason]: ResolvedType } = {
  'unknown-name': { kind: 'unknown', reason: 'unknown-name' },
  'external-member': { kind: 'unknown', reason: 'external-member' },
  'receiver-unknown': { kind: 'unknown', reason: 'receiver-unknown' },
  'ambiguous-overload': { kind: 'unknown', reason: 'ambiguous-overload' },
  'no-such-member': { kind: 'unknown', reason: 'no-such-member' },
  'too-many-targets': { kind: 'unknown', reason: 'too-many-targets' },
  'lambda-without-target': { kind: 'unknown', reason: 'lambda-without-target' },
  syntax: { kind: 'unknown', reason: 'syntax' },
  'too-deep': { kind: 'unknown', reason: 'too-deep' },
};

/** The type of what could not be resolved. */
export function unknownType(reason: UnknownReason): ResolvedType {
  return UNKNOWN[reason];
}

/** Wraps a type in array dimensions. */
export function arrayOf(element: ResolvedType, dimensions: number): ResolvedType {
  let type = element;
  for (let i = 0; i < dimensions; i++) type = { kind: 'array', element: type };
  return type;
}

/** Erasure: no type arguments, variables replaced by the erasure of their first bound (JLS 4.6). */
export function erase(type: ResolvedType): ResolvedType {
  switch (type.kind) {
    case 'class':
      return type.args.length === 0 ? type : classType(type.name);
    case 'variable':
      return erase(type.bound);
    case 'array':
      return { kind: 'array', element: erase(type.element) };
    default:
      return type;
  }
}

/** The erased type as method ids write it: binary names, `[]` for each dimension; null where it is not known. */
export function erasedName(type: ResolvedType): string | null {
  switch (type.kind) {
    case 'class':
    case 'primitive':
      return type.name;
    case 'variable':
      return erasedName(type.bound);
    case 'array': {
      const element = erasedName(type.element);
      return element === null ? null : `${element}[]`;
    }
    default:
      return null;
  }
}

/** Whether two types erase alike; unknown types are like nothing. */
export function sameErasure(left: ResolvedType, right: ResolvedType): boolean {
  const name = erasedName(left);
  return name !== null && name === erasedName(right);
}
