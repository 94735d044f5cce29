import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Weakness } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import {
  type CallMatcher,
  type CallPattern,
  callsOf,
  createCallMatcher,
  matchCalls,
} from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';
import { answersTrue } from './constant-answers.ts';
import { isOnlyAsked } from './only-asked.ts';

type MisuseRow = Row<'misuses'>;

/** What is asked of the rest of the program is asked once for each row. */
interface Look {
  readonly tools: MatchTools;
  readonly naming: SecretNaming;
  readonly others: Map<readonly CallPattern[], CallMatcher<CallPattern>>;
  readonly anywhere: Map<string, boolean>;
}

/** Calls that a row calls a weakness by themselves. */
export function misusedCalls(tools: MatchTools, naming: SecretNaming): readonly Weakness[] {
  const look: Look = { tools, naming, others: new Map(), anywhere: new Map() };
  return matchCalls(tools.models.misuses, tools).flatMap(({ call, matches }): readonly Weakness[] => {
    const match = matches.find(({ row }) => holds(look, call, row));
    if (match === undefined) return [];
    const { row, confidence } = match;
    return [
      {
        kind: row.weakness,
        mechanism: row.id,
        what: `${simple(call.owners.at(-1) ?? '')}.${call.member}`,
        symbol: call.caller.id,
        evidence: { file: call.site.file, line: call.site.nameLine, text: call.member.slice(0, 200) },
        surroundings: 'any',
        confidence,
      },
    ];
  });
}

function simple(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
}

function holds(look: Look, call: CallFacts, row: MisuseRow): boolean {
  if (row.with !== undefined && !isCalledIn(look, call.caller, row.with)) return false;
  if (row.without !== undefined && isCalledIn(look, call.caller, row.without)) return false;
  if (row.unlessAnywhere !== undefined && isCalledAnywhere(look, row.id, row.unlessAnywhere)) return false;
  if (row.unlessOnlyAsked !== undefined && isOnlyAsked(call, row.unlessOnlyAsked)) return false;
  if (row.written !== undefined && !isWritten(look, call, row.written)) return false;
  if (row.secret !== undefined && !isNamedAfter(look, call, row.secret)) return false;
  return row.function === undefined || isFunction(look.tools, call, row.function);
}

function isCalledIn(look: Look, method: ProgramMethod, patterns: readonly CallPattern[]): boolean {
  const matcher = matcherOf(look, patterns);
  return look.tools.outsideCalls(method).some((call) => matcher(call).length > 0);
}

function matcherOf({ tools, others }: Look, patterns: readonly CallPattern[]): CallMatcher<CallPattern> {
  const matcher = others.get(patterns) ?? createCallMatcher(patterns, tools);
  others.set(patterns, matcher);
  return matcher;
}

function isCalledAnywhere(look: Look, row: string, patterns: readonly CallPattern[]): boolean {
  const known = look.anywhere.get(row);
  if (known !== undefined) return known;
  const matcher = matcherOf(look, patterns);
  const found = callsOf(patterns, look.tools).some((call) => matcher(call).length > 0);
  look.anywhere.set(row, found);
  return found;
}

/** Wrappers around a text that do not make it less known. */
const UNWRAPPED = ['getBytes', 'toCharArray', 'decode', 'of', 'valueOf'];
const DEEPEST = 4;

function isWritten(look: Look, call: CallFacts, position: number): boolean {
  const { tools } = look;
  let operation = argumentOperation(call, position);
  for (let depth = 0; depth < DEEPEST && operation !== undefined; depth += 1) {
    const value = tools.program.evaluateOperation(call.caller, operation);
    if (value.kind === 'text') return value.value.length > 3 && !isFoundByName(look, call.caller, operation);
    const origin = originOf(call.caller, operation);
    const written = origin === undefined ? undefined : call.caller.declaration?.body?.operations[origin];
    if (written?.kind !== 'call' || !UNWRAPPED.includes(written.name)) return false;
    operation =
      written.name === 'getBytes' || written.name === 'toCharArray'
        ? (written.object ?? undefined)
        : written.args[0];
  }
  return false;
}

