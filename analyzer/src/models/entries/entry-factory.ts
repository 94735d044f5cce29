import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { anyConditionHolds } from '../conditions.ts';
import type { EntryParameter } from '../labels.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import { type HandlerParameters, readParameters } from '../parameters/read-parameters.ts';
import type { ParameterSet } from '../schema/entry-rows.ts';
import { type ApplicationProperties, applicationProperties } from './application-properties.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryPaths } from './entry-paths.ts';

/** What a row found, before it becomes an entry point. */
export interface Discovery {
  readonly row: Row<'entries'>;
  readonly owner: ProgramType;
  readonly handler: ProgramMethod;
  readonly verbs: readonly string[];
  readonly paths: EntryPaths;
  /** The handler is a lambda inside `handler`: its parameters are not the handler's. */
  readonly inLambda?: boolean;
}

/** Makes entry points of discoveries; keeps what is the same for many of them. */
export interface EntryFactory {
  create(discovery: Discovery): EntryDraft;
  propertiesOf(type: ProgramType): ApplicationProperties;
}

/** Builds the factory over the tools. */
export function createEntryFactory(tools: MatchTools): EntryFactory {
  const sets = new Map(tools.models.parameterSets.map((set) => [set.id, set]));
  const dormancy = new Map<string, string | undefined>();
  const properties = new Map<string, ApplicationProperties>();

  const dormantReason = (row: Row<'entries'>): string | undefined => {
    if (row.needs === undefined) return undefined;
    if (!dormancy.has(row.id)) {
      const answer = anyConditionHolds(tools, row.needs);
      dormancy.set(row.id, answer.holds ? undefined : answer.missing);
    }
    return dormancy.get(row.id);
  };
  return {
    create(discovery) {
      const { row, handler, owner } = discovery;
      const set = sets.get(row.parameters);
      const dormant = dormantReason(row);
      return {
        id: entryId(discovery),
        kind: row.kind,
        verbs: discovery.verbs,
        ...discovery.paths,
        handler: handler.id,
        location: { file: handler.owner.file.facts.path, line: handler.declaration?.line ?? 1 },
        framework: row.framework,
        mechanism: row.id,
        owner: owner.name,
        ...(set === undefined || discovery.inLambda === true
          ? { parameters: [], checks: [] }
          : parametersOf(tools, discovery, set)),
        ...(dormant === undefined ? {} : { dormant }),
      };
    },
    propertiesOf(type) {
      const { module } = type.file;
      let known = properties.get(module);
      if (known === undefined) {
        known = applicationProperties(tools.inventory, module);
        properties.set(module, known);
      }
      return known;
    },
  };
}

function parametersOf(
  tools: MatchTools,
  { handler, owner, row, paths }: Discovery,
  set: ParameterSet,
): HandlerParameters {
  const read = readParameters(tools, { handler, owner, set, framework: row.framework });
  if (!set.pathByName) return read;
  const isInPath = (parameter: EntryParameter) =>
    handler.parameters[parameter.index]?.annotations.length === 0 &&
    paths.paths.some((path) => path.includes(`{${parameter.name}}`));
  const parameters = read.parameters.map((parameter) =>
    isInPath(parameter) ? { ...parameter, source: 'path' as const } : parameter,
  );
  return { ...read, parameters };
}

function entryId({ row, verbs, paths, handler }: Discovery): string {
  return [row.kind, verbs.join('|'), paths.paths.join(','), handler.id]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether any annotation of a list carries a given simple attribute text. */
export function attributeText(found: FoundAnnotation, attributes: readonly string[]): string | undefined {
  return attributes.flatMap((name) => textsOf(found.attributes.get(name))).find((text) => text !== '');
}
