import type { TypeName } from '../../base/ids.ts';
import type { Text } from '../../base/text.ts';
import type { CallSite, ProgramMethod, ProgramType } from '../../link/program.ts';
import { moduleGraphOf } from '../access/module-graph.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { createCallMatcher, matchCalls } from '../match/call-matcher.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { AnnotatedEntryRow } from '../schema/entry-rows.ts';
import { readXml } from '../xml-elements.ts';
import { type ListedValue, listedTypes } from './listed-types.ts';

type RegisteredRule = NonNullable<AnnotatedEntryRow['registered']>;

/** What the code of one build module registers. */
interface Registry {
  /** Something in it cannot be read, or it leaves the search to the library: every class may be there. */
  isOpen: boolean;
  readonly types: Set<TypeName>;
  readonly packages: Set<string>;
}

/** Why a class that looks like one with handlers has none; undefined where it has. */
export type Registered = (owner: ProgramType) => Text | undefined;

const NOT_LISTED: Text = {
  en: 'the application lists the classes with handlers, and this is none of them',
  ru: 'приложение перечисляет классы с обработчиками, и этого класса среди них нет',
};

/**
 * Reads what applications register. A class is left out where every program that has it on its class path registers
 * classes by name, and none registers this one.
 */
export function registeredTypes(tools: MatchTools, rule: RegisteredRule | undefined): Registered {
  if (rule === undefined) return () => undefined;
  const registries = readRegistries(tools, rule);
  if (registries.size === 0) return () => undefined;
  const graph = moduleGraphOf(tools.inventory.modules);
  const isLeftOut = (owner: ProgramType, outermost: string): boolean => {
    const governing = [...graph.closure(outermost)].flatMap((module) => registries.get(module) ?? []);
    return governing.length > 0 && !governing.some((registry) => registers(tools, registry, owner));
  };
  return (owner) =>
    graph.outermost(owner.file.module).every((module) => isLeftOut(owner, module)) ? NOT_LISTED : undefined;
}

function registers(tools: MatchTools, registry: Registry, owner: ProgramType): boolean {
  if (registry.isOpen) return true;
  const { package: own } = owner.file.facts;
  if ([...registry.packages].some((name) => own === name || own.startsWith(`${name}.`))) return true;
  return [...registry.types].some((name) => tools.types.match(owner.name, [name]) === 'certain');
}

/** Registries by build module. */
type Registries = Map<string, Registry>;

function registryOf(registries: Registries, module: string): Registry {
  const known = registries.get(module) ?? { isOpen: false, types: new Set(), packages: new Set() };
  registries.set(module, known);
  return known;
}

function readRegistries(tools: MatchTools, rule: RegisteredRule): Registries {
  const registries: Registries = new Map();
  const registering = readCalls(tools, rule, registries);
  for (const type of tools.typesBelow(rule.type)) {
    if (!registering.has(type.name)) {
      addTypes(registryOf(registries, type.file.module), listsOf(tools, rule, type));
    }
  }
  if (registries.size === 0) return registries;
  readAdditions(tools, rule, registries);
  for (const module of [...modulesSetUpElsewhere(tools, rule), ...modulesHandingOn(tools, rule)]) {
    registryOf(registries, module).isOpen = true;
  }
  for (const registry of registries.values()) {
    registry.isOpen ||= registry.types.size + registry.packages.size === 0;
  }
  return registries;
}

/** Reads the calls that register, and gives the classes that make them. */
function readCalls(tools: MatchTools, rule: RegisteredRule, registries: Registries): ReadonlySet<TypeName> {
  const registering = new Set<TypeName>();
  const rows = [
    ...rule.calls.map((row) => ({ ...row, read: addAll })),
    ...rule.packages.map((row) => ({ ...row, read: addPackages })),
    ...rule.open.map((row) => ({ ...row, read: openUp })),
  ];
  for (const { call, matches } of matchCalls(rows, tools)) {
    const { owner } = call.caller;
    for (const { row } of matches.filter(({ confidence }) => confidence === 'certain')) {
      registering.add(owner.name);
      row.read(tools, registryOf(registries, owner.file.module), call);
    }
  }
  return registering;
}

/** Calls that add to a list of the same module; without one the library looks for classes itself. */
function readAdditions(tools: MatchTools, { adds }: RegisteredRule, registries: Registries): void {
  for (const { call, matches } of matchCalls(adds, tools)) {
    const registry = registries.get(call.caller.owner.file.module);
    if (registry !== undefined && matches[0]?.confidence === 'certain') addAll(tools, registry, call);
  }
}

