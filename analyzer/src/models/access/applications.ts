import type { TypeName } from '../../base/ids.ts';
import { byText, compareText } from '../../base/ordering.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import { type ApplicationSettings, readApplicationSettings } from './application-settings.ts';
import { type ModuleGraph, moduleGraphOf } from './module-graph.ts';

/** One program that is started on its own: what governs it does not govern another one of the same repository. */
export interface Application {
  /** Name of its main class, or of its build module. */
  readonly name: string;
  readonly root: ProgramType | null;
  /** Ids of the build modules on its class path. */
  readonly modules: ReadonlySet<string>;
  readonly settings: ApplicationSettings;
  /** Whether the framework finds the class in this application. */
  includes(type: ProgramType): boolean;
}

export interface Applications {
  readonly all: readonly Application[];
  /** The applications that a class is part of; never empty. */
  of(type: ProgramType): readonly Application[];
  /** The applications that a build module is part of; never empty. */
  ofModule(module: string): readonly Application[];
}

type BeansRow = AccessRowOf<'beans'>;

/** By the types of a tree: steps add to the tools that they hand on. */
const applicationsOf = new WeakMap<readonly ProgramType[], Applications>();

/**
 * Finds the applications of the tree, once: their main classes with what they scan and import, else the outermost build
 * modules.
 */
export function findApplications(tools: MatchTools, row: BeansRow): Applications {
  const known = applicationsOf.get(tools.productionTypes);
  if (known !== undefined) return known;
  const applications = readApplications(tools, row);
  applicationsOf.set(tools.productionTypes, applications);
  return applications;
}

function readApplications(tools: MatchTools, row: BeansRow): Applications {
  const graph = moduleGraphOf(tools.inventory.modules);
  const started = startedTypes(tools, row);
  const starters = tools.annotations.typesWith(row.application);
  const run = starters.filter((type) => started.has(type.name));
  const leading = tools.annotations.typesWith([...row.scan, ...row.imports, ...row.propertySources]);
  const all = (run.length > 0 ? run : starters)
    .map((root) => applicationOf(tools, row, { root, graph, leading }))
    .sort(byText((application) => application.name));
  const byModule = new Map<string, Application>();
  const made = (module: string): Application => {
    const known = byModule.get(module);
    if (known !== undefined) return known;
    const application = moduleApplication(tools, graph, module);
    byModule.set(module, application);
    return application;
  };
  const around = (module: string): readonly Application[] => {
    const near = all.filter((application) => application.modules.has(module));
    return near.length > 0 ? near : graph.outermost(module).map(made);
  };
  return {
    all,
    of(type) {
      const including = all.filter((application) => application.includes(type));
      return including.length > 0 ? including : around(type.file.module);
    },
    ofModule: around,
  };
}

/** Classes that somebody hands to the framework to run. */
function startedTypes(tools: MatchTools, row: BeansRow): ReadonlySet<TypeName> {
  const runs = (call: CallFacts) =>
    row.runs.some(
      (each) =>
        fitsAny(call.member, each.method) &&
        call.owners.some((owner) => tools.types.match(owner, each.type) !== undefined),
    );
  const calls = callsOf(row.runs, tools).filter(runs);
  return new Set(calls.flatMap((call) => classArguments(call.caller, call)));
}

function classArguments(method: ProgramMethod, call: CallFacts): readonly TypeName[] {
  return (call.args ?? []).flatMap((argument) => {
    const type = method.operationTypes[argument];
    const named = type?.kind === 'class' && type.args[0] !== undefined ? classOf(type.args[0]) : undefined;
    return named === undefined ? [] : [named];
  });
}

