import { Modifier } from '../../facts/declarations.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { callsOf, createCallMatcher } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import type { RegisteredEntryRow } from '../schema/entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { fluentCalls } from './fluent-calls.ts';
import { type FoundHandler, handlerOf } from './handler-of.ts';
import { joinAll } from './join-paths.ts';
import { routePrefixes } from './route-prefixes.ts';
import { servicePrefixes } from './service-prefixes.ts';

type RegisteredRow = Row<'entries'> & RegisteredEntryRow;
/** Predicates joined to predicates. */
const LONGEST_PREDICATE = 20;

/** Entry points that a call registers: functional routes, `app.get(path, handler)`. */
export function registeredEntries(
  tools: MatchTools,
  rows: readonly RegisteredRow[],
  factory: EntryFactory,
): readonly EntryDraft[] {
  if (rows.length === 0) return [];
  const matcher = createCallMatcher(rows, tools);
  const found = (call: CallFacts, fits: (row: RegisteredRow) => boolean) => {
    const match = matcher(call).find((each) => each.confidence === 'certain' && fits(each.row));
    return match === undefined ? [] : entriesOf(tools, { call, row: match.row, factory });
  };
  const registering = new Set(callsOf(rows, tools).map(({ caller }) => caller));
  const fluent = chainStarters(tools, rows);
  return tools.productionMethods
    .filter((method) => registering.has(method) || fluent.has(method))
    .flatMap((method) => [
      ...tools.outsideCalls(method).flatMap((call) => found(call, () => true)),
      ...fluentCalls(tools, method).flatMap((call) => found(call, (row) => row.fluent)),
    ]);
}

/** Methods with a call on what a row is about, from which a chain can go on. */
function chainStarters(tools: MatchTools, rows: readonly RegisteredRow[]): ReadonlySet<ProgramMethod> {
  const fluent = rows.filter((row) => row.fluent);
  const starts = callsOf(
    fluent.map(({ type }) => ({ type })),
    tools,
  );
  return new Set(starts.map(({ caller }) => caller));
}

interface Registration {
  readonly call: CallFacts;
  readonly row: RegisteredRow;
  readonly factory: EntryFactory;
}

function entriesOf(tools: MatchTools, registration: Registration): readonly EntryDraft[] {
  const { call, row, factory } = registration;
  const route = routeOf(tools, registration);
  if (route === undefined) return [];
  const services = servicePrefixes(tools, call.caller.owner, row.services);
  const own = routePrefixes(tools, call, row);
  const prefixes = services.length === 0 ? own : joinAll(services, own, row.join);
  const paths = row.path === undefined ? [] : joinAll(prefixes, pathsIn(services, route.paths), row.join);
  return registeredHandlers(tools, registration).map(({ handler, lambda }) =>
    factory.create({
      row,
      owner: handler.owner,
      handler,
      ...(lambda === undefined ? {} : { lambda }),
      verbs: route.verbs,
      paths: { paths, applicationPaths: paths },
      registeredBy: { method: call.caller.id, operation: call.site.operation },
    }),
  );
}

/** The root of a service is the path that the service is registered under. */
function pathsIn(services: readonly string[], paths: readonly string[]): readonly string[] {
  const isInside = services.some((prefix) => prefix !== '');
  return isInside ? paths.map((path) => (path === '/' ? '' : path)) : paths;
}

function routeOf(
  tools: MatchTools,
  { call, row }: Registration,
): { readonly verbs: readonly string[]; readonly paths: readonly string[] } | undefined {
  if (row.path === undefined) return { verbs: row.verbs === 'member' ? [] : row.verbs, paths: [] };
  const written = argumentOperation(call, row.path.argument);
  if (written === undefined) return undefined;
  const memberVerb = row.verbs === 'member' ? [call.member.toUpperCase()] : row.verbs;
  if (!row.path.predicate) {
    return { verbs: memberVerb, paths: textsOf(tools.program.evaluateOperation(call.caller, written)) };
  }
  return predicateRoute(tools, call, written);
}

