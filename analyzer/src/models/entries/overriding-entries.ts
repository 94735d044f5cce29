import type { Text } from '../../base/text.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { type Application, findApplications, isPackageIn, scannedPackages } from '../access/applications.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import type { OverridingEntryRow, SignatureEntryRow } from '../schema/entry-rows.ts';
import { configuredPaths } from './configured-entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { readPaths, withBases } from './entry-paths.ts';
import { registeredPaths } from './registered-paths.ts';
import type { ServletMappings } from './servlet-mappings.ts';

type FrameworkRow<Shape> = Row<'entries'> & Shape;
type MethodPattern = OverridingEntryRow['methods'][number];

/** Entry points that a framework calls because of the type they belong to: servlets, listeners, jobs. */
export function overridingEntries(
  tools: MatchTools,
  row: FrameworkRow<OverridingEntryRow>,
  made: { readonly factory: EntryFactory; readonly servlets: ServletMappings },
): readonly EntryDraft[] {
  // A supertype that nobody could look up is no reason to call something an entry point.
  const owners = tools.typesBelow(row.type).filter((type) => isConcrete(type) && ownerFits(tools, type, row));
  if (owners.length === 0) return [];
  const placed = placesOf(tools, row, made.servlets);
  return owners.flatMap((owner) =>
    tools.exposedMethods(owner).flatMap((handler) => {
      const pattern = row.methods.find((each) => methodFits(handler, each));
      if (pattern === undefined || callsAny(tools, handler, row.unlessCalls)) return [];
      if (!implementsBelow(tools, handler, row)) return [];
      const discovery = { row, owner, handler, verbs: pattern.verb ?? [], placed };
      return [entryFor(tools, discovery, made.factory)];
    }),
  );
}

function ownerFits(tools: MatchTools, type: ProgramType, row: OverridingEntryRow): boolean {
  const { ownerAnnotation } = row;
  if (ownerAnnotation !== undefined && tools.annotations.onType(type, ownerAnnotation) === undefined) {
    return false;
  }
  return row.unlessType === undefined || tools.types.match(type.name, row.unlessType) === undefined;
}

function entryFor(
  tools: MatchTools,
  discovery: {
    readonly row: FrameworkRow<OverridingEntryRow>;
    readonly owner: ProgramType;
    readonly handler: ProgramMethod;
    readonly verbs: readonly string[];
    readonly placed: ServletMappings;
  },
  factory: EntryFactory,
): EntryDraft {
  const { row, owner, handler, verbs, placed } = discovery;
  const context = { tools, owner, handler, found: null, properties: factory.propertiesOf(owner) };
  const found = placed.get(owner.name);
  const paths = found === undefined ? readPaths(context, row.paths) : withBases(context, row.paths, found);
  const unfound = found === undefined ? neverScanned(tools, row, owner) : undefined;
  const dormant = unfound === undefined ? {} : { dormant: unfound };
  return factory.create({ row, owner, handler, verbs, paths, ...dormant });
}

/** Why no program that the class is part of finds it by the annotation with its paths. */
function neverScanned(tools: MatchTools, row: OverridingEntryRow, owner: ProgramType): Text | undefined {
  const { scanned } = row;
  const beans = tools.models.access.find((each) => each.on === 'beans');
  const annotation = row.paths?.annotation;
  if (scanned === undefined || beans === undefined || annotation === undefined) return undefined;
  if (tools.annotations.onType(owner, annotation) === undefined) return undefined;
  const isBean = tools.annotations.onType(
    owner,
    beans.stereotypes.filter((type) => !annotation.includes(type)),
  );
  const programs = findApplications(tools, beans).all.filter((each) => each.includes(owner));
  if (isBean !== undefined || programs.length === 0) return undefined;
  const isFound = (program: Application) =>
    program.root === null ||
    tools.typesBelow(scanned.orDeployedBy).some((type) => program.includes(type)) ||
    tools.annotations
      .typesWith(scanned.by)
      .filter((type) => program.includes(type))
      .some((type) =>
        scannedPackages(tools, scanned.by, type).some((pack) => isPackageIn(owner.file.facts.package, pack)),
      );
  return programs.some(isFound) ? undefined : scanned.why;
}

/** Paths by class, from configuration files and from calls that register one; a file's word counts first. */
function placesOf(
  tools: MatchTools,
  row: OverridingEntryRow,
  servlets: ServletMappings,
): ReadonlyMap<string, readonly string[]> {
  const { configuration } = row;
  const registered = registeredPaths(tools, row);
  if (configuration === undefined) return registered;
  const configured = configuration === 'web-xml' ? servlets : configuredPaths(tools, configuration);
  return new Map<string, readonly string[]>([...registered, ...configured]);
}

function implementsBelow(
  { program, types }: MatchTools,
  handler: ProgramMethod,
  { declaredBelow }: OverridingEntryRow,
): boolean {
  if (declaredBelow === undefined) return true;
  return handler.overrides.some((id) => {
    const owner = program.method(id)?.owner;
    return owner?.declaration.kind === 'interface' && types.match(owner.name, declaredBelow) === 'certain';
  });
}

function methodFits(method: ProgramMethod, pattern: MethodPattern): boolean {
  if (!fitsAny(method.name, pattern.name)) return false;
  const actual = method.parameters.map((parameter) => typeSpelling(parameter.type));
  if (pattern.lastParameter !== undefined && actual.at(-1) !== pattern.lastParameter) return false;
  const { parameters } = pattern;
  if (parameters === undefined) return true;
  return (
    actual.length === parameters.length &&
    parameters.every((wanted, index) => wanted === '*' || wanted === actual[index])
  );
}

function typeSpelling(type: ResolvedType): string {
  if (type.kind === 'array') return `${typeSpelling(type.element)}[]`;
  if (type.kind === 'primitive') return type.name;
  const name = classOf(type);
  return name === undefined ? '?' : simpleName(name);
}

/** Static methods with a known signature, `main` above all. */
export function signatureEntries(
  tools: MatchTools,
  row: FrameworkRow<SignatureEntryRow>,
  factory: EntryFactory,
): readonly EntryDraft[] {
  return tools.productionMethods
    .filter((method) => signatureFits(method, row) && !callsAny(tools, method, row.unlessCalls))
    .map((handler) =>
      factory.create({
        row,
        owner: handler.owner,
        handler,
        verbs: [],
        paths: { paths: [handler.owner.name], applicationPaths: [handler.owner.name] },
      }),
    );
}

function signatureFits(method: ProgramMethod, row: SignatureEntryRow): boolean {
  // Few methods have the name, and it is at hand.
  if (!fitsAny(method.name, row.method)) return false;
  const { declaration } = method;
  if (declaration === null || declaration.body === null) return false;
  const isStatic = (declaration.modifiers & Modifier.static) !== 0;
  const types = method.parameters.map((parameter) => typeSpelling(parameter.type));
  return (
    isStatic === row.static &&
    types.length === row.parameterTypes.length &&
    row.parameterTypes.every((wanted, index) => wanted === types[index])
  );
}

function callsAny(
  tools: MatchTools,
  method: ProgramMethod,
  patterns: readonly { readonly type: readonly string[]; readonly method: readonly string[] }[] | undefined,
): boolean {
  if (patterns === undefined) return false;
  return tools
    .outsideCalls(method)
    .some((call) =>
      patterns.some(
        (pattern) =>
          fitsAny(call.member, pattern.method) &&
          call.owners.some((owner) => tools.types.match(owner, pattern.type) === 'certain'),
      ),
    );
}
