import type { MethodId } from '../../base/ids.ts';
import { compareNumber, placeIn } from '../../base/ordering.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import { type CallSite, callAt, type ProgramMethod, type ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { appliesTo, type CallGuard, rulesNothingOut } from '../guards/call-guards.ts';
import { type CheckedDanger, PATH_PARTS } from '../kinds.ts';
import type { CallRole, CallRoles } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatcher, callsOf, createCallMatcher } from '../match/call-matcher.ts';
import { functionResult, listTest } from '../match/constant-lists.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { allOf, assignedLocals, bothOf, type Known, PassedChecks } from '../match/passed-checks.ts';
import type { Row } from '../models.ts';
import { ValuesBehind } from './value-behind.ts';

/** What a method of the tree says of its parameters: `0 all` where all of the value was checked, else what is safe now. */
interface OwnValidator {
  /** Where it answers yes. */
  readonly answers: ReadonlySet<string>;
  /** Where it answers no. */
  readonly denials: ReadonlySet<string>;
  /** Where it gives something, and not null. */
  readonly gifts: ReadonlySet<string>;
  /** Where it returns at all. */
  readonly demands: ReadonlySet<string>;
}

/** Validators that call validators that call …: rounds of looking. */
const MOST_ROUNDS = 4;
/** What a check of a part of the value rules out: of the host of an address, of a path, of one way out of a folder. */
const AGAINST: Readonly<Record<string, readonly CheckedDanger[]>> = {
  host: ['request-forgery', 'url-redirection'],
  path: ['path'],
  'path-way-up': ['path-way-up'],
  'path-from-root': ['path-from-root'],
  seen: [],
};
const PATH_SCOPES: ReadonlySet<string> = new Set(['path', ...PATH_PARTS]);
/** Operations of a method that is looked into for a question that a check asks. */
const SHORT = 20;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The calls of checks that the project wrote itself, as validators: methods that throw, or answer no, unless a check of
 * a known kind has passed on their parameter, and checks of an address by its host. Adds to the roles that rows give.
 */
export function withOwnValidators(tools: MatchTools, roles: CallRoles): CallRoles {
  const search = new OwnValidators(tools);
  const found = new Map(roles);
  for (const [id, added] of search.roles()) {
    const merged = new Map(found.get(id) ?? []);
    for (const [operation, own] of added) merged.set(operation, [...(merged.get(operation) ?? []), ...own]);
    found.set(id, merged);
  }
  return found;
}

class OwnValidators {
  private readonly tools: MatchTools;
  private readonly rows: readonly CallGuard[];
  private readonly matchCheck: CallMatcher<CallGuard>;
  private readonly matchEmpty: CallMatcher<Row<'emptyTests'>>;
  private readonly behind: ValuesBehind;
  private readonly validators = new Map<MethodId, OwnValidator>();
  /** Short questions that were looked into because a check asks them. */
  private readonly asked = new Set<ProgramMethod>();
  /** Methods with a check of a known kind, or a call of a validator. */
  private readonly checking = new Set<ProgramMethod>();

  constructor(tools: MatchTools) {
    this.tools = tools;
    this.rows = tools.models.guards.filter(
      (row): row is CallGuard =>
        row.on === 'call' &&
        (row.category === 'validation' || PATH_SCOPES.has(row.against?.join() ?? '')) &&
        row.errors === undefined,
    );
    this.matchCheck = createCallMatcher(this.rows, tools);
    this.matchEmpty = createCallMatcher(tools.models.emptyTests, tools);
    this.behind = new ValuesBehind(tools);
    this.find();
  }

  /** Roles by method and call, in order of methods. */
  roles(): ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, readonly CallRole[]>> {
    const found = new Map<MethodId, ReadonlyMap<OperationIndex, readonly CallRole[]>>();
    for (const method of this.inOrder(this.checking)) {
      const body = method.declaration?.body;
      if (!body) continue;
      const own = this.rolesIn(method, body);
      if (own.size > 0) found.set(method.id, own);
    }
    return found;
  }

