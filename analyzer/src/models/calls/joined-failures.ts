import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallRole, CallRoles } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';

const DETAIL: CallRole = { role: 'exception-detail', message: false };

/**
 * A failure that is joined to a text gives its own text there, `"failed: " + e`, as if its `toString()` were called: types of
 * which the rows say that this gives details. One of the tree that has a `toString()` of its own is followed into that.
 */
export function withJoinedFailures(tools: MatchTools, roles: CallRoles): CallRoles {
  const types = tools.models.exceptionDetails.flatMap(({ type, method }) =>
    method !== undefined && fitsAny('toString', method) ? (type ?? []) : [],
  );
  const found = new Map(roles);
  for (const method of bodyIndex(tools.program).having('concatenation')) {
    const joins = joinsOf(tools, method, types);
    if (joins.length > 0) found.set(method.id, added(roles.get(method.id), joins));
  }
  return found;
}

function added(
  known: ReadonlyMap<OperationIndex, readonly CallRole[]> | undefined,
  joins: readonly OperationIndex[],
): ReadonlyMap<OperationIndex, readonly CallRole[]> {
  const roles = new Map(known);
  for (const at of joins) roles.set(at, [...(roles.get(at) ?? []), DETAIL]);
  return roles;
}

function joinsOf(
  tools: MatchTools,
  method: ProgramMethod,
  types: readonly string[],
): readonly OperationIndex[] {
  const operations = method.declaration?.body?.operations ?? [];
  const found: OperationIndex[] = [];
  for (let at = 0; at < operations.length; at++) {
    const each = operations[at];
    if (each?.kind !== 'binary' && each?.kind !== 'assign') continue;
    if (joinedBy(each).some((value) => isFailure(tools, method, { value, types }))) found.push(at);
  }
  return found;
}

function joinedBy(operation: Extract<Operation, { kind: 'binary' | 'assign' }>): readonly OperationIndex[] {
  if (operation.kind === 'binary') return operation.operator === '+' ? operation.operands : [];
  return operation.operator === '+=' ? [operation.value] : [];
}

function isFailure(
  { program, types: matcher, exposedMethods }: MatchTools,
  method: ProgramMethod,
  { value, types }: { readonly value: OperationIndex; readonly types: readonly string[] },
): boolean {
  const type = method.operationTypes[value];
  const name = type?.kind === 'class' ? classOf(type) : undefined;
  if (name === undefined || matcher.match(name, types) !== 'certain') return false;
  const own = program.type(name);
  const hasText = (each: ProgramMethod) => each.name === 'toString' && each.declaration?.body != null;
  return own === undefined || !exposedMethods(own).some(hasText);
}
