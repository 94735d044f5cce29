import type { MethodId } from '../../base/ids.ts';
import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { callAt } from '../../link/program.ts';
import { isQuestion } from '../guards/call-guards.ts';
import type { CallRole, CallRoles, Guard } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import type { CallKind } from '../match/call-kinds.ts';
import { type CallPattern, createCallMatcher } from '../match/call-matcher.ts';
import { kindsOf } from '../match/call-rows.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';

/** Where a propagator's value goes when it goes into the result. */
const RESULT = -2;

/** Gives the roles that a call plays, in a fixed order. */
interface RoleFinder {
  /** What calls with a role call. */
  readonly kinds: Iterable<CallKind>;
  find(call: CallFacts): readonly CallRole[];
}

const NO_ROLES: readonly CallRole[] = [];

/** Says of every call of production code out of the tree what it is to the flow of values: source, sanitizer, log, response … */
export function assignRoles(tools: MatchTools, naming: SecretNaming, guards: readonly Guard[]): CallRoles {
  const checked = checksIn(tools, guards);
  const finders = [validatorFinder(tools, checked), ...roleFinders(tools, naming)];
  const byKind = findersByKind(finders);
  const roles = new Map<MethodId, Map<OperationIndex, readonly CallRole[]>>();
  for (const call of tools.calls.callsOf(byKind.keys())) {
    addRoles(roles, call, rolesOf(call, byKind.get(call.kind) ?? []));
  }
  addOwnChecks(tools, roles, checked);
  return roles;
}

/** Calls of validators that the tree declares are no calls out of it, and no finder sees them. */
function addOwnChecks(
  tools: MatchTools,
  roles: Map<MethodId, Map<OperationIndex, readonly CallRole[]>>,
  checked: Checks,
): void {
  for (const [id, ofMethod] of checked) {
    const caller = tools.program.method(id);
    for (const [operation, role] of ofMethod) {
      const site = caller && callAt(caller, operation);
      if (caller === undefined || site === undefined || tools.callAt(caller, operation) !== undefined)
        continue;
      addRoles(roles, { caller, site }, [role]);
    }
  }
}

function findersByKind(finders: readonly RoleFinder[]): ReadonlyMap<CallKind, readonly RoleFinder[]> {
  const byKind = new Map<CallKind, RoleFinder[]>();
  for (const finder of finders) {
    for (const kind of finder.kinds) {
      const ofKind = byKind.get(kind);
      if (ofKind === undefined) byKind.set(kind, [finder]);
      else ofKind.push(finder);
    }
  }
  return byKind;
}

function rolesOf(call: CallFacts, finders: readonly RoleFinder[]): readonly CallRole[] {
  let roles = NO_ROLES;
  for (const finder of finders) {
    const found = finder.find(call);
    if (found.length > 0) roles = roles.length === 0 ? found : [...roles, ...found];
  }
  return roles;
}

function addRoles(
  roles: Map<MethodId, Map<OperationIndex, readonly CallRole[]>>,
  { caller, site }: Pick<CallFacts, 'caller' | 'site'>,
  found: readonly CallRole[],
): void {
  if (found.length === 0) return;
  const known = roles.get(caller.id);
  if (known === undefined) roles.set(caller.id, new Map([[site.operation, found]]));
  else known.set(site.operation, found);
}

function roleFinders(tools: MatchTools, naming: SecretNaming): readonly RoleFinder[] {
  const { models } = tools;
  /** Each row that fits says it; of those that only may fit, the first. */
  const each = <Row extends CallPattern>(
    rows: readonly Row[],
    toRole: (row: Row) => CallRole,
  ): RoleFinder => {
    const matcher = createCallMatcher(rows, tools);
    return {
      kinds: kindsOf(rows, tools),
      find: (call) =>
        matcher(call)
          .filter(({ confidence }, position) => position === 0 || confidence === 'certain')
          .map(({ row }) => toRole(row)),
    };
  };
  /** The first row that fits says it. */
  const one = <Row extends CallPattern>(rows: readonly Row[], toRole: (row: Row) => CallRole): RoleFinder => {
    const matcher = createCallMatcher(rows, tools);
    return {
      kinds: kindsOf(rows, tools),
      find: (call) => {
        const [match] = matcher(call);
        return match === undefined ? NO_ROLES : [toRole(match.row)];
      },
    };
  };
  return [
    one(models.sources, (row) => ({ role: 'source', source: row.source })),
    each(models.sanitizers, (row) => ({ role: 'sanitizer', cleans: row.cleans, arguments: row.arguments })),
    one(models.logs, (row) => ({ role: 'log', arguments: row.arguments })),
    one(models.responses, (row) => ({
      role: 'response',
      arguments: row.arguments,
      ...(row.failures ? { failures: true } : {}),
    })),
    secretFinder(tools, naming),
    one(models.declassifiers, () => ({ role: 'declassifier' })),
    one(models.exceptionDetails, ({ message }) => ({ role: 'exception-detail', message })),
    propagatorFinder(tools),
    one(models.elements, (row) => ({ role: 'element', does: row.does })),
    one(
      models.addresses.filter(({ does }) => does !== 'same'),
      (row) => ({ role: 'address', does: row.does }),
    ),
    one(models.refusals, () => ({ role: 'denies' })),
    one(models.identityLosses, () => ({ role: 'forgets' })),
    one(models.failureDefaults, (row) => ({ role: 'failure-default', argument: row.value })),
    one(models.continuations, () => ({ role: 'continues' })),
    cryptoFinder(tools),
  ];
}

