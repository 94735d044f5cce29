import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import type { OverridingEntryRow, SignatureEntryRow } from '../schema/entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { readPaths } from './entry-paths.ts';
import type { ServletMappings } from './servlet-mappings.ts';

type FrameworkRow<Shape> = Row<'entries'> & Shape;
type MethodPattern = OverridingEntryRow['methods'][number];

/** Entry points that a framework calls because of the type they belong to: servlets, listeners, jobs. */
export function overridingEntries(
  tools: MatchTools,
  row: FrameworkRow<OverridingEntryRow>,
  made: { readonly factory: EntryFactory; readonly servlets: ServletMappings },
): readonly EntryDraft[] {
  return tools.productionTypes
    .filter((type) => isConcrete(type) && typeFits(tools, type, row))
    .flatMap((owner) =>
      tools.exposedMethods(owner).flatMap((handler) => {
        const pattern = row.methods.find((each) => methodFits(handler, each));
        if (pattern === undefined || callsAny(tools, handler, row.unlessCalls)) return [];
        return [entryFor(tools, { row, owner, handler, verbs: pattern.verb ?? [] }, made)];
      }),
    );
}

function typeFits(tools: MatchTools, type: ProgramType, row: OverridingEntryRow): boolean {
  // A supertype that nobody could look up is no reason to call something an entry point.
  if (tools.types.match(type.name, row.type) !== 'certain') return false;
  return row.unlessType === undefined || tools.types.match(type.name, row.unlessType) === undefined;
}

function entryFor(
  tools: MatchTools,
  discovery: {
    readonly row: FrameworkRow<OverridingEntryRow>;
    readonly owner: ProgramType;
    readonly handler: ProgramMethod;
    readonly verbs: readonly string[];
  },
  made: { readonly factory: EntryFactory; readonly servlets: ServletMappings },
): EntryDraft {
  const { row, owner, handler } = discovery;
  const context = { tools, owner, handler, found: null, properties: made.factory.propertiesOf(owner) };
  const declared = readPaths(context, row.paths);
  const configured = row.configuration === 'web-xml' ? made.servlets.get(owner.name) : undefined;
  const paths = configured === undefined ? declared : { paths: configured, applicationPaths: configured };
  return made.factory.create({ ...discovery, paths });
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
  const { declaration } = method;
  if (declaration === null || declaration.body === null || !fitsAny(method.name, row.method)) return false;
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
