import type { OperationIndex } from '../../../facts/operations.ts';
import type { ControlGroups } from './control-groups.ts';
import type { Span } from './spans.ts';
import { mayTake } from './switch-labels.ts';
import { type Collector, type Exit, type Moment, unchanged, type WalkState } from './walk-state.ts';

/** A span that has been entered. */
interface Frame {
  readonly span: Span;
  readonly moment: Moment;
  /** Whether control comes to the span at all, whatever its condition says. */
  readonly isReached: boolean;
  /** Joins of a loop or a `finally`. */
  readonly joins?: Collector;
}

/** A switch whose cases are being walked. */
interface OpenSwitch {
  readonly moment: Moment;
  readonly isReached: boolean;
  readonly exits: Exit[];
  readonly last: number;
  /** Cases that the subject can lead to. */
  readonly taken: ReadonlySet<number>;
  readonly canMiss: boolean;
  /** How the case before falls into the next one. */
  falling: Exit | null;
}

/** A `try` statement whose parts are being walked. */
interface OpenTry {
  readonly moment: Moment;
  readonly isReached: boolean;
  /** Every value that its block gives to locals, for the `catch` blocks. */
  readonly thrown: Collector;
  /** Every value that it and its `catch` blocks give to locals, for the `finally`. */
  readonly left: Collector;
  readonly exits: Exit[];
}

/**
 * Enters and leaves the spans of a body and puts together what is known where ways meet. A branch whose condition is a
 * constant is not entered. Loops and `catch` blocks start with every value that a local may have been given in them.
 */
export class SpanWalk {
  private readonly state: WalkState;
  private readonly groups: ControlGroups;
  private readonly frames: Frame[] = [];
  /** The spans around that a `break` can leave. */
  private readonly breakable: Span[] = [];
  private readonly firstArms = new Map<OperationIndex, Exit>();
  private readonly switches: OpenSwitch[] = [];
  private readonly tries = new Map<number, OpenTry>();

  constructor(state: WalkState, groups: ControlGroups) {
    this.state = state;
    this.groups = groups;
  }

  /** Leaves all spans that end at or before an operation; a region stays open for an empty one inside it. */
  leaveUntil(operation: OperationIndex, keep: number | null = null): void {
    for (let top = this.frames.at(-1); top !== undefined; top = this.frames.at(-1)) {
      if (top.span.end > operation || (keep !== null && top.span.region === keep)) return;
      this.frames.pop();
      if (this.breakable.at(-1) === top.span) this.breakable.pop();
      this.leave(top);
    }
  }

  enter(span: Span): void {
    if (span.kind === 'case') this.enterCase(span);
    const { state } = this;
    const frame = { span, moment: state.now(), isReached: state.isReached };
    const joins = this.prepare(span);
    this.frames.push(joins ? { ...frame, joins } : frame);
    if (span.kind === 'case' || span.kind === 'loop') this.breakable.push(span);
  }

  /** `break` without a label leaves the innermost loop or switch, `yield` the innermost switch. */
  breakOut(kind: 'break' | 'yield'): void {
    const target = this.breakable.at(-1);
    const leavesSwitch = kind === 'yield' || target?.kind === 'case';
    const open = leavesSwitch ? this.switches.at(-1) : undefined;
    if (open && this.state.isReached) open.exits.push(this.state.exitSince(open.moment));
    this.state.isReached = false;
  }

  get isInLoop(): boolean {
    return this.breakable.some(({ kind }) => kind === 'loop');
  }

  private prepare(span: Span): Collector | undefined {
    const { state } = this;
    const region = span.region ?? 0;
    switch (span.kind) {
      case 'then':
      case 'arm-then':
      case 'both':
        state.isReached &&= this.truthOf(span) !== false;
        return undefined;
      case 'else':
      case 'arm-else':
      case 'either':
        state.isReached &&= this.truthOf(span) !== true;
        return undefined;
      case 'loop':
        return this.enterLoop(region);
      case 'try':
        this.enterTry(region);
        return undefined;
      case 'catch':
        return this.enterCatch(region);
      case 'finally':
        return this.enterFinally(region);
      default:
        return undefined;
    }
  }

  private truthOf({ condition }: Span): boolean | null {
    const value = condition === null ? undefined : this.state.constants.get(condition);
    return value?.kind === 'boolean' ? value.value : null;
  }

  private leave(frame: Frame): void {
    const { span } = frame;
    switch (span.kind) {
      case 'then':
      case 'arm-then':
        return this.leaveFirst(frame);
      case 'else':
      case 'arm-else':
        return this.leaveSecond(frame);
      case 'both':
      case 'either':
        return this.leaveMaybe(frame, this.truthOf(span) === (span.kind === 'both'));
      case 'case':
        return this.leaveCase(span);
      case 'loop':
        return this.leaveLoop(frame);
      case 'try':
      case 'catch':
        return this.leaveTried(frame);
      case 'finally':
        return this.leaveFinally(frame);
      case 'lambda':
        return this.leaveLambda(frame);
      default:
    }
  }

  private leaveFirst(frame: Frame): void {
    const { condition, kind } = frame.span;
    const hasOther = kind === 'arm-then' || (condition !== null && this.groups.twoWay.has(condition));
    if (!hasOther || condition === null) return this.leaveMaybe(frame, this.truthOf(frame.span) === true);
    this.firstArms.set(condition, this.state.takeBack(frame.moment));
    this.state.isReached = frame.isReached;
  }

