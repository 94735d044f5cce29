import type { Region } from '../../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/** Look-ups over the regions of one body. */
export class BodyRegions {
  readonly #body: Body;
  readonly #innermost: readonly number[];
  readonly #functions: ReadonlyMap<OperationIndex, readonly number[]>;

  constructor(body: Body) {
    this.#body = body;
    const innermost = new Array<number>(body.operations.length).fill(0);
    const functions = new Map<OperationIndex, number[]>();
    // Parents come before children, so that the innermost region is written last.
    for (const [index, region] of body.regions.entries()) {
      innermost.fill(index, region.start, region.end);
      if (region.kind === 'lambda')
        functions.set(region.start, [...(functions.get(region.start) ?? []), index]);
    }
    this.#innermost = innermost;
    this.#functions = functions;
  }

  operation(index: OperationIndex): Operation | undefined {
    return this.#body.operations[index];
  }

  region(index: number): Region | undefined {
    return this.#body.regions[index];
  }

  /** Index of the innermost region around an operation. */
  innermost(index: OperationIndex): number {
    return this.#innermost[index] ?? 0;
  }

  /** Regions around an operation, innermost first, up to but without `root`. */
  around(index: OperationIndex, root: number): readonly Region[] {
    const found: Region[] = [];
    let current: number | null = this.#innermost[index] ?? 0;
    while (current !== null && current !== root) {
      const region: Region | undefined = this.#body.regions[current];
      if (region === undefined) break;
      found.push(region);
      current = region.parent;
    }
    return found;
  }

  /** Where the function that begins at an operation ends, for a run of `root`: its body does not run here. */
  functionEnd(index: OperationIndex, root: number): OperationIndex | undefined {
    const inside = this.#functions.get(index)?.find((each) => each > root);
    const region = inside === undefined ? undefined : this.#body.regions[inside];
    return region !== undefined && region.end > index ? region.end : undefined;
  }
}
