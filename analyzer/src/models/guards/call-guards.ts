import { Modifier } from '../../facts/declarations.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Guard } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatch, callsOf, createCallMatcher, weaker } from '../match/call-matcher.ts';
import { isConstant, textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import { createRefusals } from '../match/refusing-answers.ts';
import { refusesUnder, useOfResult } from '../match/result-use.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';

export type CallGuard = Row<'guards'> & CallGuardRow;

/** Guards in code: checks that can refuse, limiters, audit events, and encoders of values. */
export function callGuards(tools: MatchTools): readonly Guard[] {
  const guardRows = tools.models.guards.filter((row): row is CallGuard => row.on === 'call');
  const matchGuard = createCallMatcher(guardRows, tools);
  const encoders = tools.models.sanitizers.filter((row) => row.how === 'encoding');
  const matchSanitizer = createCallMatcher(encoders, tools);
  const isRefusal = refusalTest(tools);
  return callsOf([...guardRows, ...encoders], tools).flatMap((call) => [
    ...matchGuard(call)
      .slice(0, 1)
      .flatMap(({ row, confidence }) => guardOf({ tools, call, row, matched: confidence, isRefusal }) ?? []),
    ...matchSanitizer(call)
      .slice(0, 1)
      .map((match) => sanitizerGuard(call, match)),
  ]);
}

interface GuardMatch {
  readonly tools: MatchTools;
  readonly call: CallFacts;
  readonly row: CallGuard;
  readonly matched: Guard['confidence'];
}

/** Whether an operation answers with a refusal. */
type RefusalTest = (method: ProgramMethod, operation: OperationIndex) => boolean;

function refusalTest(tools: MatchTools): RefusalTest {
  const refusals = createRefusals(tools);
  return (method, operation) => refusals.isCall(method, operation) || refusals.isReturn(method, operation);
}

function sanitizerGuard(call: CallFacts, { row, confidence }: CallMatch<Row<'sanitizers'>>): Guard {
  return {
    ...carried(call),
    category: 'sanitization',
    mechanism: row.id,
    confidence,
    cleans: row.cleans,
    parameters: row.arguments,
  };
}

function guardOf({
  tools,
  call,
  row,
  matched,
  isRefusal,
}: GuardMatch & { readonly isRefusal: RefusalTest }): Guard | undefined {
  if (!appliesTo(tools, call, row)) return undefined;
  const confidence = confidenceOfUse(call, row.result, isRefusal);
  if (confidence === undefined) return undefined;
  return {
    ...carried(call),
    category: row.category,
    mechanism: row.id,
    confidence: weaker(matched, confidence),
    ...(row.against === undefined ? {} : { against: row.against }),
    ...(row.arguments === undefined ? {} : { parameters: row.arguments }),
    ...(row.proves === undefined ? {} : { proves: row.proves }),
  };
}

/** Whether a call that fits a row can be such a check at all, whatever becomes of its result. */
export function appliesTo(tools: MatchTools, call: CallFacts, row: CallGuard): boolean {
  if (row.condition !== undefined && asksOnlyForNull(call, row.condition)) return false;
  if (row.unless !== undefined && hasText(tools, call, row.unless)) return false;
  if (row.errors !== undefined && !errorsAreAsked(tools, call, row.errors)) return false;
  return row.receiver !== 'constant' || isConstantReceiver(tools, call);
}

/** A check whose result is dropped checks nothing; one that the method returns may be tested by its callers. */
function confidenceOfUse(
  call: CallFacts,
  needed: CallGuard['result'],
  isRefusal: RefusalTest,
): Guard['confidence'] | undefined {
  const body = call.caller.declaration?.body;
  if (needed === 'thrown' || body === undefined || body === null) return 'certain';
  const use = useOfResult(body, call.site.operation);
  if (needed === 'used') return use.used ? 'certain' : undefined;
  const tested =
    needed === 'refused'
      ? refusesUnder(body, use.conditions, (operation) => isRefusal(call.caller, operation))
      : use.conditions.length > 0 || use.decides;
  if (tested) return 'certain';
  return use.returned && needed === 'tested' ? 'likely' : undefined;
}

function hasText(
  { program }: MatchTools,
  call: CallFacts,
  { argument, texts }: NonNullable<CallGuard['unless']>,
): boolean {
  const operation = argumentOperation(call, argument);
  const found = operation === undefined ? [] : textsOf(program.evaluateOperation(call.caller, operation));
  return found.some((text) => texts.includes(text));
}

/** Errors that the caller handed in are his to ask for; those made here must be asked for here. */
function errorsAreAsked(tools: MatchTools, { caller, args }: CallFacts, position: number): boolean {
  const operations = caller.declaration?.body?.operations ?? [];
  const errors = operations[args?.[position] ?? -1];
  if (errors?.kind !== 'local') return true;
  if (operations[errors.declaration]?.kind === 'parameter') return true;
  const askedBy = tools.models.validationResults.flatMap((row) => row.askedBy);
  return operations.some((each) => {
    if (each.kind !== 'call' || !fitsAny(each.name, askedBy)) return false;
    const object = operations[each.object ?? -1];
    return object?.kind === 'local' && object.declaration === errors.declaration;
  });
}

/** A list that nobody changes: what it lets through is written in the source. */
function isConstantReceiver({ program }: MatchTools, { caller, receiver }: CallFacts): boolean {
  const origin = receiver === null ? undefined : originOf(caller, receiver);
  if (origin === undefined) return false;
  const field = program.fieldOf(caller, origin)?.field;
  if (field !== undefined) {
    const fixed = Modifier.static | Modifier.final;
    return (field.declaration.modifiers & fixed) === fixed;
  }
  const operations = caller.declaration?.body?.operations ?? [];
  const made = operations[origin];
  if (made?.kind !== 'call' || made.args.length === 0 || !['of', 'asList'].includes(made.name)) return false;
  return made.args.every((argument) => isConstant(program.evaluateOperation(caller, argument)));
}

/** `value != null` says nothing of the value. */
function asksOnlyForNull(call: CallFacts, position: number): boolean {
  const operations = call.caller.declaration?.body?.operations ?? [];
  const condition = operations[argumentOperation(call, position) ?? -1];
  if (condition?.kind !== 'binary') return false;
  return condition.operands.some((operand) => {
    const each = operations[operand];
    return each?.kind === 'literal' && each.type === 'null';
  });
}

function carried(call: CallFacts): Pick<Guard, 'carrier' | 'evidence'> {
  const owner = call.owners.at(-1);
  return {
    carrier: { kind: 'call', method: call.caller.id, operation: call.site.operation },
    evidence: {
      file: call.site.file,
      line: call.site.nameLine,
      text: `${owner === undefined ? '' : `${simpleName(owner)}.`}${call.member}`.slice(0, 200),
    },
  };
}
