import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { type ApplicationProperties, propertiesByModule } from '../entries/application-properties.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { HTTP_VERBS } from '../kinds.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { answersByRequest, requestKey } from './answers.ts';
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
    const addresses = textsAt(tools, call, row.address).map((text) =>
      withSetting(tools, { call, position: row.address, text }, own).replaceAll(UNKNOWN_PART, '{}'),
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

function textsAt({ program }: MatchTools, call: CallFacts, position: number): readonly string[] {
  const operation = argumentOperation(call, position);
  return operation === undefined ? [] : textsOf(program.evaluateOperation(call.caller, operation));
}

/** Operations between an address and what it begins with. */
const LONGEST_WAY = 20;

/** The address with the setting that it begins with, where that is a field with `@Value("${orders.url}")`. */
function withSetting(
  tools: MatchTools,
  { call, position, text }: { readonly call: CallFacts; readonly position: number; readonly text: string },
  own: ApplicationProperties,
): string {
  const start = argumentOperation(call, position);
  if (start === undefined || !text.startsWith(UNKNOWN_PART)) return text;
  const field = tools.program.fieldOf(call.caller, beginningOf(call.caller, start))?.field;
  const wanted = tools.models.access.flatMap((row) => (row.on === 'beans' ? row.value : []));
  const found = field === undefined ? undefined : tools.annotations.find(field.annotations, wanted)[0];
  const [setting] = textsOf(found?.attributes.get('value'));
  return setting === undefined ? text : own.resolve(setting) + text.slice(UNKNOWN_PART.length);
}

/** The first operand of what a text is put together from, through locals. */
function beginningOf(method: ProgramMethod, start: OperationIndex): OperationIndex {
  let at = start;
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    at = originOf(method, at) ?? at;
    const operation = method.declaration?.body?.operations[at];
    const [first] = operation?.kind === 'binary' && operation.operator === '+' ? operation.operands : [];
    if (first === undefined) break;
    at = first;
  }
  return at;
}

/** The verb that the row says, or a constant of the call: `HttpMethod.POST`. */
function verbsOf(tools: MatchTools, call: CallFacts, { verb }: AddressedRow): readonly string[] {
  if (typeof verb === 'string') return [verb];
  const operation = argumentOperation(call, verb.argument);
  const written = call.caller.declaration?.body?.operations[operation ?? -1];
  const named = written?.kind === 'field' || written?.kind === 'name' ? [written.name] : [];
  const texts = [...named, ...textsAt(tools, call, verb.argument)];
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
