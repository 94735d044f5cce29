import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { RegisteredEntryRow } from '../schema/entry-rows.ts';
import { joinPath } from './join-paths.ts';

/** Route groups inside route groups, and calls in one chain. */
const DEEPEST_NESTING = 20;
const LONGEST_CHAIN = 500;

/** A value in a method: a call that registers something, or a group of such calls. */
export interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly operation: OperationIndex;
}

/** How groups and mounts of a router are written. */
export type RouteGroups = Pick<RegisteredEntryRow, 'nesting' | 'mounts' | 'before'>;

/**
 * What stands before the path of a registration: prefixes of the groups that hold it, in a lambda or as an argument, in the
 * method or in the only one that calls it; and of the places where the router that it is made on is mounted. At most one.
 */
export function routePrefixes(tools: MatchTools, call: CallFacts, row: RouteGroups): readonly string[] {
  const body = call.caller.declaration?.body;
  if (body === undefined || body === null || row.nesting.length + row.mounts.length + row.before.length === 0)
    return [];
  const prefixes = [...mountPrefix(tools, call, row), ...chainPrefix(tools, call, row)];
  const [, ...groups] = placesAround(tools, { method: call.caller, body, operation: call.site.operation });
  for (const group of groups) prefixes.unshift(...groupPrefix(tools, group, row));
  return prefixes.length === 0 ? [] : [prefixes.reduceRight((after, each) => joinPath(each, after), '')];
}

/** A place, and the groups around it from the inside out. */
export function placesAround(tools: MatchTools, start: Place): readonly Place[] {
  const places: Place[] = [];
  let place: Place | undefined = start;
  while (place !== undefined && places.length <= DEEPEST_NESTING) {
    places.push(place);
    place = groupAround(place) ?? onlyCallOf(tools, place);
  }
  return places;
}

/** The call that takes the place, or the chain it stands in, as an argument; else the one whose lambda holds it. */
function groupAround({ method, body, operation }: Place): Place | undefined {
  const taken = new Set(valuesOf(body, chainEnd(body, operation)));
  const isTaken = (argument: OperationIndex) => taken.has(argument);
  const user = body.operations.findIndex((each) => each.kind === 'call' && each.args.some(isTaken));
  if (user !== -1) return { method, body, operation: user };
  const lambda = innermostLambda(body, operation);
  if (lambda === undefined) return undefined;
  const holder = body.operations.findIndex((each) => each.kind === 'call' && each.args.includes(lambda));
  return holder === -1 ? undefined : { method, body, operation: holder };
}

/** Last call of a chain that starts with the operation. */
function chainEnd({ operations }: Body, start: OperationIndex): OperationIndex {
  let end = start;
  for (let index = start + 1; index < operations.length && index < start + LONGEST_CHAIN; index += 1) {
    const operation = operations[index];
    if (operation?.kind === 'call' && operation.object === end) end = index;
  }
  return end;
}

/** The operation and the reads of a local that is declared with it. */
function valuesOf({ operations }: Body, value: OperationIndex): readonly OperationIndex[] {
  const declared = operations.findIndex((each) => each.kind === 'declare' && each.value === value);
  const reads = operations.flatMap((each, index) =>
    declared !== -1 && each.kind === 'local' && each.declaration === declared ? [index] : [],
  );
  return [value, ...reads];
}

function innermostLambda(
  { operations, regions }: Body,
  operation: OperationIndex,
): OperationIndex | undefined {
  const region = regions.findLastIndex(
    ({ kind, start, end }) => kind === 'lambda' && operation >= start && operation < end,
  );
  const lambda = operations.findIndex((each) => each.kind === 'lambda' && each.region === region);
  return region === -1 || lambda === -1 ? undefined : lambda;
}

/** A group that a method returns continues where the only caller uses it. */
function onlyCallOf({ program }: MatchTools, { method, body, operation }: Place): Place | undefined {
  const values = valuesOf(body, chainEnd(body, operation));
  const isReturned = body.operations.some(
    (each) => each.kind === 'return' && each.value !== null && values.includes(each.value),
  );
  const [site, ...others] = isReturned ? program.callersOf(method.id) : [];
  const caller = site === undefined || others.length > 0 ? undefined : program.method(site.caller);
  const outer = caller?.declaration?.body;
  return caller && outer && site ? { method: caller, body: outer, operation: site.operation } : undefined;
}

function groupPrefix(tools: MatchTools, place: Place, row: RouteGroups): readonly string[] {
  const { method, body, operation } = place;
  const group = body.operations[operation];
  const pattern =
    group?.kind === 'call' ? row.nesting.find((each) => fitsAny(group.name, each.method)) : undefined;
  const path = group?.kind === 'call' && pattern !== undefined ? group.args[pattern.path] : undefined;
  return path === undefined ? [] : prefixAt(tools, method, path);
}

/** A text, or a predicate around one: `nest(path("/visits"), …)`. */
function prefixAt(tools: MatchTools, method: ProgramMethod, path: OperationIndex): readonly string[] {
  const inner = method.declaration?.body?.operations[originOf(method, path) ?? path];
  const text = inner?.kind === 'call' && inner.args[0] !== undefined ? inner.args[0] : path;
  return textsOf(tools.program.evaluateOperation(method, text))
    .slice(0, 1)
    .map((each) => `/${each}`.replace(/^\/\//u, '/').replace(/\/\*+$/u, ''));
}

/** The prefix under which the local router of a registration is mounted in another one. */
function mountPrefix(tools: MatchTools, call: CallFacts, { mounts }: RouteGroups): string[] {
  const { caller } = call;
  const operations = caller.declaration?.body?.operations ?? [];
  const router = call.receiver === null ? undefined : originOf(caller, call.receiver);
  if (router === undefined) return [];
  const paths = operations.flatMap((each) => {
    if (each.kind !== 'call') return [];
    const mount = mounts.find(({ method }) => fitsAny(each.name, method));
    const taken = mount === undefined ? undefined : each.args[mount.router];
    if (mount === undefined || taken === undefined || originOf(caller, taken) !== router) return [];
    return (mount.path === -1 ? firstArgument(operations, each.object) : each.args[mount.path]) ?? [];
  });
  return paths.slice(0, 1).flatMap((path) => [...prefixAt(tools, caller, path)]);
}

/** The prefix that an earlier call of the chain gives: `rest("/visits").get("/open")`. */
function chainPrefix(tools: MatchTools, { caller, receiver }: CallFacts, { before }: RouteGroups): string[] {
  const operations = caller.declaration?.body?.operations ?? [];
  let current = receiver;
  for (let step = 0; before.length > 0 && current !== null && step < LONGEST_CHAIN; step += 1) {
    const call = operations[current];
    if (call?.kind !== 'call') return [];
    const path = call.args[before.find(({ method }) => fitsAny(call.name, method))?.path ?? -1];
    if (path !== undefined) return [...prefixAt(tools, caller, path)];
    current = call.object;
  }
  return [];
}

function firstArgument(
  operations: Body['operations'],
  operation: OperationIndex | null,
): OperationIndex | undefined {
  const call = operation === null ? undefined : operations[operation];
  return call?.kind === 'call' ? call.args[0] : undefined;
}
