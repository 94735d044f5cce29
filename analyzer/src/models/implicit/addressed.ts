import { type ApplicationProperties, propertiesByModule } from '../entries/application-properties.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { HTTP_VERBS } from '../kinds.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { addressTexts } from './address-texts.ts';
import { answersByRequest, requestKey } from './answers.ts';
import { basesOf } from './base-addresses.ts';
import { implicitCall, type Passes } from './implicit-call.ts';

type AddressedRow = ImplicitRowOf<'addressed'>;

/** `http://orders:8080`, `lb://orders`. */
const SERVICE = /^[a-z]+:\/\/(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?(?=[/?]|$)/iu;
const OWN_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * Requests to an address that is written in the source reach the handler of their verb and path, where the host is the
 * name of a service of the tree, or the machine itself with the port of one. An address whose host is not known, or is
 * none of these, reaches nothing.
 */
export function addressedCalls(
  tools: MatchTools,
  rows: readonly AddressedRow[],
  entries: readonly EntryDraft[],
): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  const answers = answersByRequest(tools, entries);
  const propertiesOf = propertiesByModule(tools.inventory);
  const isAt = (row: AddressedRow, address: string, module: string): boolean => {
    const { host, port } = SERVICE.exec(address)?.groups ?? {};
    if (host === undefined) return false;
    const own = propertiesOf(module);
    if (own.value(row.service.property)?.toLowerCase() === host.toLowerCase()) return true;
    return OWN_MACHINE.has(host) && port !== undefined && own.value(row.service.port) === port;
  };
  return matchCalls(rows, tools).flatMap(({ call, matches }) => {
    const [match] = matches;
    if (match?.confidence !== 'certain') return [];
    const { row } = match;
    const own = propertiesOf(call.caller.owner.file.module);
    const addresses = addressesOf(tools, row, { call, own }).map((text) =>
      text.replaceAll(UNKNOWN_PART, '{}'),
    );
    const asked = addresses.flatMap((address) =>
      verbsOf(tools, call, row).map((verb) => ({ address, key: requestKey(verb, address) })),
    );
    return asked.flatMap(({ address, key }) =>
      (answers.get(key) ?? []).flatMap(({ entry, handler }) => {
        if (!row.entries.includes(entry.mechanism) || !isAt(row, address, handler.owner.file.module))
          return [];
        const place = { caller: call.caller, operation: call.site.operation };
        const why = { row: row.id, confidence: 'likely', passes: sentParts(row, address, entry) } as const;
        return [implicitCall(place, handler, { ...why, entry: entry.id })];
      }),
    );
  });
}

/** What the address may be: the text that is written, behind the base of the client where it begins with a path. */
function addressesOf(
  tools: MatchTools,
  row: AddressedRow,
  { call, own }: { readonly call: CallFacts; readonly own: ApplicationProperties },
): readonly string[] {
  const operation = argumentOperation(call, row.address);
  const written = operation === undefined ? [] : addressTexts(tools, { method: call.caller, operation }, own);
  const local = written.filter((text) => text.startsWith('/'));
  if (row.base === undefined || local.length === 0) return written;
  const bases = basesOf(tools, row.base, call).flatMap((place) => addressTexts(tools, place, own));
  return [...written, ...bases.flatMap((base) => local.map((text) => base.replace(/\/$/u, '') + text))];
}

/** The verb that the row says, or a constant of the call: `HttpMethod.POST`. */
function verbsOf(tools: MatchTools, call: CallFacts, { verb }: AddressedRow): readonly string[] {
  if (typeof verb === 'string') return [verb];
  const operation = argumentOperation(call, verb.argument);
  const written = call.caller.declaration?.body?.operations[operation ?? -1];
  const named = written?.kind === 'field' || written?.kind === 'name' ? [written.name] : [];
  const value = operation === undefined ? undefined : tools.program.evaluateOperation(call.caller, operation);
  const texts = [...named, ...textsOf(value)];
  return [...new Set(texts)].filter((text) => HTTP_VERBS.has(text));
}

/** The address has the path in it, and the query where it has one; the body is an argument of its own. */
function sentParts({ address, body }: AddressedRow, text: string, entry: EntryDraft): Passes {
  return entry.parameters.flatMap(({ index, source }) => {
    if (source === 'body' && body !== undefined) return [{ from: body, to: index }];
    const isInAddress = source === 'path' || (source === 'query' && text.includes('?'));
    return isInAddress ? [{ from: address, to: index }] : [];
  });
}
