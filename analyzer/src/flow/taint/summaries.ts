import type { MethodId } from '../../base/ids.ts';
import type { CallSite, Program, ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { Labels } from '../../models/labels.ts';
import {
  type BodyContext,
  type BodyFlow,
  bodyContext,
  type CarryRule,
  carriesUnlessCleaned,
  type Seed,
  traceBody,
} from './body-flow.ts';
import { FULL_TAINT, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** Rounds after which mutually recursive summaries are left as they are; each round only ever adds taint. */
const ROUND_LIMIT = 24;

interface Entry {
  readonly method: ProgramMethod;
  readonly context: BodyContext;
  readonly seed: Seed;
  flow: BodyFlow;
  readonly dependents: Set<string>;
  rounds: number;
}

const NOTHING: BodyFlow = { result: NO_TAINT, holders: new Map(), arguments: [], leavesAt: null };

/** Summaries of bodies by method and seed, made on demand and kept: the interprocedural half of the taint engine. */
export interface Summaries {
  /** What a method does with a seed; null for methods without a body. */
  of(method: MethodId, seed: Seed): BodyFlow | null;
}

/** An engine over one program. Summaries are independent of callers, so each (method, seed) is worked out once. */
export function createSummaries(
  program: Program,
  labels: Labels,
  carries: CarryRule = carriesUnlessCleaned,
): Summaries {
  const contexts = new Map<MethodId, BodyContext | null>();
  const entries = new Map<string, Entry>();
  const pending: string[] = [];

  const contextOf = (method: ProgramMethod): BodyContext | null => {
    const known = contexts.get(method.id);
    if (known !== undefined) return known;
    const body = method.declaration?.body;
    const roles = labels.callRoles.get(method.id);
    const context = body
      ? bodyContext(method, body, {
          carries,
          roles: (operation) => roles?.get(operation) ?? [],
          readsOwnField: (operation) => program.fieldOf(method, operation) !== undefined,
          endsTaint: (operation) => endsTaint(program, labels, method.operationTypes[operation]),
        })
      : null;
    contexts.set(method.id, context);
    return context;
  };

  const demand = (method: ProgramMethod, seed: Seed, dependent: string | null): Entry | null => {
    const key = keyOf(method.id, seed);
    const known = entries.get(key);
    if (known) {
      if (dependent !== null) known.dependents.add(dependent);
      return known;
    }
    const context = contextOf(method);
    if (!context) return null;
    const entry: Entry = { method, context, seed, flow: NOTHING, dependents: new Set(), rounds: 0 };
    if (dependent !== null) entry.dependents.add(dependent);
    entries.set(key, entry);
    pending.push(key);
    return entry;
  };

  const through = (site: CallSite, position: number, dependent: string) => {
    let result: TaintMask = NO_TAINT;
    const holders = new Map<number, TaintMask>();
    let entered = false;
    for (const target of site.targets) {
      const method = program.method(target.method);
      if (!method || method.owner.file.role === 'test') continue;
      const accessor = accessorFlow(method, position);
      const entry = accessor ? null : demand(method, seedAt(method, position), dependent);
      const flow = accessor ?? entry?.flow;
      if (!flow) continue;
      entered = true;
      result |= flow.result;
      for (const [holder, mask] of flow.holders)
        holders.set(holder, (holders.get(holder) ?? NO_TAINT) | mask);
    }
    return entered ? { result, holders } : null;
  };

  const settle = () => {
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      const entry = entries.get(key);
      if (!entry || entry.rounds >= ROUND_LIMIT) continue;
      entry.rounds++;
      const current = key;
      const flow = traceBody(entry.context, entry.seed, {
        through: (site, position) => through(site, position, current),
      });
      const changed = differs(entry.flow, flow);
      entry.flow = flow;
      if (changed) pending.push(...entry.dependents);
    }
  };

  return {
    of: (id, seed) => {
      const method = program.method(id);
      if (!method) return null;
      const entry = demand(method, seed, null);
      settle();
      return entry?.flow ?? null;
    },
  };
}

/** The seed that a value handed to a method at a position makes there. Extra arguments of varargs fall on the last parameter. */
export function seedAt(method: ProgramMethod, position: number): Seed {
  if (position === -1) return { kind: 'this' };
  return { kind: 'parameter', index: Math.min(position, Math.max(0, method.parameters.length - 1)) };
}

/** Identity of a summary. */
export function keyOf(method: MethodId, seed: Seed): string {
  if (seed.kind === 'parameter') return `${method} ${seed.index}`;
  return seed.kind === 'this' ? `${method} this` : `${method} @${seed.operations.join(',')}`;
}

/** Generated accessors, builders and constructors have no body: what goes in comes out, what is set is held. */
function accessorFlow(method: ProgramMethod, position: number): BodyFlow | null {
  if (method.synthesised === null) return null;
  const holders = position === -1 ? new Map<number, TaintMask>() : new Map([[-1, FULL_TAINT]]);
  return { result: FULL_TAINT, holders, arguments: [], leavesAt: null };
}

function differs(before: BodyFlow, after: BodyFlow): boolean {
  if (before.result !== after.result || before.holders.size !== after.holders.size) return true;
  for (const [holder, mask] of after.holders) if (before.holders.get(holder) !== mask) return true;
  return false;
}

/** Primitives, enums and the bounded types of the models hold no free text. */
function endsTaint(program: Program, labels: Labels, type: ResolvedType | undefined): boolean {
  if (type === undefined) return false;
  if (type.kind === 'primitive' || type.kind === 'void') return true;
  if (type.kind !== 'class') return false;
  return labels.boundedTypes.has(type.name) || program.type(type.name)?.declaration.kind === 'enum';
}
