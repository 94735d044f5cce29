import { type TypeName, typeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { prune } from '../inference.ts';
import type { CallResolution } from '../program.ts';
import type { ResolvedType, UnknownReason } from '../resolved-type.ts';
import { classType, unknownType } from '../types.ts';
import type { OutsideMember, World } from '../world.ts';
import type { BodyState, SiteDraft } from './body-state.ts';
import { NO_TARGETS, type Resolved } from './targets.ts';

/** Writes down what became of a call, `new`, constructor call or method reference. Whoever knows the receiver adds it. */
export function recordSite(
  state: BodyState,
  operation: OperationIndex,
  { resolution, targets }: Resolved,
): SiteDraft {
  const source = state.operations[operation];
  const line = source?.line ?? 0;
  const site: SiteDraft = {
    caller: state.method.id,
    operation,
    file: state.file.input.facts.path,
    line,
    nameLine: source?.kind === 'call' ? source.nameLine : line,
    name: siteName(source),
    receiver: null,
    resolution,
    targets,
  };
  // What was just said of an operation may be said otherwise.
  if (lastSite(state)?.operation === operation) state.siteCount--;
  state.sites[state.siteCount++] = site;
  return site;
}

/** The call that was resolved last. */
export function lastSite({ sites, siteCount }: BodyState): SiteDraft | undefined {
  return siteCount === 0 ? undefined : sites[siteCount - 1];
}

function siteName(source: Operation | undefined): string {
  switch (source?.kind) {
    case 'call':
      return source.name;
    case 'method-reference':
      return `::${source.name}`;
    case 'constructor-call':
      return source.target;
    default:
      return 'new';
  }
}

/** What calls come to that cannot be resolved, by the reason. */
const UNRESOLVED = new Map<UnknownReason, Resolved>();

/** Records a call without targets; gives the type of its value, which is not known. */
export function unresolvedSite(
  state: BodyState,
  operation: OperationIndex,
  why: { readonly reason: UnknownReason; readonly receiver: ResolvedType | null },
): ResolvedType {
  const { reason, receiver } = why;
  let resolved = UNRESOLVED.get(reason);
  if (resolved === undefined) {
    resolved = { resolution: { status: 'unresolved', reason }, targets: NO_TARGETS };
    UNRESOLVED.set(reason, resolved);
  }
  recordSite(state, operation, resolved).receiver = receiver;
  return unknownType(reason);
}

/** A call of a method outside that reaches nothing of the tree. */
export function outsideCall(to: Omit<CallResolution & { readonly status: 'external' }, 'status'>): Resolved {
  const { owner, member, parameterTypes, returnType } = to;
  return {
    resolution: { status: 'external', owner, member, parameterTypes, returnType },
    targets: NO_TARGETS,
  };
}

/**
 * Records a call of something outside of which no signature is held; gives the type of its value, which is known only where
 * a model says it.
 */
export function outsideSite(
  state: BodyState,
  operation: OperationIndex,
  call: { readonly owner: ResolvedType; readonly member: string },
): ResolvedType {
  const owner = prune(call.owner);
  if (owner.kind !== 'class') {
    return unresolvedSite(state, operation, { reason: 'receiver-unknown', receiver: owner });
  }
  const known = outsideMember(state.world, owner.name, call.member);
  if (known.gives !== 'itself' || owner.args.length === 0) {
    recordSite(state, operation, known.resolved).receiver = owner;
    return known.returnType;
  }
  const to = { owner: owner.name, member: call.member, parameterTypes: null, returnType: owner };
  recordSite(state, operation, outsideCall(to)).receiver = owner;
  return owner;
}

/** What the context says of a member of which nobody has the declaration. */
export function outsideMember(world: World, owner: TypeName, member: string): OutsideMember {
  let ofType = world.outsideMembers.get(owner);
  if (ofType === undefined) {
    ofType = new Map();
    world.outsideMembers.set(owner, ofType);
  }
  let known = ofType.get(member);
  if (known === undefined) {
    const gives = world.results.get(`${owner}#${member}`) ?? null;
    const returnType =
      gives === null
        ? unknownType('external-member')
        : classType(gives === 'itself' ? owner : typeName(gives));
    const resolved = outsideCall({ owner, member, parameterTypes: null, returnType });
    known = { gives, returnType, resolved };
    ofType.set(member, known);
  }
  return known;
}
