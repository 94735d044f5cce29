import type { ResolvedType } from '../../link/resolved-type.ts';
import { argumentOperation, argumentType, type CallFacts, receiverType } from '../match/call-facts.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import { containerArguments } from '../parameters/looseness.ts';
import { firstTypeArgument } from './type-argument.ts';

/** Names what a sink acts on: an entity, a table, a text, else the called member. */
export function subjectOf(
  tools: MatchTools,
  {
    call,
    row,
    table,
  }: { readonly call: CallFacts; readonly row: Row<'sinks'>; readonly table: string | null },
): string {
  return namedSubject(tools, call, row) ?? (table === null ? memberOf(call) : `table ${table}`);
}

function namedSubject(tools: MatchTools, call: CallFacts, row: Row<'sinks'>): string | undefined {
  const { subject } = row;
  if (subject === undefined) return undefined;
  if (subject === 'entity') {
    const receiver = receiverType(call);
    const entity = receiver === undefined ? undefined : firstTypeArgument(tools, receiver, row.type ?? []);
    return entity === undefined ? undefined : dataType(tools, entity);
  }
  if ('argumentType' in subject) {
    const type = argumentType(call, subject.argumentType);
    return type === undefined ? undefined : dataType(tools, type);
  }
  if ('argumentText' in subject) return constantArgument(tools, call, subject.argumentText);
  return subject.argumentClass === 'any'
    ? firstClass(tools, call)
    : constantArgument(tools, call, subject.argumentClass);
}

function constantArgument(tools: MatchTools, call: CallFacts, position: number): string | undefined {
  const operation = argumentOperation(call, position);
  if (operation === undefined) return undefined;
  const [text] = textsOf(tools.program.evaluateOperation(call.caller, operation));
  return text === undefined || text.includes(UNKNOWN_PART) || text === '' ? undefined : text.slice(0, 120);
}

function firstClass(tools: MatchTools, { caller, args }: CallFacts): string | undefined {
  const values = (args ?? []).map((operation) => tools.program.evaluateOperation(caller, operation));
  return values.filter((value) => value.kind === 'class').flatMap((value) => textsOf(value))[0];
}

/** Name of the data in a type; of what a container holds. */
function dataType(tools: MatchTools, type: ResolvedType): string | undefined {
  const inside = containerArguments(tools, type)?.[0];
  const name = classOf(inside ?? type);
  return name === undefined || name === 'java.lang.Object' ? undefined : name;
}

function memberOf(call: CallFacts): string {
  const owner = call.owners.at(0);
  return owner === undefined ? call.member : `${simpleName(owner)}.${call.member}`;
}
