import { NOTHING } from '../../base/lists.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, CallTarget, Confidence, ProgramMethod } from '../../link/program.ts';
import { BodyContext } from './body-context.ts';
import {
  type BodyFlow,
  type CallEffect,
  type Callees,
  type Seed,
  type TaintedArgument,
  traceBody,
} from './body-flow.ts';
import type { CapturedRead } from './captured-reads.ts';
import { type CarryRule, carriesUnlessCleaned } from './carry-rules.ts';
import { GeneratedEffects } from './generated-effects.ts';
import { SeedMap } from './seed-map.ts';
import { type Argument, CAPTURED, parameterAt, positionIn, seedAt, withPart } from './seeds.ts';
import type { Callee, TaintGround } from './taint-ground.ts';
import { CLEAN, FULL_TAINT, isSameTaint, type Part, type TaintMask, widen, widenPart } from './taint-mask.ts';

/** Callees inside callees that are worked out where a body first asks for them; deeper ones afterwards, and the body then again. */
const MOST_NESTED = 24;

/** Rounds after which mutually recursive summaries are left as they are; each round only ever adds taint. */
const ROUND_LIMIT = 24;

/** Values that all seeds of one body together may cost, in each engine; further seeds are not followed. */
const BODY_WORK = 2_000_000;

/** What a method does with a seed, and where it takes it. */
export interface Summary {
  /** Dense number, in order of first demand. */
  readonly id: number;
  readonly method: ProgramMethod;
  readonly seed: Seed;
  readonly flow: BodyFlow;
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
  /** Calls that get the value, with what they do with it, in all methods or in those that are meant; worked out anew each time. */
  onward(summary: Summary, isMeant?: (method: ProgramMethod) => boolean): readonly Onward[];
  /** Methods that were so much work that values were not followed through them to the end. */
  readonly cut: ReadonlySet<ProgramMethod>;
}

/** A call into the tree that has no say in what the body does. */
const UNHEARD: CallEffect = { result: CLEAN, holders: new Map() };

interface Entry extends Summary {
  readonly known: KnownMethod;
  flow: BodyFlow;
  /** Who rests on it: most have one, so that is no set. */
  dependent: Entry | null;
  others: Set<Entry> | null;
  rounds: number;
  isPending: boolean;
}

/** A method with a body. */
interface KnownMethod {
  readonly entries: SeedMap<Entry>;
  readonly body: Body;
  /** Prepared when the first seed is followed. */
  context: BodyContext | null;
  /** Values that were looked at in it. */
  spent: number;
}

const GIVES_NOTHING = { result: CLEAN, leavesAt: null, leaves: new Map() } as const;

const NO_FLOW: BodyFlow = {
  ...GIVES_NOTHING,
  holders: new Map(),
  arguments: [],
  captured: new Map(),
  work: 0,
  isCut: false,
};

const always = () => true;

/** An engine over one program. Summaries are independent of callers, so each (method, seed) is worked out once. */
export function createSummaries(ground: TaintGround, carries: CarryRule = carriesUnlessCleaned): Summaries {
  return new SummaryEngine(ground, carries);
}

class SummaryEngine implements Summaries, Callees {
  readonly cut = new Set<ProgramMethod>();
  private readonly ground: TaintGround;
  private readonly carries: CarryRule;
  private readonly generated: GeneratedEffects;
  private readonly known = new Map<ProgramMethod, KnownMethod | null>();
  private readonly pending: Entry[] = [];
  /** Worked out before, and to be looked at anew. */
  private readonly again: Entry[] = [];
  private count = 0;
  /** Bodies that are being traced, each because of the one before. */
  private nested = 0;
  /** What is being traced, and asks. */
  private asking: Entry | null = null;
  /** Summaries below this number change no more: with all that they rest on they were worked out to the end. */
  private settled = 0;

  constructor(ground: TaintGround, carries: CarryRule) {
    this.ground = ground;
    this.carries = carries;
    this.generated = new GeneratedEffects(carries);
  }

  of(method: ProgramMethod, seed: Seed): Summary | null {
    const entry = this.demand(method, seed);
    if (entry?.isPending) {
      this.pending.push(entry);
      this.settle();
      this.settled = this.count;
    }
    return entry;
  }

  /** What is known of a method so far, for a body that is looked at again when that changes. */
  private heardOf(method: ProgramMethod, position: number, part: Part): BodyFlow | undefined {
    const at = position < 0 ? position : parameterAt(method, position);
    const entry =
      this.knownOf(method)?.entries.givenAt(at, part) ??
      this.demand(method, seedAt(method, { position, part }));
    if (entry === null) return undefined;
    if (entry.rounds === 0 && entry.isPending) {
      if (this.nested < MOST_NESTED) this.work(entry);
      else this.pending.push(entry);
    }
    if (entry.id >= this.settled && this.asking !== null) addDependent(entry, this.asking);
    return entry.flow;
  }

