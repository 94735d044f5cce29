import type { MethodId } from '../../base/ids.ts';
import type { CallTarget, Program, ProgramMethod } from '../../link/program.ts';
import type { Labels } from '../../models/labels.ts';
import { type CapturedReads, indexCaptures } from './captured-reads.ts';
import { type BodyFlows, bodyFlows } from './flows.ts';
import { type ObjectParts, objectParts } from './object-parts.ts';
import { type Argument, positionIn } from './seeds.ts';
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
  calleesOf(targets: readonly CallTarget[]): Called;
  /** Of many without those that the argument does not fit: no object has such a part where it would arrive. */
  receiversAmong(callees: readonly Callee[], argument: Argument): readonly Callee[];
}

/** The methods that a call may lead to. */
export interface Called {
  readonly all: readonly Callee[];
  /** Those that may give the call its result: they have a body, or are generated, and do not run besides the call. */
  readonly answering: readonly Callee[];
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
  const parts = objectParts(program);
  return {
    ...{ program, labels, captures, methodOf, parts },
    flows: bodyFlows(program, labels, captures),
    leavesAlone: leavesAlone(),
    calleesOf: calleesAmong(methodOf),
    receiversAmong: receivers(parts),
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
  const known = new Map<readonly CallTarget[], Called>();
  return (targets) => {
    const before = known.get(targets);
    if (before !== undefined) return before;
    const all: Callee[] = [];
    let isEach = true;
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i];
      const method = target === undefined ? null : methodOf(target.method);
      if (target === undefined || method === null) continue;
      const callee = { target, method };
      all.push(callee);
      isEach &&= mayAnswer(callee);
    }
    const called = { all, answering: isEach ? all : all.filter(mayAnswer) };
    known.set(targets, called);
    return called;
  };
}

/** What a framework runs besides a call gives it no result, and what has no body is not asked. */
function mayAnswer({ target, method }: Callee): boolean {
  return method.declaration?.body !== null && (target.passes === undefined || target.gives !== undefined);
}

/** Callees of one call, from which on it is remembered which of them a part fits. */
const MANY = 6;

/** A method of an interface that very many types implement is called in very many places, and most of its objects have no such part. */
function receivers(parts: ObjectParts): TaintGround['receiversAmong'] {
  const known = new Map<readonly Callee[], Map<string, (readonly Callee[])[]>>();
  const found = (callees: readonly Callee[], from: number, part: string) =>
    callees.filter(({ target, method }) => {
      const position = positionIn(target, from);
      return position !== undefined && parts.receives(method, position, part);
    });
  const remembered = (callees: readonly Callee[], position: number, part: string): readonly Callee[] => {
    const byPart = known.get(callees) ?? new Map<string, (readonly Callee[])[]>();
    known.set(callees, byPart);
    const byPlace = byPart.get(part) ?? [];
    byPart.set(part, byPlace);
    const receiving = byPlace[position + 1] ?? found(callees, position, part);
    byPlace[position + 1] = receiving;
    return receiving;
  };
  return (callees, { position, part }) =>
    part === null || callees.length < MANY ? callees : remembered(callees, position, part);
}
