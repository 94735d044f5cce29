import type { Confidence, ProgramMethod, ProgramType } from '../../link/program.ts';
import { propertiesByModule } from '../entries/application-properties.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { readPaths, readVerbs } from '../entries/entry-paths.ts';
import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { answersByRequest, requestKey } from './answers.ts';
import { implicitCall, type Passes } from './implicit-call.ts';

type RequestedRow = ImplicitRowOf<'requested'>;

/**
 * Methods of declared clients reach the handlers that answer their verb and path in the same tree. Where both sides name
 * the service it has to be the same one; where they do not, a client asks other build modules than its own.
 */
export function requestedCalls(
  tools: MatchTools,
  rows: readonly RequestedRow[],
  entries: readonly EntryDraft[],
): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  const search = createSearch(tools, entries);
  return rows.flatMap((row) =>
    [...new Set(tools.annotations.methodsWith(row.annotation).map(({ owner }) => owner))]
      .filter(({ declaration }) => declaration.kind === 'interface')
      .flatMap((client) => client.methods.flatMap((method) => search.callsOf(row, client, method))),
  );
}

interface ClientSearch {
  callsOf(row: RequestedRow, client: ProgramType, method: ProgramMethod): readonly ImplicitCall[];
}

function createSearch(tools: MatchTools, entries: readonly EntryDraft[]): ClientSearch {
  const answers = answersByRequest(tools, entries);
  const propertiesOf = propertiesByModule(tools.inventory);
  return {
    callsOf(row, client, method) {
      if (method.declaration === null || method.declaration.body !== null) return [];
      if (row.clientAnnotation && !tools.annotations.onType(client, row.clientAnnotation)) return [];
      const found = tools.annotations.find(method.annotations, row.annotation)[0];
      if (found === undefined) return [];
      const properties = propertiesOf(client.file.module);
      const context = { tools, owner: client, handler: method, found, properties };
      const services = servicesOf(tools, row, client).map((name) => properties.resolve(name).toLowerCase());
      const asked = readVerbs(context, row.verbs).flatMap((verb) =>
        readPaths(context, row.paths).paths.map((path) => requestKey(verb, path)),
      );
      return [...new Set(asked.flatMap((key) => answers.get(key) ?? []))].flatMap(({ entry, handler }) => {
        if (!row.entries.includes(entry.mechanism)) return [];
        const { module } = handler.owner.file;
        const name = row.service && propertiesOf(module).value(row.service.property)?.toLowerCase();
        const confidence = isAsked(services, name, module === client.file.module);
        if (confidence === null) return [];
        const why = { row: row.id, confidence, passes: sameNames(method, entry), entry: entry.id };
        return [implicitCall({ caller: method, operation: null }, handler, why)];
      });
    },
  };
}

function servicesOf(tools: MatchTools, row: RequestedRow, client: ProgramType): readonly string[] {
  if (row.service === undefined) return [];
  const found = tools.annotations.onType(client, row.service.annotation);
  return row.service.attributes
    .flatMap((name) => textsOf(found?.attributes.get(name)))
    .filter((name) => name !== '');
}

/** How sure it is that a module is the one that is asked; null where it is not. */
function isAsked(services: readonly string[], name: string | undefined, isOwn: boolean): Confidence | null {
  if (services.length > 0 && name !== undefined) return services.includes(name) ? 'likely' : null;
  return isOwn ? null : 'possible';
}

/** A parameter of the client is the handler's of the same name. */
function sameNames({ parameters }: ProgramMethod, entry: EntryDraft): Passes {
  return parameters.flatMap(({ name }, from) => {
    const to = entry.parameters.find((parameter) => parameter.name === name)?.index;
    return to === undefined ? [] : [{ from, to }];
  });
}
