import { Modifier } from '../../facts/declarations.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from './call-facts.ts';
import { createCallMatcher } from './call-matcher.ts';
import { isConstant } from './constant-texts.ts';
import type { ProgramTools } from './match-tools.ts';
import { assignedLocals } from './passed-checks.ts';
import { originOf } from './value-origin.ts';

/** A list that nobody changes: what is on it is written in the source, or in the configuration. */
export function isConstantList(
  { program, annotations }: ProgramTools,
  { method, operation }: { readonly method: ProgramMethod; readonly operation: OperationIndex },
  configuredBy: readonly string[],
): boolean {
  const origin = originOf(method, operation);
  if (origin === undefined) return false;
  const field = program.fieldOf(method, origin)?.field;
  if (field !== undefined) {
    const fixed = Modifier.static | Modifier.final;
    if ((field.declaration.modifiers & fixed) === fixed) return true;
    return annotations.find(field.annotations, configuredBy).length > 0;
  }
  const made = method.declaration?.body?.operations[origin];
  if (made?.kind !== 'call' || made.args.length === 0 || !['of', 'asList'].includes(made.name)) return false;
  return made.args.every((argument) => isConstant(program.evaluateOperation(method, argument)));
}

/**
 * Whether a value is one of such a list: the variable of a loop over it, or what a function gets that the list asks of its
 * elements. For a method reference: whether what it gets is one.
 */
export function isOfConstantList(tools: ProgramTools, method: ProgramMethod, at: OperationIndex): boolean {
  const body = method.declaration?.body;
  const read = body?.operations[at];
  const meant = read?.kind === 'local' ? read.declaration : at;
  const declared = body?.operations[meant];
  if (body == null || declared === undefined || changingIn(body).has(meant)) return false;
  const configuredBy = configuring(tools);
  if (declared.kind === 'declare') {
    if (declared.role !== 'foreach' || declared.value === null) return false;
    return isConstantList(tools, { method, operation: declared.value }, configuredBy);
  }
  if (declared.kind !== 'lambda-parameter' && declared.kind !== 'method-reference') return false;
  const call = callOfFunction(body, meant);
  const asked = call === undefined ? undefined : tools.callAt(method, call);
  if (asked === undefined || listTest(tools, asked) === undefined) return false;
  const list = listBehind(tools, asked);
  return list !== undefined && isConstantList(tools, { method, operation: list }, configuredBy);
}

/** What an answer of a call that asks a function of the elements of a list says: for one of them the function has said so. */
export function listTest(
  tools: ProgramTools,
  call: CallFacts,
): { readonly answer: boolean; readonly function: boolean } | undefined {
  const row = matchersOf(tools).tests(call)[0]?.row;
  return row && { answer: row.answer === 'yes', function: row.function === 'yes' };
}

/** The result of a function that a call is given first, or the reference itself; undefined for others. */
export function functionResult(body: Body, call: OperationIndex): OperationIndex | undefined {
  const made = body.operations[call];
  const [first = -1] = made?.kind === 'call' ? made.args : [];
  const given = body.operations[first];
  if (given?.kind === 'method-reference') return first;
  if (given?.kind !== 'lambda') return undefined;
  if (given.result !== null) return given.result;
  const region = body.regions[given.region];
  const last = region === undefined ? undefined : body.operations[region.end - 1];
  const inside = region === undefined ? [] : body.operations.slice(region.start, region.end);
  const isOnly = inside.filter(({ kind }) => kind === 'return').length === 1;
  return last?.kind === 'return' && isOnly ? (last.value ?? undefined) : undefined;
}

/** The list whose elements are asked: the stream itself, or what it was made of. */
function listBehind(tools: ProgramTools, { caller, receiver }: CallFacts): OperationIndex | undefined {
  const origin = receiver === null ? undefined : originOf(caller, receiver);
  const call = origin === undefined ? undefined : tools.callAt(caller, origin);
  const view = call && matchersOf(tools).views(call)[0]?.row;
  if (call === undefined || view === undefined) return receiver ?? undefined;
  return (view.of === -1 ? call.receiver : call.args?.[view.of]) ?? undefined;
}

function createMatchers(tools: ProgramTools) {
  return {
    views: createCallMatcher(tools.models.listViews, tools),
    tests: createCallMatcher(tools.models.listTests, tools),
    configuredBy: tools.models.guards.flatMap((row) => (row.on === 'call' ? (row.configuredBy ?? []) : [])),
  };
}

const matchers = new WeakMap<ProgramTools, ReturnType<typeof createMatchers>>();

function matchersOf(tools: ProgramTools): ReturnType<typeof createMatchers> {
  const known = matchers.get(tools) ?? createMatchers(tools);
  matchers.set(tools, known);
  return known;
}

function configuring(tools: ProgramTools): readonly string[] {
  return matchersOf(tools).configuredBy;
}

const changing = new WeakMap<Body, ReadonlySet<OperationIndex>>();

function changingIn(body: Body): ReadonlySet<OperationIndex> {
  const known = changing.get(body) ?? assignedLocals(body);
  changing.set(body, known);
  return known;
}

/** The call that each function, or parameter of one, of a body belongs to. */
const functions = new WeakMap<Body, ReadonlyMap<OperationIndex, OperationIndex>>();

function callOfFunction(body: Body, operation: OperationIndex): OperationIndex | undefined {
  const known = functions.get(body) ?? functionsIn(body);
  functions.set(body, known);
  return known.get(operation);
}

function functionsIn({ operations }: Body): ReadonlyMap<OperationIndex, OperationIndex> {
  const found = new Map<OperationIndex, OperationIndex>();
  operations.forEach((operation, call) => {
    if (operation.kind !== 'call') return;
    for (const argument of operation.args) {
      const given = operations[argument];
      if (given?.kind === 'method-reference') found.set(argument, call);
      if (given?.kind === 'lambda') for (const each of given.parameters) found.set(each, call);
    }
  });
  return found;
}