function openUp(_: MatchTools, registry: Registry): void {
  registry.isOpen = true;
}

/** What cannot be read, and an application that lists nothing, leaves everything open. */
function addTypes(registry: Registry, listed: readonly TypeName[] | undefined): void {
  if (listed === undefined || listed.length === 0) registry.isOpen = true;
  else for (const name of listed) registry.types.add(name);
}

function addAll(tools: MatchTools, registry: Registry, { caller, args }: CallFacts): void {
  for (const operation of args ?? []) {
    const named = listedTypes(tools, { method: caller, operation, depth: 0, isNothing: () => false });
    if (named === undefined) registry.isOpen = true;
    else for (const name of named) registry.types.add(name);
  }
}

function addPackages(tools: MatchTools, registry: Registry, { caller, args }: CallFacts): void {
  for (const argument of args ?? []) {
    const texts = textsOf(tools.program.evaluateOperation(caller, argument));
    if (texts.length === 0 || texts.some((text) => text.includes(UNKNOWN_PART))) registry.isOpen = true;
    for (const text of texts.flatMap((each) => each.split(/[,;\s]+/u))) registry.packages.add(text);
  }
}

/** Types that an application class lists; undefined where that cannot be read, none where it lists nothing. */
function listsOf(
  tools: MatchTools,
  rule: RegisteredRule,
  type: ProgramType,
): readonly TypeName[] | undefined {
  const listing = type.methods.filter(
    ({ name, parameters }) => parameters.length === 0 && fitsAny(name, rule.lists),
  );
  const found: TypeName[] = [];
  const fills = createCallMatcher(rule.fills, tools);
  const isNothing = inheritedLists(tools, rule);
  const values = [
    ...listing.flatMap((method) => returnedValues(method)),
    ...(listing.length === 0 ? [] : type.methods).flatMap((method) =>
      tools
        .outsideCalls(method)
        .filter((call) => fills(call).length > 0)
        .flatMap(({ args }) => (args ?? []).map((operation) => ({ method, operation }))),
    ),
  ];
  for (const value of values) {
    const named = listedTypes(tools, { ...value, depth: 0, isNothing });
    if (named === undefined) return undefined;
    found.push(...named);
  }
  return found;
}

interface Value {
  readonly method: ProgramMethod;
  readonly operation: number;
}

function returnedValues(method: ProgramMethod): readonly Value[] {
  return (method.declaration?.body?.operations ?? []).flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [{ method, operation: each.value }] : [],
  );
}

/** `super.getClasses()` of the library's own class gives none. */
function inheritedLists(tools: MatchTools, rule: RegisteredRule): ListedValue['isNothing'] {
  return (method, operation) => {
    const call = tools.callAt(method, operation);
    if (call === undefined || !fitsAny(call.member, rule.lists)) return false;
    return call.owners.some((owner) => tools.types.match(owner, rule.type) === 'certain');
  };
}

/** Modules that hand the registering method on: `beans.forEach(config::register)`. */
function modulesHandingOn({ productionMethods, types }: MatchTools, rule: RegisteredRule): readonly string[] {
  const rows = [...rule.calls, ...rule.packages];
  const isHandedOn = (method: ProgramMethod, { name, operation }: CallSite): boolean => {
    const written = method.declaration?.body?.operations[operation];
    if (written?.kind !== 'method-reference' || written.object === null) return false;
    const receiver = method.operationTypes[written.object];
    return (
      receiver !== undefined &&
      rows.some(
        (row) => fitsAny(name.slice(2), row.method) && types.matchResolved(receiver, row.type) === 'certain',
      )
    );
  };
  return productionMethods
    .filter((method) => method.calls.some((site) => site.name.startsWith('::') && isHandedOn(method, site)))
    .map(({ owner }) => owner.file.module);
}

/** Modules whose web.xml tells the library where to look. */
function modulesSetUpElsewhere({ inventory, texts }: MatchTools, rule: RegisteredRule): readonly string[] {
  return inventory.configuration
    .filter(({ kind, role }) => kind === 'web-xml' && role === 'production')
    .filter(({ path }) =>
      readXml(texts.get(path) ?? '').some(
        ({ name, text }) => name === 'param-name' && fitsAny(text.trim(), rule.settings),
      ),
    )
    .map(({ module }) => module);
}