function applicationOf(
  tools: MatchTools,
  row: BeansRow,
  {
    root,
    graph,
    leading,
  }: {
    readonly root: ProgramType;
    readonly graph: ModuleGraph;
    /** Classes that name others, or files. */
    readonly leading: readonly ProgramType[];
  },
): Application {
  const modules = graph.closure(root.file.module);
  const relevant = leading.filter((type) => modules.has(type.file.module));
  const { packages, imported, sources } = scanFrom(tools, row, { root, relevant });
  const isAutomatic = (type: ProgramType) =>
    type.annotations.some((each) => each.type.endsWith('.AutoConfiguration'));
  return {
    name: root.name,
    root,
    modules,
    settings: readApplicationSettings(tools.inventory, { module: root.file.module, modules, sources }),
    includes(type) {
      if (!modules.has(type.file.module)) return false;
      const pack = type.file.facts.package;
      if (packages.some((each) => isPackageIn(pack, each))) return true;
      for (let each: ProgramType | null = type; each !== null; each = each.outer) {
        if (imported.has(each.name) || isAutomatic(each)) return true;
      }
      return false;
    },
  };
}

interface Scan {
  readonly packages: readonly string[];
  readonly imported: ReadonlySet<TypeName>;
  /** File names of property sources. */
  readonly sources: readonly string[];
}

/** Follows scans and imports from the main class until nothing new is found. */
function scanFrom(
  tools: MatchTools,
  row: BeansRow,
  { root, relevant }: { readonly root: ProgramType; readonly relevant: readonly ProgramType[] },
): Scan {
  const packages = new Set<string>();
  const imported = new Set<TypeName>([root.name]);
  const sources = new Set<string>();
  const seen = new Set<ProgramType>();
  const waiting = [root];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    for (const pack of scannedPackages(tools, row.scan, type)) packages.add(pack);
    for (const name of classesIn(tools, type, row.imports)) imported.add(name);
    for (const source of sourceNames(tools, row, type)) sources.add(source);
    for (const other of relevant) {
      const pack = other.file.facts.package;
      const scanned = [...packages].some((each) => isPackageIn(pack, each));
      if (scanned || imported.has(other.name)) waiting.push(other);
    }
  }
  return { packages: [...packages].sort(compareText), imported, sources: [...sources] };
}

/** Whether a package is another one, or below it. */
export function isPackageIn(pack: string, outer: string): boolean {
  return pack === outer || pack.startsWith(`${outer}.`);
}

const PACKAGE_ATTRIBUTES = ['value', 'basePackages', 'scanBasePackages'];
const CLASS_ATTRIBUTES = ['basePackageClasses', 'scanBasePackageClasses'];

/** Packages that scans on a class name, or its own; `scans` are the annotations that ask for one. */
export function scannedPackages(
  tools: MatchTools,
  scans: readonly string[],
  type: ProgramType,
): readonly string[] {
  const own = type.file.facts.package;
  return type.annotations.flatMap((annotation) =>
    tools.annotations.find([annotation], scans).flatMap(({ written }) => {
      const named = PACKAGE_ATTRIBUTES.flatMap((name) => textsOf(written.args.get(name)));
      const classes = CLASS_ATTRIBUTES.flatMap((name) => textsOf(written.args.get(name))).map(
        (name) =>
          tools.program.type(name as TypeName)?.file.facts.package ?? name.slice(0, name.lastIndexOf('.')),
      );
      const all = [...named, ...classes].filter((each) => each !== '');
      return all.length > 0 ? all : [own];
    }),
  );
}

function classesIn(tools: MatchTools, type: ProgramType, wanted: readonly string[]): readonly TypeName[] {
  return tools.annotations
    .find(type.annotations, wanted)
    .flatMap(({ attributes }) => textsOf(attributes.get('value')) as TypeName[]);
}

function sourceNames(tools: MatchTools, row: BeansRow, type: ProgramType): readonly string[] {
  return tools.annotations
    .find(type.annotations, row.propertySources)
    .flatMap(({ attributes }) => textsOf(attributes.get('value')))
    .map((location) => location.slice(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1));
}

function moduleApplication(tools: MatchTools, graph: ModuleGraph, module: string): Application {
  const modules = graph.closure(module);
  return {
    name: module,
    root: null,
    modules,
    settings: readApplicationSettings(tools.inventory, { module, modules, sources: [] }),
    includes: (type) => modules.has(type.file.module),
  };
}
