import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { givenBy, passedBehind } from '../access/code/caller-questions.ts';
import { isGivenBack } from '../access/code/failing-check.ts';
import type { Guard } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatch, callsOf, createCallMatcher, weaker } from '../match/call-matcher.ts';
import { isConstantList, isOfConstantList } from '../match/constant-lists.ts';
import { isConstant } from '../match/constant-texts.ts';
import { isHeeded, isOnlyLogged } from '../match/heeded-answers.ts';
import { logTest } from '../match/log-calls.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { asksOnlyForPresence } from '../match/presence-tests.ts';
import { createRefusals } from '../match/refusing-answers.ts';
import { refusesUnder, useOfResult } from '../match/result-use.ts';
import { mayComeFrom } from '../match/value-comes-from.ts';
import { originOf } from '../match/value-origin.ts';
import { strengthAt } from '../match/written-pattern.ts';
import type { Row } from '../models.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';
import { carriesValidators } from './carried-validators.ts';
import { errorsAreMinded, ownValidatorCalls } from './error-collecting.ts';

export type CallGuard = Row<'guards'> & CallGuardRow;

/** Guards in code: checks that can refuse, limiters, audit events, and encoders of values. */
export function callGuards(tools: MatchTools): readonly Guard[] {
  const guardRows = tools.models.guards.filter((row): row is CallGuard => row.on === 'call' && row.layer);
  const matchGuard = createCallMatcher(guardRows, tools);
  const encoders = tools.models.sanitizers.filter((row) => row.how === 'encoding');
  const matchSanitizer = createCallMatcher(encoders, tools);
  const answers: Answers = { isRefusal: refusalTest(tools), isLog: logTest(tools) };
  const outside = callsOf([...guardRows, ...encoders], tools).flatMap((call) => [
    ...matchGuard(call)
      .slice(0, 1)
      .flatMap(({ row, confidence }) => guardOf({ tools, call, row, matched: confidence, answers }) ?? []),
    ...matchSanitizer(call)
      .slice(0, 1)
      .map((match) => sanitizerGuard(call, match)),
  ]);
  const own = ownValidatorCalls(tools, guardRows).flatMap(
    ({ call, row }) => guardOf({ tools, call, row, matched: 'certain', answers }) ?? [],
  );
  return [...outside, ...own];
}

interface GuardMatch {
  readonly tools: MatchTools;
  readonly call: CallFacts;
  readonly row: CallGuard;
  readonly matched: Guard['confidence'];
}

type OperationTest = (method: ProgramMethod, operation: OperationIndex) => boolean;

/** What code does where a check has answered. */
interface Answers {
  /** Whether an operation answers with a refusal. */
  readonly isRefusal: OperationTest;
  readonly isLog: OperationTest;
}

function refusalTest(tools: MatchTools): OperationTest {
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
  answers,
}: GuardMatch & { readonly answers: Answers }): Guard | undefined {
  if (!appliesTo(tools, call, row)) return undefined;
  if (row.asksCaller && row.result !== 'thrown') return callerQuestion({ tools, call, row, matched });
  const confidence = confidenceOfUse(call, row, answers);
  if (confidence === undefined) return undefined;
  const against = rulesNothingOut(tools, call, row) ? [] : row.against;
  return {
    ...carried(call),
    category: row.category,
    mechanism: row.id,
    confidence: weaker(matched, confidence),
    ...(against === undefined ? {} : { against }),
    ...(row.arguments === undefined ? {} : { parameters: row.arguments }),
    ...(row.proves === undefined ? {} : { proves: row.proves }),
  };
}

/** A question about the caller guards what runs only where the answer was good; one that is given back is the caller's to heed. */
function callerQuestion({ tools, call, row, matched }: GuardMatch): Guard | undefined {
  const { caller, site } = call;
  const body = caller.declaration?.body;
  if (!body) return undefined;
  const check = { operation: site.operation, gives: givenBy(row, caller, site.operation) };
  const passed = passedBehind(tools, { caller, ...check });
  const guard = { ...carried(call), category: row.category, mechanism: row.id };
  if (passed.length > 0) return { ...guard, confidence: matched, passed };
  return isGivenBack(body, check)
    ? { ...guard, confidence: weaker(matched, 'likely'), onlyHere: true }
    : undefined;
}

