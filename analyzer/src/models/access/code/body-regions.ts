import type { Region } from '../../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/** Operations that run only for some values of what stands before them. */
interface Detour {
  readonly after: OperationIndex;
  readonly last: OperationIndex;
}

function detoursIn({ operations }: Body): readonly Detour[] {
  const found: Detour[] = [];
  for (const each of operations) {
    if (each.kind === 'binary' && (each.operator === '&&' || each.operator === '||')) {
      const [after] = each.operands;
      const last = each.operands.at(-1);
      if (after !== undefined && last !== undefined) found.push({ after, last });
    } else if (each.kind === 'conditional') {
      found.push({ after: each.condition, last: Math.max(each.then, each.otherwise) });
    }
  }
  return found;
}

/** Look-ups over the regions of one body. */
export class BodyRegions {
  readonly #body: Body;
  readonly #innermost: readonly number[];
  readonly #functions: ReadonlyMap<OperationIndex, readonly number[]>;
  #firstReturn: OperationIndex | null | undefined;
  #detours: readonly Detour[] | undefined;

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

  /** Whether an operation runs only where something has thrown. */
  isCaught(index: OperationIndex): boolean {
    return this.around(index, 0).some(({ kind }) => kind === 'catch');
  }

  /** The first way out that is written in the body's own code, and in no function inside it; null where there is none. */
  get firstReturn(): OperationIndex | null {
    if (this.#firstReturn === undefined) this.#firstReturn = this.#findReturn();
    return this.#firstReturn;
  }

  /** Whether an operation stands on the right side of `&&` or `||`, or in an arm of `?:`. */
  isDetour(operation: OperationIndex): boolean {
    this.#detours ??= detoursIn(this.#body);
    return this.#detours.some(({ after, last }) => operation > after && operation <= last);
  }

  #findReturn(): OperationIndex | null {
    const { operations } = this.#body;
    for (let index = 0; index < operations.length; index++) {
      if (operations[index]?.kind !== 'return') continue;
      if (!this.around(index, 0).some(({ kind }) => kind === 'lambda')) return index;
    }
    return null;
  }

  /** Where the function that begins at an operation ends, for a run of `root`: its body does not run here. */
  functionEnd(index: OperationIndex, root: number): OperationIndex | undefined {
    const inside = this.#functions.get(index)?.find((each) => each > root);
    const region = inside === undefined ? undefined : this.#body.regions[inside];
    return region !== undefined && region.end > index ? region.end : undefined;
  }
}