  private find(): void {
    const checks = callsOf(this.rows, this.tools);
    const direct = new Set([
      ...checks.flatMap((call) => (this.checkAt(call) ? [call.caller] : [])),
      ...bodyIndex(this.tools.program).having('case').filter(asksText),
    ]);
    let round = this.inOrder(direct);
    for (let count = 0; count < MOST_ROUNDS && round.length > 0; count++) {
      for (const method of round) this.checking.add(method);
      const fresh = round.filter((method) => this.learn(method));
      round = this.callersOf(fresh);
    }
    for (const method of round) this.checking.add(method);
  }

  private callersOf(methods: readonly ProgramMethod[]): ProgramMethod[] {
    const callers = new Set(
      methods.flatMap((method) =>
        this.tools.program
          .callersOf(method.id)
          .flatMap((site) => this.tools.program.method(site.caller) ?? []),
      ),
    );
    return this.inOrder(callers);
  }

  /** Those of production code, in its order: only types that have some are gone through. */
  private inOrder(methods: ReadonlySet<ProgramMethod>): ProgramMethod[] {
    const owners = new Set<ProgramType>();
    for (const { owner } of methods) owners.add(owner);
    const found: ProgramMethod[] = [];
    for (const type of this.tools.productionTypes) {
      if (!owners.has(type)) continue;
      for (const method of type.methods) if (methods.has(method)) found.push(method);
    }
    return found;
  }

  /** Looks at a method; whether it is a validator, or a better one than was known. */
  private learn(method: ProgramMethod): boolean {
    const body = method.declaration?.body;
    if (!body || method.parameters.length === 0) return false;
    const passed = this.passedIn(method, body, (operation) => this.parameterOf(method, operation));
    const exits = exitsOf(method, body);
    const { returnType } = method;
    const isQuestion = returnType.kind === 'primitive' && returnType.name === 'boolean';
    const atExits = (said: (value: OperationIndex) => Known): ReadonlySet<string> =>
      setOf(
        bothOf(
          exits.map(({ at, value }) => (value === null ? NOTHING : allOf([said(value), passed.at(at)]))),
        ),
      );
    const isNull = (value: OperationIndex) => {
      const operation = body.operations[value];
      return operation?.kind === 'literal' && operation.type === 'null';
    };
    const learnt: OwnValidator = {
      answers: isQuestion ? atExits((value) => passed.whenTrue(value)) : NOTHING,
      denials: isQuestion ? atExits((value) => passed.whenFalse(value)) : NOTHING,
      gifts:
        returnType.kind === 'class' ? atExits((value) => (isNull(value) ? 'anything' : NOTHING)) : NOTHING,
      demands: setOf(bothOf(exits.map((exit) => passed.at(exit.at)))),
    };
    const before = this.validators.get(method.id);
    if (sizeOf(learnt) <= (before ? sizeOf(before) : 0)) return false;
    this.validators.set(method.id, learnt);
    return true;
  }

  private passedIn(
    method: ProgramMethod,
    body: Body,
    factsOf: (operation: OperationIndex, call: OperationIndex) => readonly string[],
  ): PassedChecks {
    const byRow = (call: OperationIndex, passes: CallGuard['passes']): readonly string[] | undefined => {
      const outside = this.tools.callAt(method, call);
      const row = outside && this.checkAt(outside);
      if (!outside || !row || row.condition !== undefined) return undefined;
      const positions = row.passes === passes ? (row.arguments ?? []) : [];
      return positions.flatMap((position) => {
        const operation = argumentOperation(outside, position);
        if (operation === undefined) return [];
        const facts = factsOf(this.behind.checked(outside, operation, row.of), call);
        if (rulesNothingOut(this.tools, outside, row)) return facts.filter((fact) => fact.endsWith(' seen'));
        if (row.host && this.behind.addresses(method, operation).length === 0) return [];
        return row.against === undefined ? facts : facts.filter((fact) => fact.endsWith(` ${scopeOf(row)}`));
      });
    };
    const empty = (call: OperationIndex, answer: 'yes' | 'no'): readonly string[] | undefined => {
      const outside = this.tools.callAt(method, call);
      const row = outside && this.matchEmpty(outside)[0]?.row;
      if (!outside || !row) return undefined;
      return (row.empty === answer ? row.arguments : []).flatMap((position) => {
        const operation = argumentOperation(outside, position);
        return operation === undefined ? [] : factsOf(operation, call);
      });
    };
    const said = (call: OperationIndex, which: keyof OwnValidator): Known => {
      const site = callAt(method, call);
      const own = site === undefined ? NOTHING : this.saidBy(site, which);
      if (own.size === 0) return NOTHING;
      return new Set([...own].flatMap((fact) => argumentFacts(body, { call, fact }, factsOf)));
    };
    return new PassedChecks(body, {
      answers: (call) => setOfFacts(byRow(call, 'yes') ?? empty(call, 'yes')) ?? said(call, 'answers'),
      denies: (call) => setOfFacts(byRow(call, 'no') ?? empty(call, 'no')) ?? said(call, 'denials'),
      absent: (value) => new Set(factsOf(value, value)),
      gives: (call) => said(call, 'gifts'),
      demands: (call) => said(call, 'demands'),
      listed: (subject) =>
        isText(method.operationTypes[subject]) ? new Set(factsOf(subject, subject)) : NOTHING,
      ofElements: (call) => {
        const outside = this.tools.callAt(method, call);
        const test = outside && listTest(this.tools, outside);
        const result = test && functionResult(body, call);
        return test && result !== undefined ? { ...test, result } : undefined;
      },
      asserts: (call) => {
        const outside = this.tools.callAt(method, call);
        const condition = outside && this.checkAt(outside)?.condition;
        return outside && condition !== undefined ? argumentOperation(outside, condition) : undefined;
      },
    });
  }

