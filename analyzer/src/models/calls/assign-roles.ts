import type { MethodId } from '../../base/ids.ts';
import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { CallRole, CallRoles, Guard } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallPattern, createCallMatcher } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';

/** Where a propagator's value goes when it goes into the result. */
const RESULT = -2;

/** Gives the roles that a call plays, in a fixed order. */
type RoleFinder = (call: CallFacts) => readonly CallRole[];

const NO_ROLES: readonly CallRole[] = [];

/** Says of every call out of the tree what it is to the flow of values: source, sanitizer, log, response … */
export function assignRoles(tools: MatchTools, naming: SecretNaming, guards: readonly Guard[]): CallRoles {
  const production = [validatorFinder(guards), ...roleFinders(tools, naming)];
  const tests = [testRequestFinder(tools)];
  const roles = new Map<MethodId, Map<OperationIndex, readonly CallRole[]>>();
  for (const method of tools.program.methods) {
    const finders = method.owner.file.role === 'test' ? tests : production;
    const ofMethod = new Map<OperationIndex, readonly CallRole[]>();
    for (const call of tools.outsideCalls(method)) {
      const found: CallRole[] = [];
      for (const find of finders) found.push(...find(call));
      if (found.length > 0) ofMethod.set(call.site.operation, found);
    }
    if (ofMethod.size > 0) roles.set(method.id, ofMethod);
  }
  return roles;
}

function roleFinders(tools: MatchTools, naming: SecretNaming): readonly RoleFinder[] {
  const { models } = tools;
  /** The first row that fits says it. */
  const one = <Row extends CallPattern>(rows: readonly Row[], toRole: (row: Row) => CallRole): RoleFinder => {
    const matcher = createCallMatcher(rows, tools);
    return (call) => {
      const [match] = matcher(call);
      return match === undefined ? NO_ROLES : [toRole(match.row)];
    };
  };
  return [
    one(models.sources, (row) => ({ role: 'source', source: row.source })),
    one(models.sanitizers, (row) => ({ role: 'sanitizer', cleans: row.cleans, arguments: row.arguments })),
    one(models.logs, (row) => ({ role: 'log', arguments: row.arguments })),
    one(models.responses, (row) => ({ role: 'response', arguments: row.arguments })),
    secretFinder(tools, naming),
    one(models.declassifiers, () => ({ role: 'declassifier' })),
    one(models.exceptionDetails, ({ message }) => ({ role: 'exception-detail', message })),
    propagatorFinder(tools),
    one(models.elements, (row) => ({ role: 'element', does: row.does })),
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

/** A validation that counts as a guard also rejects the values it looks at. */
function validatorFinder(guards: readonly Guard[]): RoleFinder {
  const checked = new Map<MethodId, Map<OperationIndex, readonly number[]>>();
  for (const guard of guards) {
    const { carrier } = guard;
    if (!refuses(guard) || carrier.kind !== 'call') continue;
    const ofMethod = checked.get(carrier.method) ?? new Map<OperationIndex, readonly number[]>();
    checked.set(carrier.method, ofMethod.set(carrier.operation, guard.parameters ?? []));
  }
  return ({ caller, site }) => {
    const found = checked.get(caller.id)?.get(site.operation);
    return found === undefined ? NO_ROLES : [{ role: 'validator', arguments: found }];
  };
}

function cryptoFinder(tools: MatchTools): RoleFinder {
  const matcher = createCallMatcher(tools.models.crypto, tools);
  return (call) => {
    const [match] = matcher(call);
    if (match === undefined) return NO_ROLES;
    return [{ role: 'crypto', verifies: fitsAny(call.member, match.row.verifies ?? []) }];
  };
}

function propagatorFinder(tools: MatchTools): RoleFinder {
  const matcher = createCallMatcher(tools.models.propagators, tools);
  return (call) => {
    const [match] = matcher(call);
    if (match === undefined) return NO_ROLES;
    return match.row.flows
      .filter(({ from }) => from === -1 || call.args === null || from < call.args.length)
      .map(({ from, to }): CallRole => ({ role: 'propagator', from, to: to === 'result' ? RESULT : to }));
  };
}

/** Requests that tests send to entry points. */
function testRequestFinder(tools: MatchTools): RoleFinder {
  const matcher = createCallMatcher(tools.models.testRequests, tools);
  return (call) => {
    const [match] = matcher(call);
    if (match === undefined) return NO_ROLES;
    const { verb, path } = match.row;
    return [{ role: 'test-request', verb: verb === 'member' ? verbOf(call.member) : null, path }];
  };
}

/** `postForEntity` posts. */
function verbOf(member: string): string | null {
  const verb = /^(?:get|head|post|put|patch|delete|options|multipart)/u.exec(member)?.[0];
  if (verb === undefined) return null;
  return verb === 'multipart' ? 'POST' : verb.toUpperCase();
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
  return (call) => {
    const what = byRow(call) ?? secretOfGetter(call, naming);
    return what === undefined ? NO_ROLES : [{ role: 'secret', what }];
  };
}

/** `credentials.getPassword()`, `credentials.password()`: no arguments, and a value that can be a secret. */
function secretOfGetter(call: CallFacts, naming: SecretNaming): Text | undefined {
  if (call.args?.length !== 0) return undefined;
  const what = naming.whatIs(call.member.replace(/^get(?=[A-Z])/u, ''));
  const canHold = naming.canHold(call.caller.operationTypes[call.site.operation]);
  return what !== undefined && canHold ? what : undefined;
}