/** A constant that is named after a secret is found where it is declared. */
function isFoundByName({ tools, naming }: Look, method: ProgramMethod, operation: OperationIndex): boolean {
  const name = nameOf(tools, method, operation);
  return name !== undefined && naming.whatIs(name) !== undefined;
}

function isNamedAfter(
  { tools, naming }: Look,
  call: CallFacts,
  { argument, what }: NonNullable<MisuseRow['secret']>,
): boolean {
  let operation = argumentOperation(call, argument);
  for (let depth = 0; depth < DEEPEST && operation !== undefined; depth += 1) {
    const name = nameOf(tools, call.caller, operation);
    if (name !== undefined && naming.whatIs(name)?.en === what) return true;
    const written: unknown = call.caller.declaration?.body?.operations[operation];
    const each = written as { kind: string; name?: string; object?: OperationIndex | null } | undefined;
    if (each?.kind !== 'call' || !UNWRAPPED.includes(each.name ?? '')) return false;
    operation = each.object ?? undefined;
  }
  return false;
}

/** The name of what is read: a local, a parameter, a field, or a getter. */
function nameOf(tools: MatchTools, method: ProgramMethod, operation: OperationIndex): string | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  const each = operations[operation];
  if (each === undefined) return undefined;
  if (each.kind === 'local') {
    const declared = operations[each.declaration];
    return declared !== undefined && 'name' in declared ? declared.name : undefined;
  }
  if (each.kind === 'name' || each.kind === 'field') return each.name;
  if (each.kind === 'call' && each.args.length === 0 && tools.callAt(method, operation) === undefined) {
    return each.name.replace(/^get(?=[A-Z])/u, '');
  }
  return undefined;
}

function isFunction(tools: MatchTools, call: CallFacts, wanted: NonNullable<MisuseRow['function']>): boolean {
  const operation = argumentOperation(call, wanted.argument);
  const body = call.caller.declaration?.body;
  const written =
    operation === undefined ? undefined : body?.operations[originOf(call.caller, operation) ?? -1];
  if (written === undefined || body == null) return false;
  if ('always' in wanted) {
    return written.kind === 'lambda' && answersTrue(tools.program, call.caller, written);
  }
  if (written.kind === 'method-reference') return fitsAny(written.name, wanted.calls);
  const result =
    written.kind === 'lambda' && written.result !== null ? body.operations[written.result] : undefined;
  return result?.kind === 'call' && fitsAny(result.name, wanted.calls);
}

/** Constants of libraries that stand for a weakness, where production code reads them. */
export function readConstants(tools: MatchTools): readonly Weakness[] {
  const rows = tools.models.weakConstants;
  const wanted = new Set(rows.flatMap((row) => row.names));
  const isWanted = (operation: Operation): boolean =>
    (operation.kind === 'field' || operation.kind === 'name') && wanted.has(operation.name);
  return bodyIndex(tools.program)
    .reading(wanted)
    .flatMap((method) =>
      (method.declaration?.body?.operations ?? []).flatMap((operation, index): readonly Weakness[] => {
        if (!isWanted(operation)) return [];
        const read = tools.program.fieldOf(method, index);
        const row = rows.find(
          ({ type, names }) =>
            read !== undefined &&
            names.includes(read.name) &&
            tools.types.match(read.owner, type) === 'certain',
        );
        if (row === undefined || read === undefined) return [];
        return [
          {
            kind: row.weakness,
            mechanism: row.id,
            what: `${simple(read.owner)}.${read.name}`,
            symbol: method.id,
            evidence: { file: method.owner.file.facts.path, line: operation.line, text: read.name },
            surroundings: 'any',
            confidence: 'certain',
          },
        ];
      }),
    );
}
