import type { MethodId } from '../../base/ids.ts';
import type { CallSite, CallTarget, Confidence, Program, ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { Labels } from '../../models/labels.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { type BodyFlow, type Seed, type TaintedArgument, traceBody } from './body-flow.ts';
import { type CapturedReads, indexCaptures } from './captured-reads.ts';
import { type CarryRule, carriesUnlessCleaned } from './carry-rules.ts';
import { FULL_TAINT, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** Rounds after which mutually recursive summaries are left as they are; each round only ever adds taint. */
const ROUND_LIMIT = 24;

/** What a method does with a seed, and where it takes it. */
export interface Summary {
  /** Dense number, in order of first demand. */
  readonly id: number;
  readonly method: ProgramMethod;
  readonly seed: Seed;
  readonly flow: BodyFlow;
  /** Calls that get the value, with what they do with it; worked out when first asked for. */
  onward(): readonly Onward[];
}

/** A call that gets the value, and the methods of the tree that it hands it to. */
export interface Onward {
  readonly argument: TaintedArgument;
  readonly site: CallSite | undefined;
  readonly into: readonly { readonly summary: Summary; readonly confidence: Confidence }[];
}

/** Summaries of bodies by method and seed, made on demand and kept: the interprocedural half of the taint engine. */
export interface Summaries {
  /** What a method does with a seed; null for methods without a body. */
  of(method: ProgramMethod, seed: Seed): Summary | null;
}

interface Entry extends Summary {
  readonly context: BodyContext;
  flow: BodyFlow;
  readonly dependents: Set<Entry>;
  rounds: number;
  isPending: boolean;
}

const NOTHING: BodyFlow = {
  result: NO_TAINT,
  holders: new Map(),
  arguments: [],
  captured: new Map(),
  leavesAt: null,
};

/** An engine over one program. Summaries are independent of callers, so each (method, seed) is worked out once. */
export function createSummaries(
  program: Program,
  labels: Labels,
  carries: CarryRule = carriesUnlessCleaned,
): Summaries {
  return new SummaryEngine(program, labels, carries);
}

class SummaryEngine implements Summaries {
  private readonly program: Program;
  private readonly labels: Labels;
  private readonly carries: CarryRule;
  private readonly contexts = new Map<ProgramMethod, BodyContext | null>();
  private readonly entries = new Map<ProgramMethod, Map<string, Entry>>();
  private readonly methods = new Map<MethodId, ProgramMethod | undefined>();
  private readonly pending: Entry[] = [];
  private captures: CapturedReads | null = null;
  private count = 0;

  constructor(program: Program, labels: Labels, carries: CarryRule) {
    this.program = program;
    this.labels = labels;
    this.carries = carries;
  }

  of(method: ProgramMethod, seed: Seed): Summary | null {
    const entry = this.demand(method, seed, null);
    this.settle();
    return entry;
  }

  private demand(method: ProgramMethod, seed: Seed, dependent: Entry | null): Entry | null {
    const ofMethod = this.entries.get(method) ?? new Map<string, Entry>();
    this.entries.set(method, ofMethod);
    const key = keyOf(seed);
    const known = ofMethod.get(key);
    if (known) {
      if (dependent) known.dependents.add(dependent);
      return known;
    }
    const context = this.contextOf(method);
    if (!context) return null;
    let onward: readonly Onward[] | null = null;
    const entry: Entry = {
      id: this.count++,
      method,
      context,
      seed,
      flow: NOTHING,
      dependents: new Set(dependent ? [dependent] : []),
      rounds: 0,
      isPending: true,
      onward: () => {
        onward ??= this.onwardOf(entry);
        return onward;
      },
    };
    ofMethod.set(key, entry);
    this.pending.push(entry);
    return entry;
  }

  private settle(): void {
    for (let entry = this.pending.pop(); entry !== undefined; entry = this.pending.pop()) {
      entry.isPending = false;
      if (entry.rounds >= ROUND_LIMIT) continue;
      entry.rounds++;
      const current = entry;
      const flow = traceBody(current.context, current.seed, {
        through: (site, position) => this.through(site, position, current),
      });
      const changed = differs(current.flow, flow);
      current.flow = flow;
      if (!changed) continue;
      for (const dependent of current.dependents) {
        if (dependent.isPending) continue;
        dependent.isPending = true;
        this.pending.push(dependent);
      }
    }
  }

  private through(site: CallSite, position: number, dependent: Entry) {
    let result: TaintMask = NO_TAINT;
    const holders = new Map<number, TaintMask>();
    let entered = false;
    for (const target of site.targets) {
      const method = this.methodOf(target.method);
      // What a framework runs besides the call gives the call no result.
      if (!method || target.passes) continue;
      const flow =
        accessorFlow(method, position, this.carries) ??
        this.demand(method, seedAt(method, position), dependent)?.flow;
      if (!flow) continue;
      entered = true;
      result |= flow.result;
      for (const [holder, mask] of flow.holders)
        holders.set(holder, (holders.get(holder) ?? NO_TAINT) | mask);
    }
    return entered ? { result, holders } : null;
  }

  private onwardOf(entry: Entry): readonly Onward[] {
    const { context, flow } = entry;
    const called = flow.arguments.map((argument): Onward => {
      const site = context.sites.get(argument.call);
      const into = (site?.targets ?? []).flatMap((target) => {
        const method = this.methodOf(target.method);
        const at = positionIn(target, argument.position);
        const summary = method && at !== undefined ? this.of(method, seedAt(method, at)) : null;
        return summary ? [{ summary, confidence: target.confidence }] : [];
      });
      return { argument, site, into };
    });
    const inner = [...flow.captured].flatMap(([variable, mask]) =>
      this.capturesOf(entry.method, variable).map(({ method, reads }): Onward => {
        const summary = this.of(method, { kind: 'captured', operations: reads });
        const into = summary ? [{ summary, confidence: 'likely' as const }] : [];
        return { argument: { call: variable, position: CAPTURED, mask }, site: undefined, into };
      }),
    );
    return [...called, ...this.onEntry(entry), ...inner];
  }

  /** Methods that a framework calls with the same values when it calls this one. */
  private onEntry({ method, seed }: Entry): readonly Onward[] {
    if (seed.kind !== 'parameter') return [];
    const { index } = seed;
    return method.calls
      .filter((site) => site.operation < 0)
      .flatMap((site) =>
        site.targets.flatMap((target): Onward[] => {
          const to = target.passes && positionIn(target, index);
          const called = to === undefined ? undefined : this.methodOf(target.method);
          const summary = called && to !== undefined ? this.of(called, seedAt(called, to)) : null;
          if (!summary) return [];
          const argument = { call: site.operation, position: index, mask: FULL_TAINT };
          return [{ argument, site, into: [{ summary, confidence: target.confidence }] }];
        }),
      );
  }

  private contextOf(method: ProgramMethod): BodyContext | null {
    const known = this.contexts.get(method);
    if (known !== undefined) return known;
    const body = method.declaration?.body;
    const roles = this.labels.callRoles.get(method.id);
    const context = body
      ? bodyContext(method, body, {
          program: this.program,
          carries: this.carries,
          roles: (operation) => roles?.get(operation) ?? [],
          endsTaint: (operation) => endsTaint(this.program, this.labels, method.operationTypes[operation]),
          captured: this.captureIndex().variablesOf(method),
        })
      : null;
    this.contexts.set(method, context);
    return context;
  }

  private capturesOf(method: ProgramMethod, variable: number) {
    return this.captureIndex().of(method, variable);
  }

  private captureIndex(): CapturedReads {
    this.captures ??= indexCaptures(this.program);
    return this.captures;
  }

  /** A method of the running code. */
  private methodOf(id: MethodId): ProgramMethod | undefined {
    if (this.methods.has(id)) return this.methods.get(id);
    const found = this.program.method(id);
    const method = found?.owner.file.role === 'test' ? undefined : found;
    this.methods.set(id, method);
    return method;
  }
}

/** Position of a value that an inner type reads as a variable of the enclosing method. */
export const CAPTURED = -2;

/** Where a value at a position of the call arrives in a target; undefined where the target does not get it. */
function positionIn(target: CallTarget, position: number): number | undefined {
  return target.passes === undefined ? position : target.passes.find(({ from }) => from === position)?.to;
}

/** The seed that a value handed to a method at a position makes there. Extra arguments of varargs fall on the last parameter. */
export function seedAt(method: ProgramMethod, position: number): Seed {
  if (position === -1) return { kind: 'this' };
  return { kind: 'parameter', index: Math.min(position, Math.max(0, method.parameters.length - 1)) };
}

/** Identity of a seed in its method. */
function keyOf(seed: Seed): string {
  if (seed.kind === 'parameter') return `${seed.index}`;
  if (seed.kind === 'this') return 'this';
  return `${seed.kind === 'captured' ? '^' : '@'}${seed.operations.join(',')}`;
}

/**
 * Generated accessors, builders and constructors have no body: what goes in comes out, what is set is held. Of an object
 * whose parts are told apart, an accessor gives nothing.
 */
function accessorFlow(method: ProgramMethod, position: number, carries: CarryRule): BodyFlow | null {
  if (method.synthesised === null) return null;
  if (position >= 0) return { ...NOTHING, result: FULL_TAINT, holders: new Map([[-1, FULL_TAINT]]) };
  const readsPart = method.accesses !== undefined && method.parameters.length === 0;
  return readsPart && !carries.spreadsToParts ? NOTHING : { ...NOTHING, result: FULL_TAINT };
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
