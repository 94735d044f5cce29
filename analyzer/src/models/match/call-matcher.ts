import type { Confidence } from '../../link/program.ts';
import { argumentOperation, argumentType, type CallFacts } from './call-facts.ts';
import type { CallKind } from './call-kinds.ts';
import { type CandidateRow, candidateRows, kindsOf } from './call-rows.ts';
import { textsOf } from './constant-texts.ts';
import type { ProgramTools } from './match-tools.ts';
import { fitsAny, fitsPattern } from './name-pattern.ts';
import { originCall } from './origin-call.ts';
import { mayComeFrom } from './value-comes-from.ts';

/** The keys of a row that say which calls it is about. */
export interface CallPattern {
  readonly type?: readonly string[] | undefined;
  readonly typeAnnotation?: readonly string[] | undefined;
  readonly method?: readonly string[] | undefined;
  readonly methodAnnotation?: readonly string[] | undefined;
  readonly arity?: number | { readonly min: number; readonly max?: number | undefined } | undefined;
  readonly argumentTypes?:
    | readonly { readonly argument: number; readonly type: readonly string[] }[]
    | undefined;
  readonly constants?:
    | readonly { readonly argument: number; readonly anyOf: readonly string[] }[]
    | undefined;
  readonly allButWords?: number | undefined;
  readonly comesFrom?:
    | readonly {
        readonly argument: number;
        readonly type: readonly string[];
        readonly method: readonly string[];
        readonly text?: readonly string[] | undefined;
        readonly lacks?: readonly string[] | undefined;
      }[]
    | undefined;
  readonly receiverFrom?:
    | {
        readonly type: readonly string[];
        readonly method: readonly string[];
        readonly argument?: number | undefined;
      }
    | undefined;
}

export interface CallMatch<Row> {
  readonly row: Row;
  readonly confidence: Confidence;
}

/** Finds the rows that are about a call, in the order of the rows. */
export type CallMatcher<Row extends CallPattern> = (call: CallFacts) => readonly CallMatch<Row>[];

/** Compares a call with the few rows that can mean what it calls; which they are is found once for each kind of calls. */
export function createCallMatcher<Row extends CallPattern>(
  rows: readonly Row[],
  tools: ProgramTools,
): CallMatcher<Row> {
  const candidates = candidateRows(rows, tools);
  return (call) => {
    let matches: CallMatch<Row>[] | undefined;
    const rowsOfKind = candidates(call.kind);
    for (let i = 0; i < rowsOfKind.length; i++) {
      const candidate = rowsOfKind[i] as CandidateRow<Row>;
      const confidence = matchRow(call, candidate, tools);
      if (confidence === undefined) continue;
      matches ??= [];
      matches.push({ row: candidate.row, confidence });
    }
    return matches ?? NO_MATCHES;
  };
}

const NO_MATCHES: readonly never[] = [];

/** A call of production code with the rows that are about it: at least one, in their order. */
export interface MatchedCall<Row> {
  readonly call: CallFacts;
  readonly matches: readonly CallMatch<Row>[];
}

/** Finds the calls of production code that rows are about, in order of methods and operations. */
export function matchCalls<Row extends CallPattern>(
  rows: readonly Row[],
  tools: ProgramTools,
): readonly MatchedCall<Row>[] {
  return rows.length === 0 ? NO_MATCHES : matchCallsOf(kindsOf(rows, tools), rows, tools);
}

/** The same among calls of some kinds. */
export function matchCallsOf<Row extends CallPattern>(
  kinds: Iterable<CallKind>,
  rows: readonly Row[],
  tools: ProgramTools,
): readonly MatchedCall<Row>[] {
  const matcher = createCallMatcher(rows, tools);
  const found: MatchedCall<Row>[] = [];
  for (const call of tools.calls.callsOf(kinds)) {
    const matches = matcher(call);
    if (matches.length > 0) found.push({ call, matches });
  }
  return found;
}

/** Calls of production code that rows may be about by member and owner, in order of methods and operations. */
export function callsOf(rows: readonly CallPattern[], tools: ProgramTools): readonly CallFacts[] {
  return rows.length === 0 ? NO_MATCHES : tools.calls.callsOf(kindsOf(rows, tools));
}

/** Whether a row is about a call, and how surely. */
function matchRow(
  call: CallFacts,
  { row, owner: byName }: CandidateRow<CallPattern>,
  tools: ProgramTools,
): Confidence | undefined {
  if (row.methodAnnotation !== undefined && call.declared === null) return undefined;
  if (!fitsArity(call, row.arity)) return undefined;
  const owner = byName ?? matchOwner(call, row, tools);
  if (owner === undefined || !matchesAnnotation(call, row, tools)) return undefined;
  const args = matchArguments(call, row, tools);
  if (args === undefined) return undefined;
  if (!matchesConstants(call, row, tools) || !matchesClass(call, row, tools)) return undefined;
  if (row.comesFrom?.every((from) => isMadeBy(call, from, tools)) === false) return undefined;
  if (row.receiverFrom !== undefined && !comesFrom(call, row.receiverFrom, tools)) return undefined;
  return weaker(owner, args);
}

function fitsArity(call: CallFacts, arity: CallPattern['arity']): boolean {
  if (arity === undefined || call.args === null) return true;
  const count = call.args.length;
  if (typeof arity === 'number') return count === arity;
  return count >= arity.min && (arity.max === undefined || count <= arity.max);
}

