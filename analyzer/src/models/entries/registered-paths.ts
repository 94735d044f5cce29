import type { TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { OverridingEntryRow } from '../schema/entry-rows.ts';

type Registration = OverridingEntryRow['registrations'][number];

const LONGEST_CHAIN = 500;

/** Paths under which calls put an object of a class, or the class itself, by class. */
export function registeredPaths(
  tools: MatchTools,
  row: OverridingEntryRow,
): ReadonlyMap<TypeName, readonly string[]> {
  const { registrations } = row;
  const paths = new Map<TypeName, readonly string[]>();
  if (registrations.length === 0) return paths;
  for (const call of callsOf(registrations, tools)) {
    const registration = registrations.find((each) => fits(tools, call, each));
    const named = registration === undefined ? undefined : handlerType(tools, call, registration);
    const type = named === undefined ? undefined : onlyImplementation(tools, row, named);
    if (registration === undefined || type === undefined) continue;
    paths.set(type, [...new Set([...(paths.get(type) ?? []), ...pathsOf(tools, call, registration)])]);
  }
  return paths;
}

/** The class itself, or the only one below an injected type that the row is about. */
function onlyImplementation(
  tools: MatchTools,
  { type }: OverridingEntryRow,
  named: TypeName,
): TypeName | undefined {
  const declared = tools.program.type(named);
  if (declared !== undefined && isConcrete(declared)) return named;
  const below = tools
    .typesBelow([named])
    .filter((each) => isConcrete(each) && tools.types.match(each.name, type) === 'certain');
  return below.length === 1 ? below[0]?.name : undefined;
}

function fits(tools: MatchTools, call: CallFacts, { type, method }: Registration): boolean {
  return (
    fitsAny(call.member, method) && call.owners.some((each) => tools.types.match(each, type) === 'certain')
  );
}

/** Class of the object that is handed over, or the class that a class literal names. */
function handlerType(tools: MatchTools, call: CallFacts, { handler }: Registration): TypeName | undefined {
  const operation = argumentOperation(call, handler);
  if (operation === undefined) return undefined;
  const origin = originOf(call.caller, operation) ?? operation;
  const written = call.caller.declaration?.body?.operations[origin];
  const type = call.caller.operationTypes[origin];
  if (type === undefined) return undefined;
  const meant: ResolvedType | undefined =
    written?.kind === 'class-literal' && type.kind === 'class' ? type.args[0] : type;
  const name = meant === undefined ? undefined : classOf(meant);
  const bean = written?.kind === 'call' ? returnedType(tools, call, origin) : undefined;
  return bean ?? name;
}

/** Class of what the called method of the tree makes: `handler()` in `addHandler(handler(), "/chat")`. */
function returnedType(tools: MatchTools, { caller }: CallFacts, at: OperationIndex): TypeName | undefined {
  const site = caller.calls.find(({ operation }) => operation === at);
  const target = site?.targets[0] === undefined ? undefined : tools.program.method(site.targets[0].method);
  const operations = target?.declaration?.body?.operations ?? [];
  const returned = operations.find((each) => each.kind === 'return');
  const value = returned?.kind === 'return' ? returned.value : null;
  const type = target === undefined || value === null ? undefined : target.operationTypes[value];
  return type === undefined ? undefined : classOf(type);
}

function pathsOf(tools: MatchTools, call: CallFacts, { path, handler }: Registration): readonly string[] {
  const written =
    typeof path === 'number' ? (call.args?.slice(path) ?? []) : chainedArguments(call, path.chained);
  return written
    .filter((operation) => operation !== argumentOperation(call, handler))
    .flatMap((operation) => textsOf(tools.program.evaluateOperation(call.caller, operation)))
    .map((text) => (text.startsWith('/') || text.startsWith('*') ? text : `/${text}`));
}

/** Arguments of later calls on the result: `addServlet("reports", Reports.class).addMapping("/reports")`. */
function chainedArguments({ caller, site }: CallFacts, names: readonly string[]): readonly OperationIndex[] {
  const operations = caller.declaration?.body?.operations ?? [];
  const isOnResult = (object: OperationIndex | null) =>
    object !== null && originOf(caller, object) === site.operation;
  return operations
    .slice(site.operation, site.operation + LONGEST_CHAIN)
    .flatMap((each) =>
      each.kind === 'call' && isOnResult(each.object) && fitsAny(each.name, names) ? each.args : [],
    );
}