  /** What runs only for one outcome of a test; `isSure` where the test has no other outcome. */
  private leaveMaybe(frame: Frame, isSure: boolean): void {
    const exit = this.state.takeBack(frame.moment);
    this.state.meet([exit, unchanged(frame.isReached && !isSure)]);
  }

  private leaveSecond({ span, moment }: Frame): void {
    const first = span.condition === null ? undefined : this.firstArms.get(span.condition);
    const exit = this.state.takeBack(moment);
    this.state.meet(first ? [first, exit] : [exit]);
  }

  private enterLoop(region: number): Collector {
    const { state } = this;
    const joins = state.collect(this.groups.assignedIn(region));
    state.forgetAll();
    for (const [local, join] of joins) state.locals.set(local, join);
    state.collectors.push(joins);
    return joins;
  }

  /** Behind a loop a local has any value that it had before or was given inside. */
  private leaveLoop({ moment, joins, isReached }: Frame): void {
    const { state } = this;
    state.collectors.pop();
    state.undo(moment);
    state.forgetAll();
    for (const [local, join] of joins ?? []) state.locals.set(local, join);
    state.isReached = isReached;
  }

  private enterCase(span: Span): void {
    const { state } = this;
    const condition = span.condition ?? -1;
    const cases = this.groups.cases.get(condition) ?? [];
    if (cases[0] === span.region) {
      const taken = mayTake(state.body, cases, state.constants.get(condition));
      this.switches.push({
        moment: state.now(),
        isReached: state.isReached,
        exits: [],
        last: cases.at(-1) ?? -1,
        ...taken,
        falling: null,
      });
    }
    const open = this.switches.at(-1);
    if (!open) return;
    const entry = unchanged(open.isReached && open.taken.has(span.region ?? -1));
    state.meet(open.falling ? [entry, open.falling] : [entry]);
    open.falling = null;
  }

  private leaveCase({ region }: Span): void {
    const { state } = this;
    const open = this.switches.at(-1);
    if (!open || region === null) return;
    const exit = state.takeBack(open.moment);
    if (state.body.regions[region]?.arrow === true || region === open.last) open.exits.push(exit);
    else open.falling = exit;
    if (region !== open.last) return;
    this.switches.pop();
    state.meet([...open.exits, unchanged(open.isReached && open.canMiss)]);
  }

  private enterTry(region: number): void {
    const { state, groups } = this;
    const group = groups.tries.get(region);
    const none: Collector = new Map();
    const left = group?.hasFinally ? state.collect(groups.assignedAround(region)) : none;
    const thrown = group?.hasCatch ? state.collect(groups.assignedIn(region)) : none;
    this.tries.set(region, {
      ...{ moment: state.now(), isReached: state.isReached, thrown, left, exits: [] },
    });
    state.collectors.push(left, thrown);
  }

  private enterCatch(region: number): undefined {
    const { state } = this;
    const open = this.tries.get(state.body.regions[region]?.of ?? -1);
    if (!open) return;
    state.isReached = open.isReached;
    state.forgetAll();
    for (const [local, join] of open.thrown) state.locals.set(local, join);
  }

  /** Leaves the block of a `try` or a `catch`. */
  private leaveTried({ span }: Frame): void {
    const { state, groups } = this;
    const region = span.region ?? -1;
    const tried = span.kind === 'try' ? region : (state.body.regions[region]?.of ?? -1);
    const open = this.tries.get(tried);
    const group = groups.tries.get(tried);
    if (!open || !group) return;
    open.exits.push(state.takeBack(open.moment));
    if (span.kind === 'try') state.collectors.pop();
    const isLast = region === group.last;
    if (isLast) {
      state.collectors.pop();
      state.meet(open.exits);
    }
  }

  /** A `finally` also runs when the block was left in the middle: with any value that a local was given there. */
  private enterFinally(region: number): Collector {
    const { state } = this;
    const open = this.tries.get(state.body.regions[region]?.of ?? -1);
    if (!open) return new Map();
    state.collectors.pop();
    state.meet(open.exits);
    open.exits.length = 0;
    open.exits.push(state.exitSince(open.moment));
    state.isReached = open.isReached;
    state.forgetAll();
    for (const [local, join] of open.left) state.locals.set(local, join);
    return open.left;
  }

  /** Behind it locals are as the block left them, but for what the `finally` itself has assigned. */
  private leaveFinally({ span, joins }: Frame): void {
    const { state } = this;
    const open = this.tries.get(state.body.regions[span.region ?? -1]?.of ?? -1);
    const [normal] = open?.exits ?? [];
    if (!open || !normal) return;
    const { isReached, locals, contents } = state.takeBack(open.moment);
    state.apply(normal);
    const own = new Map([...locals].filter(([local, node]) => node !== joins?.get(local)));
    state.apply({ isReached, locals: keepNew(own, normal.locals), contents });
    state.isReached = normal.isReached && isReached;
  }

  /** What runs later changes no local here; the lists and maps that it touches are others' from now on. */
  private leaveLambda({ moment, isReached }: Frame): void {
    const { state } = this;
    const { contents } = state.exitSince(moment);
    const changed = [...contents.keys()];
    state.undo(moment);
    for (const object of changed) state.forget(object);
    state.isReached = isReached;
  }
}

/** Changes that are not among those made before. */
function keepNew<Value>(
  changes: ReadonlyMap<number, Value>,
  before: ReadonlyMap<number, Value>,
): ReadonlyMap<number, Value> {
  return new Map([...changes].filter(([key, value]) => before.get(key) !== value));
}