/** A row whose owners carry an annotation. */
function matchOwner({ declared }: CallFacts, row: CallPattern, tools: ProgramTools): Confidence | undefined {
  if (declared === null || row.typeAnnotation === undefined) return undefined;
  return tools.annotations.onType(declared.owner, row.typeAnnotation) === undefined ? undefined : 'certain';
}

function matchesAnnotation(call: CallFacts, row: CallPattern, tools: ProgramTools): boolean {
  if (row.methodAnnotation === undefined) return true;
  return (
    call.declared !== null && tools.annotations.onMethod(call.declared, row.methodAnnotation) !== undefined
  );
}

/** Signatures decide where they are known, else the types of the arguments; an unknown one fits, less surely. */
function matchArguments(call: CallFacts, row: CallPattern, tools: ProgramTools): Confidence | undefined {
  let confidence: Confidence = 'certain';
  if (row.argumentTypes === undefined) return confidence;
  for (const { argument, type } of row.argumentTypes) {
    const actual = argumentType(call, argument);
    if (actual === undefined) return undefined;
    if (actual.kind === 'unknown') {
      confidence = 'possible';
    } else if (actual.kind === 'class' || actual.kind === 'variable') {
      const answer = tools.types.matchResolved(actual, type);
      if (answer === undefined) return undefined;
      confidence = weaker(confidence, answer);
    } else if (!type.some((wanted) => fitsPattern(spell(actual), wanted))) {
      return undefined;
    }
  }
  return confidence;
}

/** By value where it folds, else by the name of the constant that stands there. */
function matchesConstants(call: CallFacts, row: CallPattern, tools: ProgramTools): boolean {
  if (row.constants === undefined) return true;
  return row.constants.every(({ argument, anyOf }) => {
    const operation = argumentOperation(call, argument);
    if (operation === undefined) return false;
    const written = call.caller.declaration?.body?.operations[operation];
    const named = written?.kind === 'field' || written?.kind === 'name' ? [written.name] : [];
    const texts = [...named, ...textsOf(tools.program.evaluateOperation(call.caller, operation))];
    return texts.some((text) => fitsAny(text, anyOf));
  });
}

/** Only a pattern of every letter but those of words, and in their place nothing but these: `text.replaceAll("[^a-z0-9]+", "-")`. */
function matchesClass(call: CallFacts, { allButWords }: CallPattern, tools: ProgramTools): boolean {
  if (allButWords === undefined) return true;
  const [pattern, instead] = [allButWords, allButWords + 1].map((position) => {
    const operation = argumentOperation(call, position);
    const value =
      operation === undefined ? undefined : tools.program.evaluateOperation(call.caller, operation);
    return value?.kind === 'text' ? value.value : undefined;
  });
  return pattern !== undefined && isAllButWords(pattern) && instead !== undefined && WORD.test(instead);
}

const WORD = /^[\w-]*$/u;
const LETTER_KINDS = [/[a-z]/u, /[A-Z]/u, /\d/u];

/** `\W`, `[^\d]+`, `[^a-zA-Z0-9_-]`; a range from one kind of letters to another has more in it than letters. */
function isAllButWords(pattern: string): boolean {
  if (/^\\[WD][+*]?$/u.test(pattern)) return true;
  const inside = /^\[\^(?<inside>(?:[\w-]|\\[wd-])+)\][+*]?$/u.exec(pattern)?.groups?.inside;
  if (inside === undefined) return false;
  return [...inside.matchAll(/(\w)-(\w)/gu)].every(([, from = '', to = '']) =>
    LETTER_KINDS.some((kind) => kind.test(from) && kind.test(to)),
  );
}

function spell(type: NonNullable<ReturnType<typeof argumentType>>): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'array':
      return `${spell(type.element)}[]`;
    case 'class':
      return type.name;
    default:
      return type.kind;
  }
}

/** The argument first came from such a call, with one of the texts among its arguments. */
function isMadeBy(
  call: CallFacts,
  from: NonNullable<CallPattern['comesFrom']>[number],
  tools: ProgramTools,
): boolean {
  const operation = argumentOperation(call, from.argument);
  const origin = operation === undefined ? undefined : originCall(tools, call.caller, operation);
  if (origin === undefined || !fitsAny(origin.member, from.method)) return false;
  if (!origin.owners.some((owner) => tools.types.match(owner, from.type) !== undefined)) return false;
  const { text, lacks } = from;
  const texts = (origin.args ?? []).flatMap((argument) => {
    const value = tools.program.evaluateOperation(origin.caller, argument);
    return value.kind === 'text' ? [value.value] : [];
  });
  if (lacks !== undefined && (texts.length === 0 || texts.some((each) => fitsAny(each, lacks)))) return false;
  return text === undefined || texts.some((each) => fitsAny(each, text));
}

/** The receiver, or the argument that the row names, may be the result of such a call. */
function comesFrom(
  call: CallFacts,
  from: NonNullable<CallPattern['receiverFrom']>,
  tools: ProgramTools,
): boolean {
  const { argument = -1 } = from;
  const operation = argument === -1 ? call.receiver : (argumentOperation(call, argument) ?? null);
  return operation !== null && mayComeFrom({ method: call.caller, operation }, from, tools);
}

const STRENGTH = { certain: 2, likely: 1, possible: 0 } as const;

/** The less sure of two answers. */
export function weaker(left: Confidence, right: Confidence): Confidence {
  return STRENGTH[left] <= STRENGTH[right] ? left : right;
}