  private demand(method: ProgramMethod, seed: Seed): Entry | null {
    const known = this.knownOf(method);
    const before = known?.entries.get(seed);
    if (known === null || before !== undefined) return before ?? null;
    if (this.isSpent(method, known)) return null;
    const isPending =
      seed.part === undefined || seed.kind !== 'this' || !this.ground.leavesAlone(method, seed.part);
    const entry: Entry = {
      id: this.count++,
      method,
      known,
      seed,
      flow: NO_FLOW,
      dependent: null,
      others: null,
      rounds: 0,
      isPending,
    };
    known.entries.set(seed, entry);
    return entry;
  }

  /** The body has been looked at so often that no further seed is followed in it. */
  private isSpent(method: ProgramMethod, { spent }: KnownMethod): boolean {
    const isSpent = spent > BODY_WORK;
    if (isSpent) this.cut.add(method);
    return isSpent;
  }

  /** What was asked for first, then what rests on it, the later asked for the earlier: callees before callers. */
  private settle(): void {
    for (;;) {
      for (let entry = this.pending.pop(); entry !== undefined; entry = this.pending.pop()) this.work(entry);
      if (this.again.length === 0) return;
      const batch = this.again.splice(0).sort((left, right) => right.id - left.id);
      for (const entry of batch) {
        this.work(entry);
        for (let fresh = this.pending.pop(); fresh !== undefined; fresh = this.pending.pop())
          this.work(fresh);
      }
    }
  }

  private work(entry: Entry): void {
    if (!entry.isPending) return;
    entry.isPending = false;
    if (entry.rounds >= ROUND_LIMIT) this.cut.add(entry.method);
    if (entry.rounds >= ROUND_LIMIT || this.isSpent(entry.method, entry.known)) return;
    entry.rounds++;
    if (!this.retrace(entry)) return;
    if (entry.dependent !== null) this.lookAgain(entry.dependent);
    if (entry.others !== null) for (const dependent of entry.others) this.lookAgain(dependent);
  }

  private lookAgain(entry: Entry): void {
    if (entry.isPending) return;
    entry.isPending = true;
    this.again.push(entry);
  }

  /** Works a summary out anew; whether it says something else than before. */
  private retrace(entry: Entry): boolean {
    const { known } = entry;
    known.context ??= new BodyContext(this.ground, this.carries, { method: entry.method, body: known.body });
    const { asking } = this;
    this.asking = entry;
    this.nested++;
    const traced = traceBody(known.context, entry.seed, this);
    const isHidden = this.carries.hiddenBy?.test(entry.method.name) === true;
    const flow = isHidden ? { ...traced, ...GIVES_NOTHING } : traced;
    this.nested--;
    this.asking = asking;
    known.spent += flow.work;
    if (flow.isCut) this.cut.add(entry.method);
    const changed = differs(entry.flow, flow);
    entry.flow = flow;
    return changed;
  }

  through({ targets }: CallSite, argument: Argument, isHeard: boolean): CallEffect | null {
    if (targets.length === 0) return null;
    const { answering } = this.ground.calleesOf(targets);
    if (!isAnyAsked(answering, argument.position)) return null;
    if (!isHeard) return UNHEARD;
    let together: EffectOfSeveral | null = null;
    const callees = this.ground.receiversAmong(answering, argument);
    for (let i = 0; i < callees.length; i++) {
      const callee = callees[i];
      const position = callee && positionIn(callee.target, argument.position);
      if (callee === undefined || position === undefined) continue;
      const { target, method } = callee;
      const effect = this.effectOf(method, position, argument.part);
      if (effect === undefined) continue;
      if (targets.length === 1 && target.gives === undefined) return effect;
      together ??= { result: new Map(), holders: new Map() };
      addEffect(together, effect, target.gives);
    }
    return together ?? UNHEARD;
  }

  private effectOf(method: ProgramMethod, position: number, part: Part): CallEffect | undefined {
    if (!this.mayGet(method, position, part)) return undefined;
    return this.generated.of(method, position, part) ?? this.heardOf(method, position, part);
  }

  /** An object with that part fits where the method takes it. */
  private mayGet(method: ProgramMethod, position: number, part: Part): boolean {
    return part === null || this.ground.parts.receives(method, position, part);
  }

  onward(summary: Summary, isMeant: (method: ProgramMethod) => boolean = always): readonly Onward[] {
    const { method: caller, flow } = summary;
    const sites = this.ground.flows.sitesOf(caller);
    const onward: Onward[] = [];
    for (let i = 0; i < flow.arguments.length; i++) {
      const argument = flow.arguments[i];
      if (argument === undefined) continue;
      const site = sites.get(argument.call);
      const into = site === undefined ? NOTHING : this.into(site, argument, isMeant);
      onward.push({ argument, site, into });
    }
    // What is called on entry and what inner types read is rare.
    const inner = flow.captured.size === 0 ? NOTHING : this.intoInner(summary, isMeant);
    onward.push(...this.onEntry(summary, isMeant), ...inner);
    return onward;
  }

