import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { EntryParameter } from '../labels.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { type AddedPrefixes, addedPrefixes } from './added-prefixes.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { readPaths } from './entry-paths.ts';
import {
  type DescribedRow,
  type GeneratedOperation,
  generatedBase,
  generatedOperations,
} from './generated-operations.ts';
import type { ApiOperation } from './openapi-operations.ts';
import { unimplementedEntries } from './unimplemented-entries.ts';

/** A class that implements generated interfaces. */
interface Implementer {
  readonly owner: ProgramType;
  /** Also what hands on to a delegate or service, by the name of the interface. */
  readonly interfaces: readonly GeneratedInterface[];
}

interface GeneratedInterface {
  readonly package: string;
  readonly name: string;
}

/** Entry points whose mapping stands in generated interfaces: an OpenAPI description of the tree says what they are. */
export function describedEntries(
  tools: MatchTools,
  row: DescribedRow,
  factory: EntryFactory,
): readonly EntryDraft[] {
  const operations = generatedOperations(tools, row);
  if (operations.length === 0) return [];
  const implementers = tools.productionTypes
    .filter(isConcrete)
    .flatMap((type) => asImplementer(tools, type, row));
  const handled = new Set<ApiOperation>();
  const added = addedPrefixes(tools, row.paths);
  const entries = implementers.flatMap((implementer) =>
    tools.exposedMethods(implementer.owner).flatMap((handler) => {
      const found = operationFor(operations, implementer, handler);
      if (found === undefined) return [];
      handled.add(found.operation);
      return [entryOf(tools, { row, owner: implementer.owner, handler, found, added }, factory)];
    }),
  );
  const open = operations.filter(({ operation }) => !handled.has(operation));
  const implemented = new Set(implementers.flatMap(({ interfaces }) => interfaces.map(({ name }) => name)));
  return [...entries, ...unimplementedEntries(tools, row, { open, implemented })];
}

/** The type that declares the mapping is generated: named like one, and not in the tree. */
function asImplementer(tools: MatchTools, type: ProgramType, row: DescribedRow): readonly Implementer[] {
  const parents = [...(type.superclass === null ? [] : [type.superclass]), ...type.interfaces];
  const interfaces = parents.flatMap((each) => {
    if (each.kind !== 'class' || tools.program.type(each.name) !== undefined) return [];
    const isOwner = row.owners.some(
      ({ generatedType, ownerAnnotation }) =>
        tools.types.matchResolved(each, generatedType) === 'certain' &&
        (ownerAnnotation === undefined || tools.annotations.onType(type, ownerAnnotation) !== undefined),
    );
    const simple = simpleName(each.name);
    const around = each.name.slice(0, Math.max(0, each.name.length - simple.length - 1));
    return isOwner ? [{ package: around, name: simple.replace(/(?:Delegate|Service)$/u, '') }] : [];
  });
  return interfaces.length === 0 ? [] : [{ owner: type, interfaces }];
}

/** The operation with the method's name: of the interface that is implemented, else of the same module's description. */
function operationFor(
  operations: readonly GeneratedOperation[],
  { owner, interfaces }: Implementer,
  handler: ProgramMethod,
): GeneratedOperation | undefined {
  const named = operations.filter(
    ({ generator, interfaceNames, methodName }) =>
      methodName === handler.name &&
      (interfaceNames.length === 0 ||
        interfaces.some(
          (each) =>
            interfaceNames.includes(each.name) && ['', each.package].includes(generator?.apiPackage ?? ''),
        )),
  );
  return named.find(({ operation }) => operation.module === owner.file.module) ?? named[0];
}

function entryOf(
  tools: MatchTools,
  step: {
    readonly row: DescribedRow;
    readonly owner: ProgramType;
    readonly handler: ProgramMethod;
    readonly found: GeneratedOperation;
    readonly added: AddedPrefixes;
  },
  factory: EntryFactory,
): EntryDraft {
  const { row, owner, handler, found } = step;
  const { operation } = found;
  const prefixed = tools.annotations.onType(owner, row.paths.prefix?.annotation ?? []) !== undefined;
  const properties = factory.propertiesOf(owner);
  const base = generatedBase(row, found, properties.value);
  const context = {
    tools,
    owner,
    handler,
    found: null,
    written: [operation.path],
    properties,
    added: step.added(owner),
    ...(prefixed ? {} : { prefixes: [base].filter((path) => path !== '') }),
  };
  const draft = factory.create({
    row,
    owner,
    handler,
    verbs: [operation.verb],
    paths: readPaths(context, row.paths),
  });
  const parameters = draft.parameters.map((parameter) => describe(parameter, found));
  return {
    ...draft,
    parameters,
    checks: parameters
      .filter((parameter) => parameter.validated)
      .map(({ index }) => ({ index, mechanism: row.id, evidence: operation.evidence })),
  };
}

/** Generated interfaces carry the annotations that the description asks for, constraints among them unless told not to. */
function describe(parameter: EntryParameter, { operation, generator }: GeneratedOperation): EntryParameter {
  const validates = generator?.validates !== false;
  const described = operation.parameters.get(parameter.name);
  if (described !== undefined) {
    return { ...parameter, source: described.source, validated: validates && described.isBounded };
  }
  const validated = validates && operation.bodyIsBounded;
  return parameter.source === 'body' ? { ...parameter, validated } : parameter;
}