/** Whether a call that fits a row can be such a check at all, whatever becomes of its result. */
export function appliesTo(tools: MatchTools, call: CallFacts, row: CallGuard): boolean {
  if (row.condition !== undefined && asksOnlyForPresence(tools, call, row.condition)) return false;
  if (row.pattern !== undefined && strengthAt(tools, call, row.pattern)?.bounds === false) return false;
  if (!errorsAreMinded(tools, call, row)) return false;
  if (row.carrier !== undefined && !carriesValidators(tools, call, row.carrier)) return false;
  if (row.receiverThrough !== undefined && !isMadeThrough(tools, call, row.receiverThrough)) return false;
  if (row.constant !== undefined && !isConstantArgument(tools, call, row.constant)) return false;
  return row.receiver !== 'constant' || isConstantReceiver(tools, call, row);
}

/** A constant, or one of a list of them; what a method reference gets has no operation of its own. */
function isConstantArgument(tools: MatchTools, call: CallFacts, position: number): boolean {
  const { caller, site, args } = call;
  if (args === null && position !== -1) return isOfConstantList(tools, caller, site.operation);
  const operation = argumentOperation(call, position);
  if (operation === undefined) return false;
  return (
    isConstant(tools.program.evaluateOperation(caller, operation)) ||
    isOfConstantList(tools, caller, operation)
  );
}

function isConstantReceiver(
  tools: MatchTools,
  { caller, receiver }: CallFacts,
  { configuredBy = [] }: CallGuard,
): boolean {
  return receiver !== null && isConstantList(tools, { method: caller, operation: receiver }, configuredBy);
}

/** What it matches the value with lets any letter through: the value is looked at, and as dangerous as before. */
export function rulesNothingOut(tools: MatchTools, call: CallFacts, { pattern }: CallGuard): boolean {
  return pattern !== undefined && strengthAt(tools, call, pattern)?.narrows === false;
}

/** Calls on results of calls that are looked through. */
const LONGEST_CHAIN = 6;

/** One of the calls that made the receiver, each on the result of the one before, is such a call. */
function isMadeThrough(
  tools: MatchTools,
  { caller, receiver }: CallFacts,
  wanted: NonNullable<CallGuard['receiverThrough']>,
): boolean {
  let at = receiver;
  for (let step = 0; step < LONGEST_CHAIN && at !== null; step++) {
    if (mayComeFrom({ method: caller, operation: at }, wanted, tools)) return true;
    const made = caller.declaration?.body?.operations[originOf(caller, at) ?? -1];
    at = made?.kind === 'call' ? made.object : null;
  }
  return false;
}

/** A check whose result is dropped checks nothing; one that the method returns may be tested by its callers. */
function confidenceOfUse(
  call: CallFacts,
  row: CallGuard,
  { isRefusal, isLog }: Answers,
): Guard['confidence'] | undefined {
  const needed = row.result;
  const body = call.caller.declaration?.body;
  if (needed === 'thrown' || body === undefined || body === null) return 'certain';
  const use = useOfResult(body, call.site.operation);
  if (needed === 'used') return use.used ? 'certain' : undefined;
  const inCaller = (test: OperationTest) => (operation: OperationIndex) => test(call.caller, operation);
  const refused = needed === 'tested' || refusesUnder(body, use.conditions, inCaller(isRefusal));
  const question = { body, call: call.site.operation, passes: row.passes, isLog: inCaller(isLog) };
  const tested = answersYesOrNo(call, row)
    ? isHeeded(question)
    : use.decides || (use.conditions.length > 0 && !isOnlyLogged(body, use.conditions, question.isLog));
  if (refused && tested) return 'certain';
  return use.returned && needed === 'tested' ? 'likely' : undefined;
}

/** A question about a value: where it has passed is told by the branches behind the answer. */
function answersYesOrNo(call: CallFacts, { category, arguments: checked }: CallGuard): boolean {
  const isAboutValue = category === 'validation' || category === 'sanitization';
  return isAboutValue && checked !== undefined && isQuestion(call.caller, call.site.operation);
}

/** Whether an operation answers yes or no. */
export function isQuestion({ operationTypes }: ProgramMethod, operation: OperationIndex): boolean {
  const given = operationTypes[operation];
  return given?.kind === 'primitive' && given.name === 'boolean';
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
