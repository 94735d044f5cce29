import type { TypeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Program, ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { type CallKind, callKinds } from './call-kinds.ts';
import { classOf } from './type-matcher.ts';

/** One call as rows look at it. */
export interface CallFacts {
  readonly site: CallSite;
  readonly caller: ProgramMethod;
  /** Its member and owners. */
  readonly kind: CallKind;
  /** Types the member may be declared on: the receiver, and where it is declared. Never empty. */
  readonly owners: readonly TypeName[];
  /** `new` for constructions. */
  readonly member: string;
  /** Null for method references: their arguments come later. */
  readonly args: readonly OperationIndex[] | null;
  readonly receiver: OperationIndex | null;
  /** The method of the tree that is declared for it, without a body of its own. */
  readonly declared: ProgramMethod | null;
}

/**
 * Describes a call that leaves the tree: to a library, or to a method of the tree without any body to go on with
 * (a repository, a client interface). Undefined for calls that the call graph follows, and for unresolved ones.
 */
export function describeCall(program: Program, caller: ProgramMethod, site: CallSite): CallFacts | undefined {
  const { resolution } = site;
  switch (resolution.status) {
    case 'external':
      return describeAs(
        { program, caller, site },
        {
          owner: resolution.owner,
          member: memberName(resolution.member),
          declared: null,
        },
      );
    case 'exact':
    case 'narrowed': {
      const declared = program.method(resolution.declared);
      return declared && describeDeclared(program, { caller, site }, declared);
    }
    case 'unresolved': {
      if (resolution.reason !== 'external-member' || site.receiver === null) return undefined;
      const owner = classOf(site.receiver);
      if (owner === undefined) return undefined;
      const member = memberName(site.name);
      return describeAs({ program, caller, site }, { owner, member, declared: null });
    }
  }
}

/** The same for a call of a method of the tree, for who has looked up which method is declared for it. */
export function describeDeclared(
  program: Program,
  { caller, site }: Pick<CallFacts, 'caller' | 'site'>,
  declared: ProgramMethod,
): CallFacts | undefined {
  return endsHere(program, declared, site) ? describeOwnCall(program, { caller, site }, declared) : undefined;
}

/** Describes a call of a method of the tree as if it left the tree there: for rows that know what the method does. */
export function describeOwnCall(
  program: Program,
  { caller, site }: Pick<CallFacts, 'caller' | 'site'>,
  called: ProgramMethod,
): CallFacts | undefined {
  const { owner, name: member } = called;
  return describeAs({ program, caller, site }, { owner: owner.name, member, declared: called });
}

/** The member that a call is described by, if it is described; asks less than describing it. */
export function calledMember({ name, resolution }: CallSite): string {
  return memberName(resolution.status === 'external' ? resolution.member : name);
}

interface Member extends Pick<CallFacts, 'member' | 'declared'> {
  /** Where it is declared. */
  readonly owner: TypeName;
}

/** A call with what it calls; undefined for one that no source line writes. */
function describeAs(
  {
    program,
    caller,
    site,
  }: { readonly program: Program; readonly caller: ProgramMethod; readonly site: CallSite },
  { owner, member, declared }: Member,
): CallFacts | undefined {
  const operation = caller.declaration?.body?.operations[site.operation];
  if (operation === undefined) return undefined;
  const args = argumentsOf(operation);
  const receiver = receiverOf(operation);
  const names: TypeName[] = [];
  const written = receiver === null ? undefined : caller.operationTypes[receiver];
  if (written?.kind === 'class' || written?.kind === 'variable') addName(names, classOf(written));
  if (site.receiver !== null) addName(names, classOf(site.receiver));
  addName(names, owner);
  const kind = callKinds(program).of(member, names);
  return { site, caller, kind, owners: kind.owners, member, args, receiver, declared };
}

function addName(names: TypeName[], name: TypeName | undefined): void {
  if (name !== undefined && !names.includes(name)) names.push(name);
}

/**
 * Type of the receiver as written, else the type that the member was looked up on: for a member that only an unknown
 * supertype can have, that is the supertype.
 */
export function receiverType(
  call: Pick<CallFacts, 'caller' | 'receiver' | 'site'>,
): ResolvedType | undefined {
  const written = call.receiver === null ? undefined : call.caller.operationTypes[call.receiver];
  return written?.kind === 'class' || written?.kind === 'variable'
    ? written
    : (call.site.receiver ?? undefined);
}

/** Type of an argument (`-1` the receiver) as the linker sees it. */
export function argumentType(call: CallFacts, position: number): ResolvedType | undefined {
  const operation = argumentOperation(call, position);
  if (operation === undefined) return position === -1 ? (call.site.receiver ?? undefined) : undefined;
  return call.caller.operationTypes[operation];
}

/** Operation that gives an argument (`-1` the receiver). */
export function argumentOperation(call: CallFacts, position: number): OperationIndex | undefined {
  return position === -1 ? (call.receiver ?? undefined) : call.args?.[position];
}

function argumentsOf(operation: Operation): CallFacts['args'] {
  switch (operation.kind) {
    case 'call':
    case 'new':
    case 'constructor-call':
      return operation.args;
    default:
      return null;
  }
}

function receiverOf(operation: Operation): CallFacts['receiver'] {
  switch (operation.kind) {
    case 'call':
    case 'new':
    case 'method-reference':
      return operation.object;
    default:
      return null;
  }
}

function memberName(name: string): string {
  const plain = name.startsWith('::') ? name.slice(2) : name;
  return plain === '<init>' ? 'new' : plain;
}

/** No target of the call has code in the tree: whatever happens, happens in a library. */
function endsHere(program: Program, declared: ProgramMethod, site: CallSite): boolean {
  if (declared.declaration === null || declared.declaration.body !== null) return false;
  return site.targets.every((target) => {
    if (target.method === declared.id) return true;
    const method = program.method(target.method);
    return method === undefined || (method.declaration !== null && method.declaration.body === null);
  });
}