  private checkAt(call: CallFacts): CallGuard | undefined {
    return this.matchCheck(call).find(({ row }) => appliesTo(this.tools, call, row))?.row;
  }

  /** What all methods that the call may run say. */
  private saidBy(site: CallSite, which: keyof OwnValidator): ReadonlySet<string> {
    // Every call is asked about what it demands, and most are of no validator at all.
    if (which === 'demands' && !site.targets.some(({ method }) => this.validators.has(method)))
      return NOTHING;
    const bodies = site.targets.filter(
      ({ method, passes }) => !passes && this.tools.program.method(method)?.declaration?.body,
    );
    if (which !== 'demands') for (const { method } of bodies) this.learnShort(method);
    return setOf(bothOf(bodies.map(({ method }) => this.validators.get(method)?.[which] ?? NOTHING)));
  }

  /** `isEmpty(text)` of the tree is no check, but a check may ask it. */
  private learnShort(id: MethodId): void {
    const method = this.tools.program.method(id);
    const size = method?.declaration?.body?.operations.length ?? 0;
    if (method === undefined || size === 0 || size > SHORT || this.asked.has(method)) return;
    this.asked.add(method);
    if (!this.validators.has(id)) this.learn(method);
  }

  /** What is known of a parameter when the value has been checked. */
  private parameterOf(method: ProgramMethod, operation: OperationIndex): readonly string[] {
    return this.scopesOf(method, operation).flatMap(({ at, scope }) => {
      const origin = method.declaration?.body?.operations[this.behind.originOf(method, at) ?? -1];
      return origin?.kind === 'parameter' ? [`${origin.index} ${scope}`] : [];
    });
  }

  /** The value itself, and those that it stands for, each with what a check of it says of them. */
  private scopesOf(method: ProgramMethod, operation: OperationIndex) {
    const same = this.behind.sameText(method, operation);
    return [
      ...[operation, ...(same === undefined ? [] : [same])].flatMap((at) =>
        ['all', ...Object.keys(AGAINST)].map((scope) => ({ at, scope })),
      ),
      ...this.behind.addresses(method, operation).map((at) => ({ at, scope: 'host' })),
      ...this.behind
        .names(method, operation)
        .flatMap((at) => [...PATH_SCOPES].map((scope) => ({ at, scope }))),
    ];
  }

  private rolesIn(method: ProgramMethod, body: Body): ReadonlyMap<OperationIndex, readonly CallRole[]> {
    const roles = new Map<OperationIndex, CallRole[]>();
    const firstReads = firstReadsIn(body);
    /** The checks that say something. */
    const saidBy = new Map<string, Set<OperationIndex>>();
    const passed = this.passedIn(method, body, (operation, call) =>
      this.scopesOf(method, operation).map(({ at, scope }) => {
        // What is never given another value is the same wherever it is read: one check of it is as good as the other.
        const read = firstReads.get(declarationOf(method, at));
        const fact = read === undefined ? `${call} ${at} ${scope}` : `any ${read} ${scope}`;
        saidBy.set(fact, (saidBy.get(fact) ?? new Set()).add(call));
        return fact;
      }),
    );
    const sorted = new Map([...saidBy].map(([fact, calls]) => [fact, [...calls].sort(compareNumber)]));
    for (const { fact, start, end } of passed.ranges) {
      const [, operation, scope] = fact.split(' ');
      const call = lastBefore(sorted.get(fact) ?? [], start);
      const against = AGAINST[scope ?? ''];
      const role: CallRole = {
        role: 'validator',
        arguments: [],
        operations: [Number(operation)],
        within: { start, end },
        ...(against === undefined ? {} : { against }),
      };
      const known = roles.get(call);
      if (known) known.push(role);
      else roles.set(call, [role]);
    }
    return roles;
  }
}