  private intoInner(
    { method: caller, flow }: Summary,
    isMeant: (method: ProgramMethod) => boolean,
  ): Onward[] {
    return [...flow.captured].flatMap(([variable, taint]) =>
      this.ground.captures
        .of(caller, variable)
        .filter(({ method }) => isMeant(method))
        .flatMap((read) => [...taint].map(([part, mask]) => this.captureOf(variable, read, { part, mask }))),
    );
  }

  private into(
    { targets }: CallSite,
    argument: TaintedArgument,
    isMeant: (method: ProgramMethod) => boolean,
  ): Onward['into'] {
    const { part } = argument;
    const into: { readonly summary: Summary; readonly confidence: Confidence }[] = [];
    const callees = this.ground.receiversAmong(this.ground.calleesOf(targets).all, argument);
    for (let i = 0; i < callees.length; i++) {
      const callee = callees[i];
      const position = callee && positionIn(callee.target, argument.position);
      if (callee === undefined || position === undefined || !isMeant(callee.method)) continue;
      const { target, method } = callee;
      if (!this.mayGet(method, position, part)) continue;
      const summary = this.of(method, seedAt(method, { position, part }));
      if (summary) into.push({ summary, confidence: target.confidence });
    }
    return into.length === 0 ? NOTHING : into;
  }

  /** An inner type reads a variable with the value. */
  private captureOf(
    variable: OperationIndex,
    { method, reads }: CapturedRead,
    { part, mask }: { readonly part: Part; readonly mask: TaintMask },
  ): Onward {
    const summary = this.of(method, withPart({ kind: 'captured', operations: reads }, part));
    const into = summary ? [{ summary, confidence: 'likely' as const }] : [];
    return { argument: { call: variable, position: CAPTURED, part, mask }, site: undefined, into };
  }

  /** Methods that a framework calls with the same values when it calls this one. */
  private onEntry({ method, seed }: Summary, isMeant: (method: ProgramMethod) => boolean): readonly Onward[] {
    // They stand before the calls that are written.
    const first = method.calls[0];
    if (seed.kind !== 'parameter' || first === undefined || first.operation >= 0) return NOTHING;
    const { index } = seed;
    const part = seed.part ?? null;
    return method.calls
      .filter((site) => site.operation < 0)
      .flatMap((site) =>
        site.targets.flatMap((target): Onward[] => {
          const position = target.passes && positionIn(target, index);
          const called = this.ground.methodOf(target.method);
          if (position === undefined || !called || !isMeant(called)) return [];
          const summary = this.of(called, seedAt(called, { position, part }));
          if (!summary) return [];
          const argument = { call: site.operation, position: index, part, mask: FULL_TAINT };
          return [{ argument, site, into: [{ summary, confidence: target.confidence }] }];
        }),
      );
  }

  private knownOf(method: ProgramMethod): KnownMethod | null {
    const before = this.known.get(method);
    if (before !== undefined) return before;
    const body = method.declaration?.body;
    const known = body ? { entries: new SeedMap<Entry>(), body, context: null, spent: 0 } : null;
    this.known.set(method, known);
    return known;
  }
}

/** One of them gets what is handed in at a position. */
function isAnyAsked(callees: readonly Callee[], position: number): boolean {
  for (let i = 0; i < callees.length; i++) {
    const callee = callees[i];
    if (callee !== undefined && positionIn(callee.target, position) !== undefined) return true;
  }
  return false;
}

interface EffectOfSeveral {
  readonly result: Map<Part, TaintMask>;
  readonly holders: Map<number, Map<Part, TaintMask>>;
}

/** What is known of one target, added to what is known of others; one that makes a text leaves its own object alone. */
function addEffect(
  known: EffectOfSeveral,
  { result, holders }: CallEffect,
  gives: CallTarget['gives'],
): void {
  for (const [part, mask] of result) {
    widen(known.result, part, mask);
    if (gives === 'object') widenPart(known.holders, -1, { part, mask });
  }
  if (gives !== undefined) return;
  for (const [holder, taint] of holders)
    for (const [part, mask] of taint) widenPart(known.holders, holder, { part, mask });
}

function addDependent(entry: Entry, dependent: Entry): void {
  if (entry.dependent === dependent) return;
  if (entry.dependent === null) entry.dependent = dependent;
  else if (entry.others === null) entry.others = new Set([dependent]);
  else entry.others.add(dependent);
}

function differs(before: BodyFlow, after: BodyFlow): boolean {
  if (!isSameTaint(before.result, after.result) || before.holders.size !== after.holders.size) return true;
  return (
    after.holders.size > 0 &&
    [...after.holders].some(([holder, taint]) => !isSameTaint(before.holders.get(holder), taint))
  );
}
