import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import { type AddressQuestions, BeginningTexts } from './addresses.ts';
import { FULL_TAINT } from './taint-mask.ts';
import { NONE, UseNotes, type UseTable } from './use-table.ts';
import type { BodyValues } from './values/body-values.ts';

/** Where values go in a body, and which values a read of a local may see. */
export interface ValueFlow {
  /** Of each operation, and each join behind them, the uses of its value in operation order. */
  readonly uses: UseTable;
  readonly values: BodyValues;
}

/** Operators whose result still carries the text of an operand. */
const CARRYING_OPERATORS = new Set(['+', '+=']);

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** Prepares a body; linear in it. What never runs and what is the same whatever comes in uses nothing. */
export function valueFlow(body: Body, values: BodyValues, questions: AddressQuestions): ValueFlow {
  const { operations } = body;
  const notes = new UseNotes(values.size);
  for (let join = operations.length; join < values.size; join++) {
    for (const input of values.inputsOf(join)) notes.flow(input, join);
  }
  const lambdas = lambdasByRegion(body);
  const known: Known = { body, values, notes, texts: new BeginningTexts(body, values, questions) };
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index];
    if (operation === undefined || values.isDead(index)) continue;
    noteSources(known, operation, index);
    const isPlaceOfArray = operation.kind === 'index' && values.placeRead(index) !== undefined;
    if (!isPlaceOfArray) noteUses(known, operation, index);
    if (operation.kind === 'return') noteReturn(known, lambdas, { value: operation.value, at: index });
  }
  return { uses: notes.table(), values };
}

interface Known {
  readonly body: Body;
  readonly values: BodyValues;
  readonly notes: UseNotes;
  readonly texts: BeginningTexts;
}

/** What a read of a local, or of a place in a list or array, has its value from. */
function noteSources({ values, notes }: Known, operation: Operation, index: OperationIndex): void {
  const node = operation.kind === 'local' ? values.nodeOf(index) : -1;
  const place = node >= 0 ? undefined : values.placeRead(index);
  if (node >= 0) notes.flow(node, index);
  else if (place !== undefined) for (const value of place) notes.flow(value, index);
}

/** A `return` in a lambda gives the lambda its value. */
function noteReturn(
  { values, notes }: Known,
  lambdas: ReadonlyMap<number, OperationIndex>,
  { value, at }: { readonly value: OperationIndex | null; readonly at: OperationIndex },
): void {
  const region = values.lambdaAround(at);
  const lambda = region === null ? undefined : lambdas.get(region);
  if (lambda === undefined) notes.result(value, at);
  else notes.flow(value, lambda);
}

/** The `lambda` operation of each lambda region. */
function lambdasByRegion({ operations }: Body): ReadonlyMap<number, OperationIndex> {
  const lambdas = new Map<number, OperationIndex>();
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index];
    if (operation?.kind === 'lambda') lambdas.set(operation.region, index);
  }
  return lambdas;
}

function noteUses(known: Known, operation: Operation, index: OperationIndex): void {
  const { notes } = known;
  switch (operation.kind) {
    case 'field':
      return notes.part(operation.object, index);
    case 'cast':
      return notes.flow(operation.operand, index);
    case 'declare':
      if (operation.component === undefined) return notes.flow(operation.value, index);
      return notes.part(operation.value, index);
    case 'conditional':
      notes.flow(operation.then, index);
      return notes.flow(operation.otherwise, index);
    case 'switch':
      for (const result of operation.results) notes.flow(result, index);
      return;
    case 'index':
      return notes.flow(operation.array, index);
    case 'new-array':
      for (const item of operation.items) notes.flow(item, index);
      return;
    case 'binary':
      return noteOperands(known, operation, index);
    case 'lambda':
      return notes.flow(operation.result, index);
    case 'assign':
      return noteAssignment(known, operation, index);
    case 'call':
    case 'new':
    case 'constructor-call':
      return noteArguments(known, operation, index);
    case 'method-reference':
      return noteReceiver(known, operation.object, index);
    default:
  }
}

function noteOperands(known: Known, operation: Of<'binary'>, index: OperationIndex): void {
  if (!CARRYING_OPERATORS.has(operation.operator)) return;
  const { operands } = operation;
  for (let position = 0; position < operands.length; position++)
    known.notes.flow(operands[position] ?? null, index, known.texts.keptAt(operation, index, position));
}

function noteReceiver({ notes }: Known, object: OperationIndex | null, call: OperationIndex): void {
  if (object !== null) notes.argument(object, call, { position: -1, kept: FULL_TAINT });
}

function noteArguments(
  known: Known,
  operation: Of<'call' | 'new' | 'constructor-call'>,
  call: OperationIndex,
): void {
  const { args } = operation;
  if (operation.kind !== 'constructor-call') noteReceiver(known, operation.object, call);
  for (let position = 0; position < args.length; position++) {
    const kept = known.texts.keptAt(operation, call, position);
    known.notes.argument(args[position] ?? NONE, call, { position, kept });
  }
}

/** A stored value is the assignment's own value, and reaches the object or array that is stored into. */
function noteAssignment({ body, notes, texts }: Known, operation: Of<'assign'>, index: OperationIndex): void {
  const { target, value, operator } = operation;
  if (operator === '=') notes.flow(value, index);
  else if (CARRYING_OPERATORS.has(operator)) {
    notes.flow(target, index);
    notes.flow(value, index, texts.keptAt(operation, index, 1));
  } else return;
  const place = body.operations[target];
  if (place?.kind === 'name') notes.field(value, index, null);
  else if (place?.kind === 'field') notes.field(value, index, place.object);
  else if (place?.kind === 'index') notes.field(value, index, place.array);
}
