import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { handlerOf } from '../entries/handler-of.ts';
import { joinAll } from '../entries/join-paths.ts';
import { chainedArguments } from '../entries/registered-entries.ts';
import { routePrefixes } from '../entries/route-prefixes.ts';
import { servicePrefixes } from '../entries/service-prefixes.ts';
import type { Evidence } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { createCallMatcher, matchCalls } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { BodyRegions } from './code/body-regions.ts';
import { withGivenTypes } from './code/given-types.ts';
import { lambdaBody } from './code/lambda-body.ts';
import { renderCall } from './code/render-operation.ts';
import { type InterceptingCode, interceptorEffect } from './interceptions/interceptor-effect.ts';
import { type AccessRequest, matchRequest } from './path-matchers/request-matcher.ts';
import { type Outcome, type Requirement, shortText } from './requirement.ts';
import { standsAround } from './route-groups.ts';
import { asksOnlyRoles, isOpenTo, rolesAtRoute } from './route-roles.ts';

type RouteCheckRow = AccessRowOf<'route-check'>;

/** A function before routes, with what it asks of who comes. */
interface RouteCheck {
  readonly row: RouteCheckRow;
  readonly call: CallFacts;
  /** Patterns of the paths; null for every path. */
  readonly paths: readonly string[] | null;
  readonly verb: string | null;
  /** The last function of its own route: what answers there, and no check of itself. */
  readonly isLast: boolean;
  readonly requirement: Requirement;
  /** The function, where roles at the route tell it whom to let on, with the lookups that are right for it. */
  readonly byRoles: (InterceptingCode & { readonly tools: MatchTools }) | undefined;
  readonly evidence: Evidence;
}

/** What the functions before a route ask. */
export type RouteChecks = (entry: EntryDraft, request: AccessRequest) => readonly Outcome[];

/** Reads the functions that the program of an application puts before its routes by calls. */
export function createRouteChecks(tools: MatchTools, application: Application): RouteChecks {
  const rows = tools.models.access.filter((row) => row.on === 'route-check');
  const checks = matchCalls(rows, tools).flatMap(({ call, matches }) => {
    const row = matches.find(({ confidence }) => confidence === 'certain')?.row;
    if (row === undefined || !application.includes(call.caller.owner)) return [];
    return checksOf({ tools, application, row, call });
  });
  return (entry, request) =>
    checks.flatMap((check) => {
      const requirement = asked(tools, check, { entry, request });
      if (requirement === undefined) return [];
      return [{ requirement, mechanism: 'filter', row: check.row.id, evidence: [check.evidence] }];
    });
}

interface Registration {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly row: RouteCheckRow;
  readonly call: CallFacts;
}

function checksOf(registration: Registration): readonly RouteCheck[] {
  const { row, call } = registration;
  const functions = functionsOf(registration);
  return functions.flatMap((operation, position): readonly RouteCheck[] => {
    const requirement = requirementOf(registration, operation);
    if (requirement === undefined) return [];
    const member = call.member.toUpperCase();
    return [
      {
        ...{ row, call, requirement },
        byRoles: row.roles === undefined ? undefined : codeOf(registration, operation),
        paths: pathsOf(registration, operation),
        verb: row.handler !== 'last' && VERBS.has(member) ? member : null,
        isLast:
          row.handler !== 'last' &&
          position === functions.length - 1 &&
          (row.handler !== 'arguments' || VERBS.has(member)),
        evidence: {
          file: call.site.file,
          line: call.site.nameLine,
          text: shortText(renderCall(call.caller, call.site.operation)),
        },
      },
    ];
  });
}

/** The functions that a call puts somewhere, in order. */
function functionsOf({ tools, row, call }: Registration): readonly OperationIndex[] {
  const { args } = call;
  if (row.handler === 'last') return args?.slice(-1) ?? [];
  if (row.handler !== 'arguments') return chainedArguments(call, row.handler.chained);
  return (args ?? []).filter(
    (argument, position) => position !== row.path || !isText(call.caller.operationTypes[argument], tools),
  );
}

function isText(type: ResolvedType | undefined, { types }: MatchTools): boolean {
  const name = type === undefined ? undefined : classOf(type);
  return name !== undefined && types.match(name, ['java.lang.String']) === 'certain';
}

const VERBS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The paths before which a function stands: an argument, below the groups around the call. */
function pathsOf({ tools, row, call }: Registration, handler: OperationIndex): readonly string[] | null {
  const prefixes = prefixesOf(tools, call, row);
  const written = argumentOperation(call, row.path);
  if (written === undefined || written === handler) {
    return prefixes.length === 0 ? null : prefixes.map((prefix) => `${prefix}/**`);
  }
  const texts = textsOf(tools.program.evaluateOperation(call.caller, written));
  const paths = texts.length === 0 ? ['/{?}'] : texts;
  return joinAll(prefixes, paths, 'slash').map((path) => path.replace(/\/?\*$/u, '/**'));
}

