import { operandsOf } from '../../../facts/operands.ts';
import type { Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ConstantValue } from '../../../link/program.ts';
import type { ElementAction } from '../../../models/kinds.ts';
import { type Contents, isExact, listOf, type Place, valuesIn } from './contents.ts';
import { type ElementEffect, elementEffect, madeBy } from './element-calls.ts';
import type { WalkState } from './walk-state.ts';

/** What is asked of the program while a body is walked. */
export interface ValueQuestions {
  /** Folds one operation by the constants of its operands. */
  fold(operation: OperationIndex, constantOf: (operand: OperationIndex) => ConstantValue): ConstantValue;
  /** What a call does to the places of a list or map. */
  elementAction(operation: OperationIndex): ElementAction | undefined;
  /** Numbers in boxes are told apart by identity, and chosen for other overloads. */
  isPrimitive(operation: OperationIndex): boolean;
  /** A variable that anonymous and local types read. */
  isCaptured(declaration: OperationIndex): boolean;
  /** The lambda region that an operation stands in. */
  lambdaAround(operation: OperationIndex): number | null;
}

/** Texts longer than this are not told apart. */
const LONGEST_TEXT = 256;
const UNKNOWN: ConstantValue = { kind: 'unknown', reason: 'not a constant here' };

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** Takes in the operations of a body one by one, in the order of evaluation. */
export class ValueSteps {
  private readonly state: WalkState;
  private readonly ask: ValueQuestions;
  /** Places that are only written. */
  private readonly written: ReadonlySet<OperationIndex>;

  constructor(state: WalkState, ask: ValueQuestions) {
    this.state = state;
    this.ask = ask;
    this.written = writtenPlaces(state.body.operations);
  }

  take(index: OperationIndex, operation: Operation): void {
    switch (operation.kind) {
      case 'parameter':
      case 'lambda-parameter':
        return this.state.define(index, index);
      case 'declare':
        return this.declared(index, operation);
      case 'local':
        return this.readLocal(index, operation);
      case 'assign':
        return this.assign(index, operation);
      case 'unary':
        return this.unary(index, operation);
      case 'cast':
        this.fold(index);
        return this.alias(index, operation.operand);
      case 'index':
        return this.readIndex(index, operation);
      case 'new-array':
        return this.makeArray(index, operation);
      case 'new':
      case 'call':
        return this.call(index, operation);
      case 'binary':
      case 'instance-of':
      // The only field of a list, map or array is its length.
      case 'field':
        return this.fold(index);
      default:
        this.fold(index);
        this.handOutOperands(operation);
    }
  }

  /** Others may hold these values from now on. */
  private handOut(operations: readonly OperationIndex[]): void {
    for (const operation of operations) this.state.forget(this.state.objects.get(operation));
  }

  /** The same for the operands of an operation: of most bodies no list, map or array is known at all. */
  private handOutOperands(operation: Operation): void {
    if (this.state.objects.size > 0) this.handOut(operandsOf(operation));
  }

  private fold(index: OperationIndex): void {
    this.setConstant(index, this.folded(index));
  }

  private folded(index: OperationIndex): ConstantValue {
    const { constants, body } = this.state;
    if (!this.mayFold(body.operations[index])) return UNKNOWN;
    return this.ask.fold(index, (operand) => constants.get(operand) ?? UNKNOWN);
  }

  /** Whether it is worth asking: nearly all calls and joined texts have no constant among their operands. */
  private mayFold(operation: Operation | undefined): boolean {
    switch (operation?.kind) {
      case 'literal':
      case 'captured':
      case 'name':
      case 'field':
      case 'class-literal':
        return true;
      case 'unary':
      case 'cast':
        return this.isConstant(operation.operand);
      case 'assign':
        return this.isConstant(operation.value) || this.isConstant(operation.target);
      case 'conditional':
        return this.isConstant(operation.condition);
      case 'binary':
        return this.isAnyConstant(operation.operands);
      case 'call':
        return (
          (operation.object !== null && this.isConstant(operation.object)) ||
          this.isAnyConstant(operation.args)
        );
      default:
        return false;
    }
  }

  private isConstant(operation: OperationIndex): boolean {
    return this.state.constants.has(operation);
  }

  private isAnyConstant(operations: readonly OperationIndex[]): boolean {
    for (let i = 0; i < operations.length; i++) if (this.isConstant(operations[i] ?? -1)) return true;
    return false;
  }

  private setConstant(index: OperationIndex, value: ConstantValue | undefined): void {
    if (value === undefined || value.kind === 'unknown' || value.kind === 'partial') return;
    if (value.kind === 'text' && value.value.length > LONGEST_TEXT) return;
    this.state.constants.set(index, value);
  }

  private alias(index: OperationIndex, value: OperationIndex | null): void {
    const object = value === null ? undefined : this.state.objects.get(value);
    if (object !== undefined) this.state.objects.set(index, object);
  }

  private declared(index: OperationIndex, { role, value, component }: Of<'declare'>): void {
    const { state } = this;
    state.define(index, index);
    if (value === null || component !== undefined || role === 'foreach') return;
    this.setConstant(index, state.constants.get(value));
    this.alias(index, value);
    if (this.ask.isCaptured(index)) this.handOut([index]);
  }

  private readLocal(index: OperationIndex, { declaration }: Of<'local'>): void {
    const { state } = this;
    if (this.written.has(index)) return;
    const node = state.locals.get(declaration) ?? declaration;
    state.reads[index] = node;
    this.setConstant(index, state.constants.get(node));
    this.alias(index, node);
    const isLater = this.ask.lambdaAround(index) !== this.ask.lambdaAround(declaration);
    if (isLater) this.handOut([index]);
  }

