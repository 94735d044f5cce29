import type { MethodId } from '../base/ids.ts';
import { NOTHING } from '../base/lists.ts';
import type { CallRole, CallRoles } from '../models/labels.ts';

/** Methods by the roles of their calls: who looks for one role does not go over the calls of all. */
export interface RoleIndex {
  /** Methods with a call of the role, in the order of the labels. */
  having(role: CallRole['role']): readonly MethodId[];
  /** Whether a method has one. */
  has(method: MethodId, role: CallRole['role']): boolean;
}

const known = new WeakMap<CallRoles, RoleIndex>();

/** The index of the roles; goes over all of them once. */
export function roleIndex(roles: CallRoles): RoleIndex {
  const before = known.get(roles);
  if (before !== undefined) return before;
  const index = indexOf(roles);
  known.set(roles, index);
  return index;
}

function indexOf(roles: CallRoles): RoleIndex {
  const byRole = new Map<CallRole['role'], Set<MethodId>>();
  const add = (method: MethodId, role: CallRole['role']): void => {
    const methods = byRole.get(role);
    if (methods === undefined) byRole.set(role, new Set([method]));
    else methods.add(method);
  };
  roles.forEach((calls, method) => {
    calls.forEach((ofCall) => {
      for (let i = 0; i < ofCall.length; i++) add(method, (ofCall[i] as CallRole).role);
    });
  });
  return {
    having: (role) => [...(byRole.get(role) ?? NOTHING)],
    has: (method, role) => byRole.get(role)?.has(method) ?? false,
  };
}
