import { typeName } from '../../base/ids.ts';
import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import { callAt, type Program, type ProgramMethod, type ProgramType } from '../../link/program.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { assignedLocals } from '../match/passed-checks.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { DecidedBy, MadeDecider } from '../schema/decided-by.ts';

/** Whether what decides can keep anything out; `unknown` where that cannot be read. */
export type Judgement = 'refuses' | 'allows' | 'unknown';

interface Place {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

interface Look {
  readonly tools: MatchTools;
  readonly by: DecidedBy;
  readonly depth: number;
}

/** Values and functions that are looked through one behind the other. */
const DEEPEST = 8;

/** Judges the object, function or text that a call is given to decide by. */
export function judgeDecider(tools: MatchTools, by: DecidedBy, place: Place): Judgement {
  return judgeValue({ tools, by, depth: 0 }, place);
}

function judgeValue(look: Look, { method, operation }: Place): Judgement {
  if (look.depth > DEEPEST) return 'unknown';
  const { tools, by } = look;
  if (by.texts !== undefined) {
    const told = judgeTexts(tools.program, by.texts, { method, operation });
    if (told !== 'unknown') return told;
  }
  const operations = method.declaration?.body?.operations ?? [];
  const origin = isGivenAnew(method, operation) ? undefined : originOf(method, operation);
  const made = origin === undefined ? undefined : operations[origin];
  const inner = { ...look, depth: look.depth + 1 };
  const judge = (at: OperationIndex) => judgeValue(inner, { method, operation: at });
  switch (made?.kind) {
    case 'lambda':
      return judgeAnswers(inner, method, made);
    case 'method-reference':
      return judgeMethods(inner, targetsOf(tools.program, method, origin ?? -1));
    case 'conditional':
      return ofValues([judge(made.then), judge(made.otherwise)]);
    case 'new-array':
      return ofElements(made.items.map(judge));
    case 'parameter': {
      const given = tools.argumentsFor(method, made.index).map((place) => judgeValue(inner, place));
      return given.length === 0 ? judgeType(inner, method, operation) : ofValues(given);
    }
    case 'name':
    case 'field':
      return judgeField(inner, { method, operation: origin ?? -1 });
    case 'new':
    case 'call':
      return judgeMade(inner, { method, operation: origin ?? -1 });
    default:
      return 'unknown';
  }
}

/** Texts that a library reads what to let in from. */
function judgeTexts(
  program: Program,
  { allow, refuse }: NonNullable<DecidedBy['texts']>,
  { method, operation }: Place,
): Judgement {
  const texts = textsOf(program.evaluateOperation(method, operation));
  if (allow !== undefined && texts.some((text) => fitsAny(text, allow))) return 'allows';
  if (texts.length === 0 || texts.some((text) => text.includes(UNKNOWN_PART))) return 'unknown';
  if (refuse === undefined) return 'refuses';
  return texts.some((text) => fitsAny(text, refuse)) ? 'refuses' : 'allows';
}

/** A constant of a library by its name; a field of the tree by all that it is given, else by its type. */
function judgeField(look: Look, place: Place): Judgement {
  const { tools, by } = look;
  const read = tools.program.fieldOf(place.method, place.operation);
  if (read === undefined) return 'unknown';
  if (read.field === undefined) {
    if (by.allows.includes(read.name)) return 'allows';
    return by.constants === 'refuse' ? 'refuses' : 'unknown';
  }
  const given = tools.valuesOf(read.field).map((value) => judgeValue(look, value));
  return given.length === 0 ? judgeType(look, place.method, place.operation) : ofValues(given);
}

/** What a call or `new` of the tree gives, or a library by what the row says of it. */
function judgeMade(look: Look, { method, operation }: Place): Judgement {
  const { tools, by } = look;
  const written = method.declaration?.body?.operations[operation];
  const outside = tools.callAt(method, operation);
  const rule = outside && by.made.find((each) => isMadeBy(tools, each, outside));
  if (rule !== undefined) return judgeByRule(look, rule, { method, args: outside?.args ?? [] });
  if (written?.kind === 'new') return judgeType(look, method, operation);
  const targets = targetsOf(tools.program, method, operation);
  if (outside !== undefined || targets.length === 0) return 'unknown';
  return ofValues(
    targets.map((target) => {
      const given = answersOf(regionOperations(target.declaration?.body, 0));
      return ofValues(given.map((at) => judgeValue(look, { method: target, operation: at })));
    }),
  );
}

function isMadeBy(
  tools: MatchTools,
  { type, method }: MadeDecider,
  { owners, member }: Pick<CallFacts, 'owners' | 'member'>,
): boolean {
  return fitsAny(member, method) && owners.some((owner) => tools.types.match(owner, type) !== undefined);
}

function judgeByRule(
  look: Look,
  { always, by, texts }: MadeDecider,
  { method, args }: { readonly method: ProgramMethod; readonly args: readonly OperationIndex[] },
): Judgement {
  if (always !== undefined) return always;
  if (texts !== undefined) {
    const [first = -1] = args;
    return judgeValue({ ...look, by: { ...look.by, texts } }, { method, operation: first });
  }
  const asked = by === undefined ? args : args.filter((_, position) => position === by);
  return ofParts(
    asked.map((operation) =>
      by === undefined ? judgeValue(look, { method, operation }) : judgeAnswer(look, method, operation),
    ),
  );
}

/** A class of the tree by its member that decides, with those of all classes below it. */
function judgeType(look: Look, method: ProgramMethod, operation: OperationIndex): Judgement {
  const { program } = look.tools;
  const written = method.declaration?.body?.operations[operation];
  const anonymous = written?.kind === 'new' && written.body !== null ? written.body : undefined;
  const binary = anonymous === undefined ? undefined : method.owner.file.facts.types[anonymous]?.binaryName;
  const resolved = method.operationTypes[operation];
  const named = binary ?? (resolved === undefined ? undefined : classOf(resolved));
  const type = named === undefined ? undefined : program.type(typeName(named));
  if (type === undefined) return 'unknown';
  const isExact = written?.kind === 'new';
  const types = isExact ? [type] : program.subtypesOf(type.name);
  return ofValues(types.map((each) => judgeMethods(look, decidingMembers(look, each))));
}

function decidingMembers({ tools, by }: Look, type: ProgramType): readonly ProgramMethod[] {
  return tools
    .exposedMethods(type)
    .filter(({ name, declaration }) => name === by.member && declaration?.body != null);
}

function judgeMethods(look: Look, methods: readonly ProgramMethod[]): Judgement {
  return ofValues(methods.map((method) => judgeAnswers(look, method, null)));
}

type Lambda = Extract<Operation, { readonly kind: 'lambda' }>;

/** What a function answers: with a refusal anywhere in it, or by throwing, it can keep something out. */
function judgeAnswers(look: Look, method: ProgramMethod, lambda: Lambda | null): Judgement {
  if (look.depth > DEEPEST) return 'unknown';
  if (lambda !== null && lambda.result !== null) return judgeAnswer(look, method, lambda.result);
  const inside = regionOperations(method.declaration?.body, lambda?.region ?? 0);
  if (inside.some(({ kind }) => kind === 'throw')) return 'refuses';
  return ofParts(answersOf(inside).map((at) => judgeAnswer(look, method, at)));
}

/** The operations of a region, without those of lambdas in it. */
function regionOperations(body: Body | null | undefined, region: number): readonly Operation[] {
  const within = body?.regions[region];
  if (body == null || within === undefined) return [];
  const { operations, regions } = body;
  const lambdas = operations.slice(within.start, within.end).flatMap((each) => {
    const own = each.kind === 'lambda' && each.region !== region ? regions[each.region] : undefined;
    return own === undefined ? [] : [own];
  });
  return operations
    .slice(within.start, within.end)
    .filter(
      (_, at) => !lambdas.some(({ start, end }) => within.start + at >= start && within.start + at < end),
    );
}

function answersOf(operations: readonly Operation[]): readonly OperationIndex[] {
  return operations.flatMap((each) => (each.kind === 'return' && each.value !== null ? [each.value] : []));
}

/** One answer: a constant by its name; a choice by what may be chosen; what is computed from what was asked can be either. */
function judgeAnswer(look: Look, method: ProgramMethod, at: OperationIndex): Judgement {
  const { tools, by } = look;
  if (look.depth > DEEPEST) return 'unknown';
  const value = tools.program.evaluateOperation(method, at);
  if (value.kind === 'boolean') return wordOf(by, String(value.value));
  const operations = method.declaration?.body?.operations ?? [];
  const written = operations[at];
  const inner = { ...look, depth: look.depth + 1 };
  const judge = (operation: OperationIndex) => judgeAnswer(inner, method, operation);
  switch (written?.kind) {
    case 'name':
    case 'field':
      return wordOf(by, written.name);
    case 'conditional':
      return ofParts([judge(written.then), judge(written.otherwise)]);
    case 'switch':
      return ofParts(written.results.map(judge));
    case 'cast':
      return judge(written.operand);
    case 'local':
      return ofParts(valuesOfLocal(operations, written.declaration).map(judge));
    case 'call': {
      const targets = targetsOf(tools.program, method, at);
      if (targets.length > 0 && targets.every(({ declaration }) => declaration?.body != null))
        return judgeMethods(inner, targets);
      return isYesOrNo(method, at) && tools.callAt(method, at) !== undefined ? 'refuses' : 'unknown';
    }
    default:
      return isYesOrNo(method, at) ? 'refuses' : 'unknown';
  }
}

function isYesOrNo({ operationTypes }: ProgramMethod, at: OperationIndex): boolean {
  const type = operationTypes[at];
  return type?.kind === 'primitive' && type.name === 'boolean';
}

function wordOf({ allows, refuses }: DecidedBy, word: string): Judgement {
  if (refuses.includes(word)) return 'refuses';
  return allows.includes(word) ? 'allows' : 'unknown';
}

function valuesOfLocal(
  operations: readonly Operation[],
  declaration: OperationIndex,
): readonly OperationIndex[] {
  const declared = operations[declaration];
  const first = declared?.kind === 'declare' && declared.value !== null ? [declared.value] : [];
  const later = operations.flatMap((each) => {
    const place = each.kind === 'assign' ? operations[each.target] : undefined;
    return each.kind === 'assign' && place?.kind === 'local' && place.declaration === declaration
      ? [each.value]
      : [];
  });
  return [...first, ...later];
}

/** A local that is given another value later is not followed. */
function isGivenAnew({ declaration }: ProgramMethod, operation: OperationIndex): boolean {
  const body = declaration?.body;
  const read = body?.operations[operation];
  return body != null && read?.kind === 'local' && assignedLocals(body).has(read.declaration);
}

function targetsOf(
  program: Program,
  method: ProgramMethod,
  operation: OperationIndex,
): readonly ProgramMethod[] {
  return (callAt(method, operation)?.targets ?? []).flatMap((target) => program.method(target.method) ?? []);
}

/** Of several values one is used: all of them let everything in, or some keep something out. */
function ofValues(values: readonly Judgement[]): Judgement {
  if (values.length === 0 || values.includes('unknown')) return 'unknown';
  return values.includes('refuses') ? 'refuses' : 'allows';
}

/** Of what is listed to be let in one that is everything is enough. */
function ofElements(elements: readonly Judgement[]): Judgement {
  if (elements.includes('allows')) return 'allows';
  return elements.length === 0 || elements.includes('unknown') ? 'unknown' : 'refuses';
}

/** Of several answers each may be given: one that refuses is enough. */
function ofParts(parts: readonly Judgement[]): Judgement {
  if (parts.includes('refuses')) return 'refuses';
  return parts.length === 0 || parts.includes('unknown') ? 'unknown' : 'allows';
}
