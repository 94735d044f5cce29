import { placeIn } from '../base/ordering.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { FieldReference, FieldReferences } from './program.ts';

/**
 * Where operations of a body lead, by what was found one after the other, so many; null where none leads to a field. Both
 * lists may be longer.
 */
export function fieldReferences(
  operations: readonly OperationIndex[],
  fields: readonly FieldReference[],
  count: number,
): FieldReferences | null {
  if (count === 0) return null;
  for (let i = 1; i < count; i++) {
    // Lambdas are gone over later than what stands behind them, and what has been said of an operation may be said otherwise.
    if ((operations[i] ?? 0) <= (operations[i - 1] ?? 0))
      return new Map(
        operations.slice(0, count).map((operation, at) => [operation, fields[at] as FieldReference]),
      );
  }
  return new RisingReferences(operations.slice(0, count), fields.slice(0, count));
}

/** References of operations in their order. Very many bodies have a few: a map of one takes as much as ten of these. */
class RisingReferences implements FieldReferences {
  readonly #operations: readonly OperationIndex[];
  readonly #fields: readonly FieldReference[];

  constructor(operations: readonly OperationIndex[], fields: readonly FieldReference[]) {
    this.#operations = operations;
    this.#fields = fields;
  }

  get(operation: OperationIndex): FieldReference | undefined {
    const place = placeIn(this.#operations, operation);
    return this.#operations[place] === operation ? this.#fields[place] : undefined;
  }

  forEach(visit: (field: FieldReference, operation: OperationIndex) => void): void {
    const operations = this.#operations;
    for (let i = 0; i < operations.length; i++)
      visit(this.#fields[i] as FieldReference, operations[i] as OperationIndex);
  }
}