/** What stands before the paths of a check, as before those of the routes that it is about. */
function prefixesOf(tools: MatchTools, call: CallFacts, row: RouteCheckRow): readonly string[] {
  const own = routePrefixes(tools, call, { ...row, before: [] });
  const services = tools.models.entries.flatMap((each) =>
    each.on === 'call' && row.entries.includes(each.id)
      ? servicePrefixes(tools, call.caller.owner, each.services)
      : [],
  );
  return services.length === 0
    ? own
    : joinAll(services, own, 'slash').map((path) => path.replace(/\/$/u, ''));
}

function codeOf(
  { tools, row, call }: Registration,
  operation: OperationIndex,
): InterceptingCode & { readonly tools: MatchTools } {
  const { handler, lambda } = handlerOf(tools, call.caller, operation);
  const seen = lambda === undefined ? tools : withGivenTypes(tools, { method: handler, lambda }, row.given);
  return { method: handler, lambda, tools: seen };
}

/** What a function asks; undefined where it lets everybody on. */
function requirementOf(registration: Registration, operation: OperationIndex): Requirement | undefined {
  const { tools, application, row, call } = registration;
  const { caller } = call;
  const origin = originOf(caller, operation) ?? operation;
  const known = row.checks.find((check) => isOf(tools, caller, { operation: origin, ...check }));
  if (known !== undefined) {
    return known.asks === 'authentication'
      ? { kind: 'authenticated' }
      : { kind: 'authorized', rule: shortText(renderCall(caller, origin)) };
  }
  const { method: handler, lambda, tools: seen } = codeOf(registration, operation);
  const unread: Requirement | undefined = row.unread && { kind: 'unknown', reason: row.unread };
  if (handler === caller && lambda === undefined) return unread;
  const asides = (part: OperationIndex) => asksOnlyRoles({ method: handler }, row, part);
  const judgedBy = { goesOn: row.goesOn, credentials: row.credentials, asides };
  const code = { method: handler, lambda };
  const effect = interceptorEffect({ tools: seen, settings: application.settings }, judgedBy, code);
  if (effect === undefined || effect.effect === 'nothing') return onlyGoesOn(seen, code) ? undefined : unread;
  if (effect.effect === 'refuses' && effect.paths.exempt.length === 0 && effect.paths.only.length === 0)
    return { kind: 'authenticated' };
  return { kind: 'unknown', reason: effect.reason ?? SOME_PATHS };
}

/** All that the function calls hands the request on. */
function onlyGoesOn(tools: MatchTools, { method, lambda }: InterceptingCode): boolean {
  const whole = method.declaration?.body;
  if (whole === undefined || whole === null) return false;
  const { operations } = lambda === undefined ? whole : lambdaBody(whole, lambda);
  const matcher = createCallMatcher(tools.models.continuations, tools);
  return operations.every((each, at) => {
    const call = each.kind === 'call' || each.kind === 'new' ? tools.callAt(method, at) : null;
    return call === null || (call !== undefined && matcher(call).length > 0);
  });
}

const SOME_PATHS: Text = {
  en: 'a function before the route lets some paths on',
  ru: 'функция перед маршрутом пропускает некоторые пути',
};

/** A value of a type, or what a chain of calls that starts on the type gives; with a method, where the chain has such a call. */
function isOf(
  tools: MatchTools,
  caller: ProgramMethod,
  {
    operation,
    type,
    method,
  }: {
    readonly operation: OperationIndex;
    readonly type: readonly string[];
    readonly method?: readonly string[] | undefined;
  },
): boolean {
  const operations = caller.declaration?.body?.operations ?? [];
  let isOfType = false;
  let isCalled = method === undefined;
  let current: OperationIndex | null = operation;
  while (current !== null) {
    const resolved = caller.operationTypes[current];
    const name = resolved === undefined ? undefined : classOf(resolved);
    const owners = [...(name === undefined ? [] : [name]), ...(tools.callAt(caller, current)?.owners ?? [])];
    isOfType ||= owners.some((owner) => tools.types.match(owner, type) === 'certain');
    const written: (typeof operations)[number] | undefined = operations[current];
    isCalled ||= written?.kind === 'call' && fitsAny(written.name, method ?? []);
    current = written?.kind === 'call' ? written.object : null;
  }
  return isOfType && isCalled;
}

interface Asking {
  readonly entry: EntryDraft;
  readonly request: AccessRequest;
}

/** What a check asks of a request to a route; undefined where it does not stand before it. */
function asked(tools: MatchTools, check: RouteCheck, { entry, request }: Asking): Requirement | undefined {
  const { row, call, requirement } = check;
  const { stands } = row;
  if (!row.entries.includes(entry.mechanism)) return undefined;
  if (stands !== 'group' && stands !== 'made') {
    const found = askedOnPath(tools, check, { entry, request });
    return found === undefined ? undefined : askedForRoles(tools, check, { entry, found });
  }
  if (!standsAround(tools, call, { entry, stands })) return undefined;
  return isSometimes(call) ? { kind: 'unknown', reason: ONLY_SOMETIMES } : requirement;
}