/** `GET("/visits").and(accept(JSON))`: the innermost receiver is the call that holds the path. */
function predicateRoute(
  tools: MatchTools,
  { caller }: CallFacts,
  written: OperationIndex,
): { readonly verbs: readonly string[]; readonly paths: readonly string[] } | undefined {
  const operations = caller.declaration?.body?.operations ?? [];
  let current: OperationIndex | null = originOf(caller, written) ?? null;
  for (let step = 0; current !== null && step < LONGEST_PREDICATE; step += 1) {
    const predicate: Operation | undefined = operations[current];
    if (predicate?.kind !== 'call') return undefined;
    const paths = predicate.args
      .slice(0, 1)
      .flatMap((path) => textsOf(tools.program.evaluateOperation(caller, path)));
    if (paths[0]?.startsWith('/') === true) {
      return { verbs: [predicate.name === predicate.name.toUpperCase() ? predicate.name : '*'], paths };
    }
    current = predicate.object;
  }
  return undefined;
}

function registeredHandlers(tools: MatchTools, { call, row }: Registration): readonly FoundHandler[] {
  if ('caller' in row.handler) return [{ handler: call.caller }];
  if ('members' in row.handler) return publicMembers(tools, call, row.handler.members);
  const { handler } = row;
  if ('chained' in handler) return lastOfTree(tools, call, handler);
  const operation = handlerArgument(call, handler.argument);
  if (operation === undefined) return [];
  const name = handler.named === undefined ? undefined : textAt(tools, call, handler.named);
  if (name === undefined) {
    const found = handlerOf(tools, call.caller, operation);
    return isGuess(call, found) && handler.codeOnly ? [] : [found];
  }
  const owner = typeAt(tools, call, operation);
  return (owner === undefined ? [] : tools.exposedMethods(owner))
    .filter((method) => method.name === name)
    .map((method) => ({ handler: method }));
}

function textAt(tools: MatchTools, call: CallFacts, position: number): string | undefined {
  const operation = argumentOperation(call, position);
  return operation === undefined
    ? undefined
    : textsOf(tools.program.evaluateOperation(call.caller, operation))[0];
}

/** Class in the tree of a value. */
function typeAt(
  tools: MatchTools,
  { caller }: CallFacts,
  operation: OperationIndex,
): ProgramType | undefined {
  const type = caller.operationTypes[originOf(caller, operation) ?? operation];
  const name = type === undefined ? undefined : classOf(type);
  return name === undefined ? undefined : tools.program.type(name);
}

/** Public methods of the class of an argument, as far as the tree has it. */
function publicMembers(tools: MatchTools, call: CallFacts, position: number): readonly FoundHandler[] {
  const operation = argumentOperation(call, position);
  const owner = operation === undefined ? undefined : typeAt(tools, call, operation);
  if (owner === undefined) return [];
  return tools.program
    .subtypesOf(owner.name)
    .filter(isConcrete)
    .flatMap((each) => tools.exposedMethods(each))
    .filter(({ declaration }) => ((declaration?.modifiers ?? 0) & Modifier.public) !== 0)
    .map((handler) => ({ handler }));
}

/** Nothing tells what runs: the registering method stands for it. */
function isGuess(call: CallFacts, { handler, lambda }: FoundHandler): boolean {
  return handler === call.caller && lambda === undefined;
}

/** Of several handlers on one route the last one with code in the tree answers; those before it are passed on the way. */
function lastOfTree(
  tools: MatchTools,
  call: CallFacts,
  { chained }: { readonly chained: readonly string[] },
): readonly FoundHandler[] {
  const found = chainedArguments(call, chained).map((operation) => handlerOf(tools, call.caller, operation));
  const last = found.findLast((each) => !isGuess(call, each));
  return last === undefined ? [] : [last];
}

function handlerArgument(call: CallFacts, position: number | 'last'): OperationIndex | undefined {
  return position === 'last' ? call.args?.at(-1) : argumentOperation(call, position);
}

/** Last arguments of the calls with such a name in the chain that goes on from a call, in order. */
export function chainedArguments(call: CallFacts, chained: readonly string[]): readonly OperationIndex[] {
  const operations = call.caller.declaration?.body?.operations ?? [];
  const found: OperationIndex[] = [];
  let receiver = call.site.operation;
  for (let index = receiver + 1; index < operations.length; index += 1) {
    const operation = operations[index];
    if (operation?.kind !== 'call' || operation.object !== receiver) continue;
    const last = operation.args.at(-1);
    if (last !== undefined && fitsAny(operation.name, chained)) found.push(last);
    receiver = index;
  }
  return found;
}
