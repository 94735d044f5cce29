import { typeName } from '../../base/ids.ts';
import type { DeclareOperation, OperationIndex } from '../../facts/operations.ts';
import { commonSuper, hasFree, prune } from '../inference.ts';
import { fieldNamed } from '../members.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { bindAll, substitute } from '../substitution.ts';
import { asSuper, memberOwner } from '../subtyping.ts';
import { classType, unknownType } from '../types.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, inferenceOf, typeOf } from './body-state.ts';
import { coerce, settle } from './expectations.ts';

/** The type of a local: the written one, else that of what it is made from. */
export function typeDeclaration(state: BodyState, i: OperationIndex, local: DeclareOperation): ResolvedType {
  const written = local.type === null ? null : resolveTypeRef(state.world, state.scope, local.type);
  if (local.role === 'local' || local.role === 'resource') {
    if (local.value !== null && written !== null) coerce(state, local.value, written);
    else if (local.value !== null) settle(state, local.value);
  }
  if (written === null) return inferredType(state, i, local);
  return local.role === 'pattern' ? withArguments(state, local, written) : written;
}

function inferredType(state: BodyState, i: OperationIndex, local: DeclareOperation): ResolvedType {
  if (local.role === 'catch') return caughtType(state, i);
  if (local.value === null) return unknownType('syntax');
  settle(state, local.value);
  const value = prune(typeOf(state, local.value));
  switch (local.role) {
    case 'foreach':
      return elementOf(state, value);
    case 'pattern':
      return local.component === undefined ? value : componentOf(state, value, local.component);
    default:
      return value;
  }
}

/** What a for-each over a value yields (JLS 14.14.2). */
function elementOf(state: BodyState, iterated: ResolvedType): ResolvedType {
  if (iterated.kind === 'array') return iterated.element;
  if (iterated.kind === 'unknown') return iterated;
  const { rules } = state.file;
  const owner = memberOwner(iterated);
  if (owner === null) return unknownType('no-such-member');
  const seen = asSuper(state.world, owner, typeName(rules.iterableType));
  if (seen === 'unknown' || seen === null) return unknownType('external-member');
  return seen.args[0] ?? classType(typeName(rules.rootType));
}

/** Several alternatives have what they share (JLS 14.20). */
function caughtType(state: BodyState, i: OperationIndex): ResolvedType {
  const region = state.regions.find(({ exception }) => exception === i);
  const types = (region?.catches ?? []).map((ref) => resolveTypeRef(state.world, state.scope, ref));
  const [first, ...others] = types;
  let common = first ?? unknownType('syntax');
  for (const other of others) {
    if (common.kind !== 'class' || other.kind !== 'class') return unknownType('unknown-name');
    common = commonSuper(inferenceOf(state), common, other);
  }
  return common;
}

/** The type of a record component, seen through the record's type. */
function componentOf(state: BodyState, record: ResolvedType, index: number): ResolvedType {
  const owner = memberOwner(record);
  const shape = owner === null ? undefined : shapeOf(state.world, owner.name);
  const component = shape?.draft?.declaration.components[index];
  if (owner === null || shape === undefined || component === undefined) return unknownType('external-member');
  const found = fieldNamed(state.world, shape, component.name);
  if (found === null) return unknownType('no-such-member');
  return substitute(found.field.type, bindAll(shape.parameters, owner.args));
}

/** A record pattern without type arguments takes them from what is matched (JLS 18.5.5). */
function withArguments(state: BodyState, local: DeclareOperation, written: ResolvedType): ResolvedType {
  if (local.value === null || written.kind !== 'class' || written.args.length > 0) return written;
  const value = prune(typeOf(state, local.value));
  const owner = hasFree(value) ? null : memberOwner(value);
  return owner !== null && owner.name === written.name ? owner : written;
}
