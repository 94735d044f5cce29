import type { MethodId } from '../../base/ids.ts';
import type { Body } from '../../facts/operations.ts';
import type { CallTarget, Program, ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { Labels } from '../../models/labels.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { type CapturedReads, indexCaptures } from './captured-reads.ts';
import type { CarryRule } from './carry-rules.ts';
import { type BodyFlows, bodyFlows } from './flows.ts';
import { type ObjectParts, objectParts } from './object-parts.ts';
import { type LeavesAlone, leavesAlone } from './untouched-parts.ts';

/** What all engines over one program look into. */
export interface TaintGround {
  readonly program: Program;
  readonly labels: Labels;
  readonly captures: CapturedReads;
  readonly flows: BodyFlows;
  readonly parts: ObjectParts;
  readonly leavesAlone: LeavesAlone;
  /** A method of the running code. */
  methodOf(id: MethodId): ProgramMethod | null;
  /** The targets of a call that are such methods. */
  calleesOf(targets: readonly CallTarget[]): readonly Callee[];
}

/** What a call may lead to. */
export interface Callee {
  readonly target: CallTarget;
  readonly method: ProgramMethod;
}

/** Prepares a program; bodies are looked into when first asked for. */
export function taintGround(program: Program, labels: Labels): TaintGround {
  const captures = indexCaptures(program);
  const methodOf = runningMethods(program);
  return {
    ...{ program, labels, captures, methodOf },
    flows: bodyFlows(program, labels, captures),
    parts: objectParts(program),
    leavesAlone: leavesAlone(),
    calleesOf: calleesAmong(methodOf),
  };
}

function runningMethods(program: Program): TaintGround['methodOf'] {
  const known = new Map<MethodId, ProgramMethod | null>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = program.method(id);
    const method = found?.owner.file.role === 'test' ? null : (found ?? null);
    known.set(id, method);
    return method;
  };
}

/** Calls share their lists of targets. */
function calleesAmong(methodOf: TaintGround['methodOf']): TaintGround['calleesOf'] {
  const known = new Map<readonly CallTarget[], readonly Callee[]>();
  return (targets) => {
    const before = known.get(targets);
    if (before !== undefined) return before;
    const callees = targets.flatMap((target): Callee[] => {
      const method = methodOf(target.method);
      return method === null ? [] : [{ target, method }];
    });
    known.set(targets, callees);
    return callees;
  };
}

/** Prepares a method that has a body for one kind of value. */
export function contextOf(
  { program, labels, captures, flows, parts }: TaintGround,
  carries: CarryRule,
  { method, body }: { readonly method: ProgramMethod; readonly body: Body },
): BodyContext {
  const roles = labels.callRoles.get(method.id);
  return bodyContext(method, body, {
    program,
    parts,
    carries,
    flow: flows.of(method, body),
    sites: flows.sitesOf(method),
    roles: (operation) => roles?.get(operation) ?? [],
    told: roles?.keys() ?? [],
    endsTaint: (operation) => endsTaint(program, labels, method.operationTypes[operation]),
    isFixed: (operation) => {
      const type = method.operationTypes[operation];
      return type?.kind === 'class' && labels.fixedTypes.has(type.name);
    },
    captured: captures.variablesOf(method),
  });
}

/** Primitives, enums and the bounded types of the models hold no free text. */
function endsTaint(program: Program, labels: Labels, type: ResolvedType | undefined): boolean {
  if (type === undefined) return false;
  if (type.kind === 'primitive' || type.kind === 'void') return true;
  if (type.kind !== 'class') return false;
  return labels.boundedTypes.has(type.name) || program.type(type.name)?.declaration.kind === 'enum';
}
