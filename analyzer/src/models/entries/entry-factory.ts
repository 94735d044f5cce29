import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { type Application, findApplications } from '../access/applications.ts';
import { anyConditionHolds } from '../conditions.ts';
import type { EntryParameter } from '../labels.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isAtLeast } from '../match/dependency-versions.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import { boundProperties } from '../parameters/bound-properties.ts';
import { type HandlerParameters, readParameters } from '../parameters/read-parameters.ts';
import type { ParameterSet } from '../schema/parameter-rows.ts';
import {
  type ApplicationProperties,
  applicationProperties,
  propertiesOver,
} from './application-properties.ts';
import type { EntryDraft, RegisteringCall } from './entry-draft.ts';
import type { EntryPaths } from './entry-paths.ts';

/** What a row found, before it becomes an entry point. */
export interface Discovery {
  readonly row: Row<'entries'>;
  readonly owner: ProgramType;
  readonly handler: ProgramMethod;
  readonly verbs: readonly string[];
  readonly paths: EntryPaths;
  /** Why nothing calls it, where the row's own conditions do not say it. */
  readonly dormant?: Text;
  /** The handler is this lambda inside `handler`: its parameters are not the handler's. */
  readonly lambda?: OperationIndex;
  readonly registeredBy?: RegisteringCall;
}

/** Makes entry points of discoveries; keeps what is the same for many of them. */
export interface EntryFactory {
  create(discovery: Discovery): EntryDraft;
  propertiesOf(type: ProgramType): ApplicationProperties;
}

/** Builds the factory over the tools. */
export function createEntryFactory(tools: MatchTools): EntryFactory {
  const sets = new Map(tools.models.parameterSets.map((set) => [set.id, set]));
  const dormancy = new Map<string, Text | undefined>();
  const properties = new Map<string, ApplicationProperties>();

  const dormantReason = (row: Row<'entries'>): Text | undefined => {
    if (!dormancy.has(row.id)) dormancy.set(row.id, dormantReasonOf(tools, row));
    return dormancy.get(row.id);
  };
  return {
    create(discovery) {
      const { row, handler, owner } = discovery;
      const set = sets.get(row.parameters);
      const dormant = discovery.dormant ?? dormantReason(row);
      return {
        id: entryId(discovery),
        kind: row.kind,
        verbs: discovery.verbs,
        ...discovery.paths,
        handler: handler.id,
        location: { file: handler.owner.file.facts.path, line: lineOf(discovery) },
        framework: row.framework,
        mechanism: row.id,
        owner: owner.name,
        ...(set === undefined ? { parameters: [], checks: [] } : parametersOf(tools, discovery, set)),
        ...(discovery.lambda === undefined ? {} : { lambda: discovery.lambda }),
        ...(dormant === undefined ? {} : { dormant }),
        ...(discovery.registeredBy === undefined ? {} : { registeredBy: discovery.registeredBy }),
      };
    },
    propertiesOf(type) {
      const application = onlyApplication(tools, type);
      const { module } = type.file;
      const key = application === undefined ? `module ${module}` : `application ${application.name}`;
      let known = properties.get(key);
      if (known === undefined) {
        known =
          application === undefined
            ? applicationProperties(tools.inventory, module)
            : propertiesOver((name) => application.settings.find(name)?.value);
        properties.set(key, known);
      }
      return known;
    },
  };
}

/** The application that a class is part of, where there is one and no other: it may name sources of settings of its own. */
function onlyApplication(tools: MatchTools, type: ProgramType): Application | undefined {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (beans === undefined) return undefined;
  const including = findApplications(tools, beans).all.filter((each) => each.includes(type));
  return including.length === 1 ? including[0] : undefined;
}

function dormantReasonOf(tools: MatchTools, { needs, until }: Row<'entries'>): Text | undefined {
  const isOver = until?.versions.some((wanted) =>
    tools.inventory.dependencies.some((dependency) => isAtLeast(dependency, wanted)),
  );
  if (until !== undefined && isOver === true) return until.why;
  const answer = needs === undefined ? undefined : anyConditionHolds(tools, needs);
  return answer === undefined || answer.holds ? undefined : answer.missing;
}

function lineOf({ handler, lambda }: Discovery): number {
  const { declaration } = handler;
  const written = lambda === undefined ? undefined : declaration?.body?.operations[lambda];
  return written?.line ?? declaration?.line ?? 1;
}

/** A lambda as the method that it is. */
function asMethod({ handler, lambda }: Discovery): ProgramMethod {
  const operations = handler.declaration?.body?.operations ?? [];
  const written = lambda === undefined ? undefined : operations[lambda];
  if (written?.kind !== 'lambda') return handler;
  const parameters = written.parameters.flatMap((index) => {
    const parameter = operations[index];
    const type = handler.operationTypes[index];
    if (parameter?.kind !== 'lambda-parameter' || type === undefined) return [];
    return [{ name: parameter.name, type, declaration: null, annotations: [] }];
  });
  return { ...handler, parameters, overrides: [] };
}

function parametersOf(tools: MatchTools, discovery: Discovery, set: ParameterSet): HandlerParameters {
  const { owner, row, paths } = discovery;
  const handler = asMethod(discovery);
  const taken = readParameters(tools, { handler, owner, set, framework: row.framework });
  const isFilled = set.ownFields || set.properties !== undefined;
  const own = isFilled ? boundProperties(tools, owner, set) : [];
  const read = { ...taken, parameters: [...taken.parameters, ...own] };
  if (!set.pathByName) return read;
  const isInPath = (parameter: EntryParameter) =>
    handler.parameters[parameter.index]?.annotations.length === 0 &&
    paths.paths.some((path) => path.includes(`{${parameter.name}}`));
  const parameters = read.parameters.map((parameter) =>
    isInPath(parameter) ? { ...parameter, source: 'path' as const } : parameter,
  );
  return { ...read, parameters };
}

/** Paths that an id spells out, and UTF-16 units of each: one method can have thousands of routes. */
const ID_PATHS = 8;
const ID_PATH_LENGTH = 1_000;

function entryId({ row, verbs, paths, handler }: Discovery): string {
  const more = paths.paths.length - ID_PATHS;
  const named = paths.paths.slice(0, ID_PATHS).map((path) => path.slice(0, ID_PATH_LENGTH));
  return [row.kind, verbs.join('|'), [...named, ...(more > 0 ? [`+${more}`] : [])].join(','), handler.id]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether any annotation of a list carries a given simple attribute text. */
export function attributeText(found: FoundAnnotation, attributes: readonly string[]): string | undefined {
  return attributes.flatMap((name) => textsOf(found.attributes.get(name))).find((text) => text !== '');
}