/** The last of several checks that say the same is what a branch behind it depends on; -1 where there is none. */
function lastBefore(calls: readonly OperationIndex[], start: OperationIndex): OperationIndex {
  return calls[placeIn(calls, start) - 1] ?? -1;
}

/** The first read of each local that is never given another value, by its declaration. */
function firstReadsIn(body: Body): ReadonlyMap<OperationIndex, OperationIndex> {
  const found = new Map<OperationIndex, OperationIndex>();
  const changing = assignedLocals(body);
  body.operations.forEach((operation, at) => {
    if (operation.kind !== 'local' || changing.has(operation.declaration)) return;
    if (!found.has(operation.declaration)) found.set(operation.declaration, at);
  });
  return found;
}

/** The local that an operation reads; -1 for others. */
function declarationOf({ declaration }: ProgramMethod, at: OperationIndex): OperationIndex {
  const operation = declaration?.body?.operations[at];
  return operation?.kind === 'local' ? operation.declaration : -1;
}

/** What a row says of a value that has passed. */
function scopeOf({ against = [] }: CallGuard): string | undefined {
  return Object.keys(AGAINST).find((scope) => AGAINST[scope]?.join() === against.join());
}

/** A fact about a parameter of the called method, as facts about the argument. */
function argumentFacts(
  body: Body,
  { call, fact }: { readonly call: OperationIndex; readonly fact: string },
  factsOf: (operation: OperationIndex, call: OperationIndex) => readonly string[],
): readonly string[] {
  const [position, scope] = fact.split(' ');
  const operation = body.operations[call];
  const argument = operation?.kind === 'call' ? operation.args[Number(position)] : undefined;
  const facts = argument === undefined ? [] : factsOf(argument, call);
  return scope === 'all' ? facts : facts.filter((each) => each.endsWith(` ${scope}`));
}

interface Exit {
  readonly at: OperationIndex;
  readonly value: OperationIndex | null;
}

/** A switch over text. */
function asksText({ declaration, operationTypes }: ProgramMethod): boolean {
  return (declaration?.body?.regions ?? []).some(
    ({ kind, condition }) => kind === 'case' && condition !== undefined && isText(operationTypes[condition]),
  );
}

function isText(type: ResolvedType | undefined): boolean {
  return type?.kind === 'class' && type.name === 'java.lang.String';
}

/** The ways out of a method that ends normally. */
function exitsOf(method: ProgramMethod, body: Body): readonly Exit[] {
  const lambdas = body.regions.filter(({ kind }) => kind === 'lambda');
  const returns = body.operations.flatMap((operation, at): Exit[] => {
    const isOwn = operation.kind === 'return' && !lambdas.some(({ start, end }) => at >= start && at < end);
    return isOwn ? [{ at, value: operation.value }] : [];
  });
  const at = body.operations.length;
  const isOpen = method.returnType.kind === 'void' && !endsByThrowing(body);
  return isOpen ? [...returns, { at, value: null }] : returns;
}

/** The last thing that a body does by itself, in no branch, is to throw. */
function endsByThrowing({ operations, regions }: Body): boolean {
  const last = operations.length - 1;
  const isInside = regions.some(({ start, end, parent }) => parent !== null && last >= start && last < end);
  return operations[last]?.kind === 'throw' && !isInside;
}

function sizeOf({ answers, denials, gifts, demands }: OwnValidator): number {
  return answers.size + denials.size + gifts.size + demands.size;
}

function setOfFacts(facts: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return facts && new Set(facts);
}

function setOf(known: Known): ReadonlySet<string> {
  return known === 'anything' ? NOTHING : known;
}
