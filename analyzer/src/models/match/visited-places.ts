import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';

/** Places that one search has been at: a few dozen, which is too few to make a key of each. */
export class VisitedPlaces {
  readonly #methods: ProgramMethod[] = [];
  readonly #operations: OperationIndex[] = [];

  get size(): number {
    return this.#operations.length;
  }

  /** Adds a place; whether the search had not been there. */
  add(method: ProgramMethod, operation: OperationIndex): boolean {
    const methods = this.#methods;
    const operations = this.#operations;
    for (let i = 0; i < operations.length; i++) {
      if (operations[i] === operation && methods[i]?.id === method.id) return false;
    }
    methods.push(method);
    operations.push(operation);
    return true;
  }
}