/** Roles at the route that the function lets everybody on for ask nothing; others are asked for. */
function askedForRoles(
  tools: MatchTools,
  { row, byRoles }: RouteCheck,
  { entry, found }: { readonly entry: EntryDraft; readonly found: Requirement },
): Requirement | undefined {
  if (byRoles === undefined) return found;
  const roles = rolesAtRoute(tools, row, entry);
  if (isOpenTo(byRoles.tools, row, { code: byRoles, roles })) return undefined;
  const isAuthorized = found.kind === 'authenticated' && roles.length > 0 && asksRoles(row, byRoles);
  return isAuthorized ? { kind: 'authorized', rule: shortText(roles.join(', ')) } : found;
}

/** The function looks at the roles at all. */
function asksRoles({ roles }: RouteCheckRow, { method, lambda }: InterceptingCode): boolean {
  const body = method.declaration?.body;
  if (body === undefined || body === null || roles === undefined) return false;
  const own = lambda === undefined ? body : lambdaBody(body, lambda);
  return own.operations.some((each) => each.kind === 'call' && fitsAny(each.name, roles.asks));
}

function askedOnPath(
  tools: MatchTools,
  { row, call, paths, verb, isLast, requirement }: RouteCheck,
  { entry, request }: Asking,
): Requirement | undefined {
  const place = entry.registeredBy;
  const isSame = place?.method === call.caller.id && place.operation === call.site.operation;
  if (isSame) return isLast ? undefined : requirement;
  const relations = (paths ?? ['/**']).map(
    (pattern) => matchRequest({ kind: 'pattern', style: 'ant', pattern, verb }, request).relation,
  );
  if (relations.includes('unknown')) return { kind: 'unknown', reason: PATH_UNKNOWN };
  if (!relations.includes('all')) return undefined;
  const doubt = isSometimes(call)
    ? ONLY_SOMETIMES
    : row.stands === 'all'
      ? undefined
      : orderOf(tools, { ...call, receiver: routerOf(call.caller, row, call.receiver) }, { row, entry });
  if (doubt === 'later') return undefined;
  return doubt === undefined ? requirement : { kind: 'unknown', reason: doubt };
}

const PATH_UNKNOWN: Text = {
  en: 'a function stands before a path that is decided at run time',
  ru: 'функция стоит перед путём, который решается во время выполнения',
};
const ONLY_SOMETIMES: Text = {
  en: 'a function before the route is registered only under a condition',
  ru: 'функция перед маршрутом регистрируется только при условии',
};
const ORDER_UNKNOWN: Text = {
  en: 'a function for this path is registered on another router or in another method: nobody can tell whether before the route',
  ru: 'функция для этого пути регистрируется на другом маршрутизаторе или в другом методе: раньше ли маршрута, установить нельзя',
};

/** Whether the call runs only in some branch or loop. */
function isSometimes({ caller, site }: CallFacts): boolean {
  const body = caller.declaration?.body;
  if (body === undefined || body === null) return true;
  return new BodyRegions(body)
    .around(site.operation, 0)
    .some(
      ({ kind }) =>
        kind === 'then' || kind === 'else' || kind === 'case' || kind === 'loop' || kind === 'catch',
    );
}

/** Undefined where the check is registered before the route on the same router. */
function orderOf(
  tools: MatchTools,
  check: CallFacts,
  { row, entry: { registeredBy } }: { readonly row: RouteCheckRow; readonly entry: EntryDraft },
): Text | 'later' | undefined {
  const { caller, site, receiver } = check;
  const isElsewhere = registeredBy === undefined || registeredBy.method !== caller.id;
  if (isElsewhere && isOf(tools, caller, { operation: receiver ?? -1, type: row.parts })) return 'later';
  if (isElsewhere) return ORDER_UNKNOWN;
  const route = caller.declaration?.body?.operations[registeredBy.operation];
  const other = route?.kind === 'call' ? routerOf(caller, row, route.object) : null;
  if (!isSameObject(caller, receiver, other)) return ORDER_UNKNOWN;
  return site.operation < registeredBy.operation ? undefined : 'later';
}

/** What a chain of calls that give the router back starts on. */
function routerOf(
  { declaration }: ProgramMethod,
  { fluent }: RouteCheckRow,
  receiver: OperationIndex | null,
): OperationIndex | null {
  const operations = declaration?.body?.operations ?? [];
  let at = receiver;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step += 1) {
    const call = operations[at];
    if (call?.kind !== 'call' || !fitsAny(call.name, fluent)) break;
    at = call.object;
  }
  return at;
}

/** Calls in one chain. */
const LONGEST_CHAIN = 1_000;

/** The same local, or the same field or parameter by its name. */
function isSameObject(
  method: ProgramMethod,
  left: OperationIndex | null,
  right: OperationIndex | null,
): boolean {
  if (left === null || right === null) return left === right;
  const [first, second] = [originOf(method, left), originOf(method, right)];
  if (first === undefined || second === undefined) return false;
  if (first === second) return true;
  const operations = method.declaration?.body?.operations ?? [];
  const [one, two] = [operations[first], operations[second]];
  return one?.kind === 'name' && two?.kind === 'name' && one.name === two.name;
}
