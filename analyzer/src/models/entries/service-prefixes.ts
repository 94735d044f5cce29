import type { TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { argumentType, type CallFacts } from '../match/call-facts.ts';
import { callsOf, createCallMatcher } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { RegisteredEntryRow } from '../schema/entry-rows.ts';
import { joinAll } from './join-paths.ts';

type Services = NonNullable<RegisteredEntryRow['services']>;

/** Services registered by services registered by …; more are left out. */
const DEEPEST = 8;

/** A place that puts a service behind a path: empty where it names none. */
interface Registered {
  readonly paths: readonly string[];
  /** The class whose code registers it. */
  readonly by: ProgramType;
}

const known = new WeakMap<MatchTools, Map<Services, ReadonlyMap<TypeName, readonly Registered[]>>>();

/** The paths that a service is registered under, by whom it is registered itself; none where no code of the tree does. */
export function servicePrefixes(
  tools: MatchTools,
  owner: ProgramType,
  services: Services | undefined,
): readonly string[] {
  if (services === undefined || tools.types.match(owner.name, services.type) !== 'certain') return [];
  return prefixesOf(registrations(tools, services), owner, []);
}

function prefixesOf(
  all: ReadonlyMap<TypeName, readonly Registered[]>,
  owner: ProgramType,
  inside: readonly TypeName[],
): readonly string[] {
  if (inside.length >= DEEPEST || inside.includes(owner.name)) return [];
  const found = (all.get(owner.name) ?? []).flatMap(({ paths, by }) => {
    const outer = prefixesOf(all, by, [...inside, owner.name]);
    return outer.length === 0 ? paths : joinAll(outer, paths, 'slash');
  });
  return [...new Set(found)];
}

function registrations(tools: MatchTools, services: Services): ReadonlyMap<TypeName, readonly Registered[]> {
  const ofTools = known.get(tools) ?? new Map<Services, ReadonlyMap<TypeName, readonly Registered[]>>();
  known.set(tools, ofTools);
  const found = ofTools.get(services) ?? readRegistrations(tools, services);
  ofTools.set(services, found);
  return found;
}

function readRegistrations(
  tools: MatchTools,
  { registered }: Services,
): ReadonlyMap<TypeName, readonly Registered[]> {
  const found = new Map<TypeName, Registered[]>();
  const matcher = createCallMatcher(registered, tools);
  for (const call of callsOf(registered, tools)) {
    if (!matcher(call).some(({ confidence }) => confidence === 'certain')) continue;
    const [first] = call.args ?? [];
    const isPath = first !== undefined && typeName(argumentType(call, 0)) === 'java.lang.String';
    const paths = isPath ? textsOf(tools.program.evaluateOperation(call.caller, first)) : [''];
    for (const service of (call.args ?? [])
      .slice(isPath ? 1 : 0)
      .flatMap((at) => serviceAt(tools, call, at))) {
      const known = found.get(service) ?? [];
      known.push({ paths: paths.map((path) => path.replace(/\/\*?$/u, '')), by: call.caller.owner });
      found.set(service, known);
    }
  }
  return found;
}

function typeName(type: ResolvedType | undefined): TypeName | undefined {
  return type === undefined ? undefined : classOf(type);
}

/** Class of an object that is handed over, or of what a function makes when it is asked: `Visits::new`, `() -> new Visits()`. */
function serviceAt(tools: MatchTools, { caller }: CallFacts, at: OperationIndex): readonly TypeName[] {
  const operations = caller.declaration?.body?.operations ?? [];
  const origin = originOf(caller, at) ?? at;
  const written = operations[origin];
  if (written?.kind === 'lambda') {
    const name = written.result === null ? undefined : typeName(caller.operationTypes[written.result]);
    return name === undefined ? [] : [name];
  }
  if (written?.kind === 'method-reference') {
    const site = caller.calls.find(({ operation }) => operation === origin);
    return (site?.targets ?? []).flatMap(({ method }) => {
      const target = tools.program.method(method);
      if (target === undefined) return [];
      return written.name === 'new' ? [target.owner.name] : (typeName(target.returnType) ?? []);
    });
  }
  const name = typeName(caller.operationTypes[origin]);
  return name === undefined ? [] : [name];
}
