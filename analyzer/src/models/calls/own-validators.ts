import type { MethodId } from '../../base/ids.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import { type CallSite, callAt, type ProgramMethod } from '../../link/program.ts';
import { appliesTo, type CallGuard } from '../guards/call-guards.ts';
import type { CallRole, CallRoles } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatcher, callTest, createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { allOf, assignedLocals, bothOf, type Known, PassedChecks } from '../match/passed-checks.ts';
import type { Row } from '../models.ts';

/** What a method of the tree says of its parameters: `0 all` where all of the value was checked, `0 host` its host. */
interface OwnValidator {
  /** Where it answers yes. */
  readonly answers: ReadonlySet<string>;
  /** Where it returns at all. */
  readonly demands: ReadonlySet<string>;
}

/** Validators that call validators that call …: rounds of looking. */
const MOST_ROUNDS = 4;
/** Calls between an address and its host. */
const LONGEST_CHAIN = 6;
/** What the host of an address decides. */
const AGAINST_HOSTS = ['request-forgery', 'url-redirection'] as const;
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
  private readonly matchAddress: CallMatcher<Row<'addresses'>>;
  private readonly validators = new Map<MethodId, OwnValidator>();
  private readonly changing = new Map<Body, ReadonlySet<OperationIndex>>();
  /** Methods with a check of a known kind, or a call of a validator. */
  private readonly checking = new Set<ProgramMethod>();

  constructor(tools: MatchTools) {
    this.tools = tools;
    this.rows = tools.models.guards.filter(
      (row): row is CallGuard =>
        row.on === 'call' && row.category === 'validation' && row.errors === undefined,
    );
    this.matchCheck = createCallMatcher(this.rows, tools);
    this.matchAddress = createCallMatcher(tools.models.addresses, tools);
    this.find();
  }

  /** Roles by method and call, in order of methods. */
  roles(): ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, readonly CallRole[]>> {
    const found = new Map<MethodId, ReadonlyMap<OperationIndex, readonly CallRole[]>>();
    for (const method of this.tools.productionMethods) {
      const body = method.declaration?.body;
      if (!body || !this.checking.has(method)) continue;
      const own = this.rolesIn(method, body);
      if (own.size > 0) found.set(method.id, own);
    }
    return found;
  }

  private find(): void {
    const { calls, productionMethods } = this.tools;
    const checks = calls.select(callTest(this.rows, this.tools));
    const direct = new Set(checks.flatMap((call) => (this.checkAt(call) ? [call.caller] : [])));
    let round = productionMethods.filter((method) => direct.has(method));
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
    return this.tools.productionMethods.filter((method) => callers.has(method));
  }

  /** Looks at a method; whether it is a validator, or a better one than was known. */
  private learn(method: ProgramMethod): boolean {
    const body = method.declaration?.body;
    if (!body || method.parameters.length === 0) return false;
    const passed = this.passedIn(method, body, (operation) => this.parameterOf(method, operation));
    const exits = exitsOf(method, body);
    const isQuestion = method.returnType.kind === 'primitive' && method.returnType.name === 'boolean';
    const demands = bothOf(exits.map((exit) => passed.at(exit.at)));
    const answers = isQuestion
      ? bothOf(
          exits.map(({ at, value }) =>
            value === null ? NOTHING : allOf([passed.whenTrue(value), passed.at(at)]),
          ),
        )
      : NOTHING;
    const before = this.validators.get(method.id);
    const learnt = { answers: setOf(answers), demands: setOf(demands) };
    const size = learnt.answers.size + learnt.demands.size;
    if (size <= (before ? before.answers.size + before.demands.size : 0)) return false;
    this.validators.set(method.id, learnt);
    return true;
  }

  private passedIn(
    method: ProgramMethod,
    body: Body,
    factsOf: (operation: OperationIndex, call: OperationIndex) => readonly string[],
  ): PassedChecks {
    const said = (call: OperationIndex, which: keyof OwnValidator): Known => {
      const site = callAt(method, call);
      const own = site === undefined ? NOTHING : this.saidBy(site, which);
      return new Set([...own].flatMap((fact) => argumentFacts(body, { call, fact }, factsOf)));
    };
    return new PassedChecks(body, {
      answers: (call) => {
        const outside = this.tools.callAt(method, call);
        const row = outside && this.checkAt(outside);
        if (!outside || !row || row.condition !== undefined) return said(call, 'answers');
        const positions = row.arguments ?? [];
        return new Set(
          positions.flatMap((position) => {
            const operation = argumentOperation(outside, position);
            return operation === undefined ? [] : factsOf(operation, call);
          }),
        );
      },
      demands: (call) => said(call, 'demands'),
      asserts: (call) => {
        const outside = this.tools.callAt(method, call);
        const condition = outside && this.checkAt(outside)?.condition;
        return outside && condition !== undefined ? argumentOperation(outside, condition) : undefined;
      },
    });
  }

  private checkAt(call: CallFacts): CallGuard | undefined {
    const row = this.matchCheck(call)[0]?.row;
    return row !== undefined && appliesTo(this.tools, call, row) ? row : undefined;
  }

  /** What all methods that the call may run say. */
  private saidBy(site: CallSite, which: keyof OwnValidator): ReadonlySet<string> {
    const bodies = site.targets.filter(
      ({ method, passes }) => !passes && this.tools.program.method(method)?.declaration?.body,
    );
    return setOf(bothOf(bodies.map(({ method }) => this.validators.get(method)?.[which] ?? NOTHING)));
  }

  /** What is known of a parameter when the value has been checked. */
  private parameterOf(method: ProgramMethod, operation: OperationIndex): readonly string[] {
    const index = this.parameterAt(method, operation);
    if (index !== undefined) return [`${index} all`, `${index} host`];
    const address = this.addressBehind(method, operation);
    const behind = address === undefined ? undefined : this.parameterAt(method, address);
    return behind === undefined ? [] : [`${behind} host`];
  }

  private parameterAt(method: ProgramMethod, operation: OperationIndex): number | undefined {
    const origin = method.declaration?.body?.operations[this.originOf(method, operation) ?? -1];
    return origin?.kind === 'parameter' ? origin.index : undefined;
  }

  /** The operation that gave a value, through locals that are never given another one. */
  private originOf(method: ProgramMethod, operation: OperationIndex): OperationIndex | undefined {
    const body = method.declaration?.body;
    if (!body) return undefined;
    const changing = this.changing.get(body) ?? assignedLocals(body);
    this.changing.set(body, changing);
    let at = operation;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const each = body.operations[at];
      if (each?.kind === 'local' && !changing.has(each.declaration)) at = each.declaration;
      else if (each?.kind === 'declare' && each.role === 'local' && each.value !== null) at = each.value;
      else if (each?.kind === 'cast') at = each.operand;
      else return each?.kind === 'local' ? undefined : at;
    }
    return undefined;
  }

  /** The value of which another one is the host; undefined for other values. */
  private addressBehind(method: ProgramMethod, operation: OperationIndex): OperationIndex | undefined {
    let at: OperationIndex | undefined = operation;
    let isHost = false;
    for (let step = 0; step < LONGEST_CHAIN && at !== undefined; step++) {
      const origin = this.originOf(method, at);
      const made = origin === undefined ? undefined : method.declaration?.body?.operations[origin];
      if (origin === undefined || (made?.kind !== 'call' && made?.kind !== 'new')) break;
      const call = this.tools.callAt(method, origin);
      if (call === undefined) break;
      isHost ||= this.matchAddress(call)[0]?.row.does === 'host';
      at = made.args[0] ?? made.object ?? undefined;
    }
    return isHost ? at : undefined;
  }

  private rolesIn(method: ProgramMethod, body: Body): ReadonlyMap<OperationIndex, readonly CallRole[]> {
    const roles = new Map<OperationIndex, CallRole[]>();
    const passed = this.passedIn(method, body, (operation, call) => this.checkedIn(method, operation, call));
    for (const { fact, start, end } of passed.ranges) {
      const [call, operation, scope] = fact.split(' ');
      const role: CallRole = {
        role: 'validator',
        arguments: [],
        operations: [Number(operation)],
        within: { start, end },
        ...(scope === 'host' ? { against: AGAINST_HOSTS } : {}),
      };
      const known = roles.get(Number(call));
      if (known) known.push(role);
      else roles.set(Number(call), [role]);
    }
    return roles;
  }

  /** Facts that name the check and the operation by which it saw the value. */
  private checkedIn(
    method: ProgramMethod,
    operation: OperationIndex,
    call: OperationIndex,
  ): readonly string[] {
    const address = this.addressBehind(method, operation);
    const host = address === undefined ? [] : [`${call} ${address} host`];
    return [`${call} ${operation} all`, `${call} ${operation} host`, ...host];
  }
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
  return scope === 'all' ? facts : facts.filter((each) => each.endsWith(' host'));
}

interface Exit {
  readonly at: OperationIndex;
  readonly value: OperationIndex | null;
}

/** The ways out of a method that ends normally. */
function exitsOf(method: ProgramMethod, body: Body): readonly Exit[] {
  const lambdas = body.regions.filter(({ kind }) => kind === 'lambda');
  const returns = body.operations.flatMap((operation, at): Exit[] => {
    const isOwn = operation.kind === 'return' && !lambdas.some(({ start, end }) => at >= start && at < end);
    return isOwn ? [{ at, value: operation.value }] : [];
  });
  const end = { at: body.operations.length, value: null };
  return method.returnType.kind === 'void' ? [...returns, end] : returns;
}

function setOf(known: Known): ReadonlySet<string> {
  return known === 'anything' ? NOTHING : known;
}
