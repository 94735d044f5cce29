import type { MethodId } from '../../base/ids.ts';
import type { CallTarget, Program, ProgramMethod } from '../../link/program.ts';
import type { Labels } from '../../models/labels.ts';
import { type CapturedReads, indexCaptures } from './captured-reads.ts';
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