/** A check of a value's content that refuses it; a sanitizer that makes another value of it names what it cleans. */
function refuses({ category, cleans }: Guard): boolean {
  return category === 'validation' || (category === 'sanitization' && cleans === undefined);
}

/** What checks say of values, by method and call. */
type Checks = ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, CallRole>>;

/**
 * A validation that counts as a guard also rejects the values it looks at; where one that answers yes or no has passed,
 * `withOwnValidators` tells.
 */
function checksIn({ program }: MatchTools, guards: readonly Guard[]): Checks {
  const checked = new Map<MethodId, Map<OperationIndex, CallRole>>();
  for (const guard of guards) {
    const { carrier } = guard;
    if (!refuses(guard) || carrier.kind !== 'call') continue;
    const method = program.method(carrier.method);
    if (method === undefined || isQuestion(method, carrier.operation)) continue;
    const ofMethod = checked.get(carrier.method) ?? new Map<OperationIndex, CallRole>();
    const { parameters = [], against } = guard;
    const role: CallRole = { role: 'validator', arguments: parameters, ...(against ? { against } : {}) };
    checked.set(carrier.method, ofMethod.set(carrier.operation, role));
  }
  return checked;
}

function validatorFinder(tools: MatchTools, checked: Checks): RoleFinder {
  const kinds = new Set<CallKind>();
  for (const [id, ofMethod] of checked) {
    const method = tools.program.method(id);
    for (const operation of ofMethod.keys()) {
      const call = method && tools.callAt(method, operation);
      if (call !== undefined) kinds.add(call.kind);
    }
  }
  return {
    kinds,
    find({ caller, site }) {
      const found = checked.get(caller.id)?.get(site.operation);
      return found === undefined ? NO_ROLES : [found];
    },
  };
}

function cryptoFinder(tools: MatchTools): RoleFinder {
  const matcher = createCallMatcher(tools.models.crypto, tools);
  return {
    kinds: kindsOf(tools.models.crypto, tools),
    find(call) {
      const [match] = matcher(call);
      if (match === undefined) return NO_ROLES;
      return [{ role: 'crypto', verifies: fitsAny(call.member, match.row.verifies ?? []) }];
    },
  };
}

function propagatorFinder(tools: MatchTools): RoleFinder {
  const matcher = createCallMatcher(tools.models.propagators, tools);
  return {
    kinds: kindsOf(tools.models.propagators, tools),
    find(call) {
      const [match] = matcher(call);
      if (match === undefined) return NO_ROLES;
      return match.row.flows
        .filter(({ from }) => from === -1 || call.args === null || from < call.args.length)
        .map(({ from, to }): CallRole => ({ role: 'propagator', from, to: to === 'result' ? RESULT : to }));
    },
  };
}

/** Calls that give a secret: by row, by the constant name they are asked for, or a getter named after a secret. */
function secretFinder(tools: MatchTools, naming: SecretNaming): RoleFinder {
  const matcher = createCallMatcher(tools.models.secretCalls, tools);
  const askedFor = (call: CallFacts, position: number): Text | undefined => {
    const operation = argumentOperation(call, position);
    const names =
      operation === undefined ? [] : textsOf(tools.program.evaluateOperation(call.caller, operation));
    return names.map((name) => naming.whatIs(name)).find((what) => what !== undefined);
  };
  const byRow = (call: CallFacts): Text | undefined => {
    for (const { row } of matcher(call)) {
      const what = row.named === undefined ? row.what : askedFor(call, row.named);
      if (what !== undefined) return what;
    }
    return undefined;
  };
  const kinds = new Set(kindsOf(tools.models.secretCalls, tools));
  for (const [member, ofMember] of tools.calls.kindsByMember()) {
    if (naming.whatIs(gotten(member)) !== undefined) for (const kind of ofMember) kinds.add(kind);
  }
  return {
    kinds,
    find(call) {
      const what = byRow(call) ?? secretOfGetter(call, naming);
      return what === undefined ? NO_ROLES : [{ role: 'secret', what }];
    },
  };
}

/** `credentials.getPassword()`, `credentials.password()`: no arguments, and a value that can be a secret. */
function secretOfGetter(call: CallFacts, naming: SecretNaming): Text | undefined {
  if (call.args?.length !== 0) return undefined;
  const what = naming.whatIs(gotten(call.member));
  const canHold = naming.canHold(call.caller.operationTypes[call.site.operation]);
  return what !== undefined && canHold ? what : undefined;
}

/** What a getter is named after. */
function gotten(member: string): string {
  return member.replace(/^get(?=[A-Z])/u, '');
}
