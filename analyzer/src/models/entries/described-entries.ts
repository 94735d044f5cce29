import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { EntryParameter } from '../labels.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { DescribedEntryRow } from '../schema/entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { readPaths } from './entry-paths.ts';
import { type ApiOperation, readApiOperations } from './openapi-operations.ts';

type DescribedRow = Row<'entries'> & DescribedEntryRow;

/** Entry points whose mapping stands in generated interfaces: an OpenAPI description of the tree says what they are. */
export function describedEntries(
  tools: MatchTools,
  row: DescribedRow,
  factory: EntryFactory,
): readonly EntryDraft[] {
  const owners = tools.productionTypes.filter((type) => isConcrete(type) && ownerFits(tools, type, row));
  if (owners.length === 0) return [];
  const operations = readApiOperations(tools);
  return owners.flatMap((owner) =>
    tools.exposedMethods(owner).flatMap((handler) => {
      const operation = operationFor(operations, owner, handler);
      return operation === undefined ? [] : [entryOf(tools, { row, owner, handler, operation }, factory)];
    }),
  );
}

/** The type that declares the mapping is generated: named like one, and not in the tree. */
function ownerFits(tools: MatchTools, type: ProgramType, row: DescribedRow): boolean {
  const hasGenerated = type.interfaces.some(
    (each) =>
      each.kind === 'class' &&
      tools.program.type(each.name) === undefined &&
      tools.types.matchResolved(each, row.generatedType) === 'certain',
  );
  return hasGenerated && tools.annotations.onType(type, row.ownerAnnotation) !== undefined;
}

/** The operation with the method's name; the description of the same module first. */
function operationFor(
  operations: readonly ApiOperation[],
  owner: ProgramType,
  handler: ProgramMethod,
): ApiOperation | undefined {
  const named = operations.filter((operation) => operation.id === handler.name);
  return named.find((operation) => operation.module === owner.file.module) ?? named[0];
}

function entryOf(
  tools: MatchTools,
  found: {
    readonly row: DescribedRow;
    readonly owner: ProgramType;
    readonly handler: ProgramMethod;
    readonly operation: ApiOperation;
  },
  factory: EntryFactory,
): EntryDraft {
  const { row, owner, handler, operation } = found;
  const prefixed = tools.annotations.onType(owner, row.paths.prefix?.annotation ?? []) !== undefined;
  const context = {
    tools,
    owner,
    handler,
    found: null,
    written: [operation.path],
    properties: factory.propertiesOf(owner),
    ...(prefixed ? {} : { prefixes: [operation.serverPath].filter((path) => path !== '') }),
  };
  const draft = factory.create({
    row,
    owner,
    handler,
    verbs: [operation.verb],
    paths: readPaths(context, row.paths),
  });
  const parameters = draft.parameters.map((parameter) => describe(parameter, operation));
  return {
    ...draft,
    parameters,
    checks: parameters
      .filter((parameter) => parameter.validated)
      .map(({ index }) => ({ index, mechanism: row.id, evidence: operation.evidence })),
  };
}

/** Generated interfaces carry the annotations that the description asks for, constraints among them. */
function describe(parameter: EntryParameter, operation: ApiOperation): EntryParameter {
  const described = operation.parameters.get(parameter.name);
  if (described !== undefined) {
    return { ...parameter, source: described.source, validated: described.isBounded };
  }
  return parameter.source === 'body' ? { ...parameter, validated: operation.bodyIsBounded } : parameter;
}
