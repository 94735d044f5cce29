import type { MethodId } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import type { RegisteredEntryRow } from '../schema/entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { handlerOf } from './handler-of.ts';
import { joinAll } from './join-paths.ts';

type RegisteredRow = Row<'entries'> & RegisteredEntryRow;
/** Route groups inside route groups. */
const DEEPEST_NESTING = 20;

/** Entry points that a call registers: functional routes, `app.get(path, handler)`. */
export function registeredEntries(
  tools: MatchTools,
  rows: readonly RegisteredRow[],
  factory: EntryFactory,
): readonly EntryDraft[] {
  if (rows.length === 0) return [];
  const matcher = createCallMatcher(rows, tools);
  return tools.productionMethods.flatMap((method) =>
    tools.outsideCalls(method).flatMap((call) => {
      const match = matcher(call).find((each) => each.confidence === 'certain');
      if (match === undefined) return [];
      return entryOf(tools, { call, row: match.row, factory }) ?? [];
    }),
  );
}

interface Registration {
  readonly call: CallFacts;
  readonly row: RegisteredRow;
  readonly factory: EntryFactory;
}

function entryOf(tools: MatchTools, registration: Registration): EntryDraft | undefined {
  const { call, row, factory } = registration;
  const route = routeOf(tools, registration);
  const handlerOperation = handlerArgument(call, row);
  if (route === undefined || handlerOperation === undefined) return undefined;
  const { handler, lambda } = handlerOf(tools, call.caller, handlerOperation);
  const prefixes = nestingPrefixes(tools, call, row);
  const paths = row.path === undefined ? [] : joinAll(prefixes, route.paths, 'slash');
  return factory.create({
    row,
    owner: handler.owner,
    handler,
    ...(lambda === undefined ? {} : { lambda }),
    verbs: route.verbs,
    paths: { paths, applicationPaths: paths },
  });
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
  for (let step = 0; current !== null && step < DEEPEST_NESTING; step += 1) {
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

function handlerArgument(call: CallFacts, row: RegisteredRow): OperationIndex | undefined {
  if ('argument' in row.handler) {
    const { argument } = row.handler;
    return argument === 'last' ? call.args?.at(-1) : argumentOperation(call, argument);
  }
  const { chained } = row.handler;
  const operations = call.caller.declaration?.body?.operations ?? [];
  let receiver = call.site.operation;
  for (let index = receiver + 1; index < operations.length; index += 1) {
    const operation = operations[index];
    if (operation?.kind !== 'call' || operation.object !== receiver) continue;
    if (fitsAny(operation.name, chained)) return operation.args.at(-1);
    receiver = index;
  }
  return undefined;
}

/** Prefixes of the route groups whose lambda holds the call, outermost first. */
function nestingPrefixes(tools: MatchTools, call: CallFacts, row: RegisteredRow): readonly string[] {
  const { caller } = call;
  const body = caller.declaration?.body;
  if (body === undefined || body === null || row.nesting.length === 0) return [];
  const prefixes: string[] = [];
  for (const [region, { kind, start, end }] of body.regions.entries()) {
    if (kind !== 'lambda' || call.site.operation < start || call.site.operation >= end) continue;
    if (prefixes.length >= DEEPEST_NESTING) break;
    const lambda = body.operations.findIndex((each) => each.kind === 'lambda' && each.region === region);
    prefixes.push(...groupPrefix(tools, { caller: caller.id, lambda, row }));
  }
  return prefixes.length === 0 ? [] : [prefixes.reduce((before, each) => before.replace(/\/$/u, '') + each)];
}

function groupPrefix(
  tools: MatchTools,
  step: { readonly caller: MethodId; readonly lambda: number; readonly row: RegisteredRow },
): readonly string[] {
  const caller = tools.program.method(step.caller);
  const operations = caller?.declaration?.body?.operations ?? [];
  const group = operations.find((each) => each.kind === 'call' && each.args.includes(step.lambda));
  if (caller === undefined || group?.kind !== 'call') return [];
  const pattern = step.row.nesting.find((each) => fitsAny(group.name, each.method));
  const path = pattern === undefined ? undefined : group.args[pattern.path];
  if (path === undefined) return [];
  const inner = operations[path];
  // A predicate as prefix: `nest(path("/visits"), …)`.
  const text = inner?.kind === 'call' && inner.args[0] !== undefined ? inner.args[0] : path;
  return textsOf(tools.program.evaluateOperation(caller, text))
    .slice(0, 1)
    .map((each) => (each.startsWith('/') ? each : `/${each}`));
}