  private assign(index: OperationIndex, { target, value, operator }: Of<'assign'>): void {
    const { state } = this;
    const place = state.body.operations[target];
    this.fold(index);
    if (operator === '=') this.alias(index, value);
    if (place?.kind === 'local') {
      state.define(place.declaration, index);
      if (this.ask.isCaptured(place.declaration)) this.handOut([index]);
    } else if (place?.kind === 'index') this.storeIndex(place, value, operator);
    else this.handOut([value]);
  }

  private storeIndex({ array, index }: Of<'index'>, value: OperationIndex, operator: string): void {
    const { state } = this;
    const object = state.objects.get(array);
    const contents = object === undefined ? undefined : state.contents.get(object);
    const at = this.numberAt(index);
    const isKnown = operator === '=' && contents?.kind === 'list' && at !== undefined;
    if (object !== undefined && isKnown && contents.places[at] !== undefined)
      state.contents.set(object, listOf(contents.places.with(at, [value])));
    else {
      state.forget(object);
      this.handOut([value]);
    }
  }

  private unary(index: OperationIndex, { operator, operand }: Of<'unary'>): void {
    const { state } = this;
    const place = state.body.operations[operand];
    const isStep = operator === '++' || operator === '--';
    if (!isStep) return this.fold(index);
    if (place?.kind !== 'local') return;
    // The value of `x++` is not what `x` holds afterwards.
    const after = state.join([index]);
    this.setConstant(after, this.folded(index));
    state.define(place.declaration, after);
  }

  private readIndex(index: OperationIndex, operation: Of<'index'>): void {
    if (this.written.has(index)) return;
    const object = this.state.objects.get(operation.array);
    const contents = object === undefined ? undefined : this.state.contents.get(object);
    if (contents?.kind !== 'list') return;
    const at = this.numberAt(operation.index);
    // An index outside of it throws and gives nothing.
    this.give(index, contents, at === undefined ? undefined : (contents.places[at] ?? []));
  }

  /** An operation gives what stands at a place; without one it gives anything of the contents. */
  private give(index: OperationIndex, contents: Contents, place: Place | undefined): void {
    const { state } = this;
    const [only, ...others] = place ?? [];
    if (place === undefined || !isExact(place)) return this.handOut(valuesIn(contents));
    state.exact.set(index, place);
    if (others.length > 0) return this.handOut(place);
    if (only === undefined) return;
    this.setConstant(index, state.constants.get(only));
    this.alias(index, only);
  }

  private makeArray(index: OperationIndex, { dimensions, items }: Of<'new-array'>): void {
    const { state } = this;
    const [size] = dimensions;
    const length = dimensions.length === 1 && size !== undefined ? this.numberAt(size) : undefined;
    const contents =
      dimensions.length === 0
        ? listOf(items.map((item) => [item]))
        : length !== undefined && length >= 0 && length <= LONGEST_TEXT
          ? listOf(Array.from({ length }, () => []))
          : undefined;
    if (contents === undefined) return this.handOut(items);
    state.objects.set(index, index);
    state.contents.set(index, contents);
  }

  private call(index: OperationIndex, operation: Of<'call' | 'new'>): void {
    const { state } = this;
    const does = this.ask.elementAction(index);
    const made = does && madeBy(does, operation.args);
    if (made !== undefined) {
      state.objects.set(index, index);
      state.contents.set(index, made);
      return;
    }
    const effect = does && this.actOn(operation, does);
    if (!effect) {
      this.fold(index);
      this.handOutOperands(operation);
    } else if (effect.before) this.give(index, effect.before, effect.gives);
  }

  /** What a call does to the list or map it is made on; null where nothing is known of that. */
  private actOn(
    { object: receiver, args }: Of<'call' | 'new'>,
    does: ElementAction,
  ): (ElementEffect & { readonly before?: Contents }) | null {
    const { state, ask } = this;
    const object = receiver === null ? undefined : state.objects.get(receiver);
    const before = object === undefined ? undefined : state.contents.get(object);
    if (object === undefined || before === undefined) return null;
    const constant = (operation: OperationIndex) => {
      const value = state.constants.get(operation);
      return value?.kind === 'number' && !ask.isPrimitive(operation) ? undefined : value;
    };
    const effect = elementEffect(does, before, { args, constant });
    if (effect.contents === undefined) state.forget(object);
    else if (effect.contents !== before) state.contents.set(object, effect.contents);
    const kept = effect.contents === undefined ? [] : valuesIn(effect.contents);
    this.handOut(args.filter((argument) => !kept.includes(argument)));
    return GIVING.has(does) ? { ...effect, before } : effect;
  }

  private numberAt(operation: OperationIndex): number | undefined {
    const value = this.state.constants.get(operation);
    return value?.kind === 'number' ? value.value : undefined;
  }
}

/** What gives a value that stood there. */
const GIVING: ReadonlySet<ElementAction> = new Set([
  ...(['read', 'read-first', 'read-last', 'remove', 'remove-first', 'remove-last', 'replace'] as const),
  ...(['put', 'look-up', 'take-out'] as const),
]);

function writtenPlaces(operations: readonly Operation[]): ReadonlySet<OperationIndex> {
  return new Set(
    operations.flatMap((operation) =>
      operation.kind === 'assign' && operation.operator === '=' ? [operation.target] : [],
    ),
  );
}
