import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, ProgramMethod } from '../../link/program.ts';

/** The reads of locals that the expressions of a body start from. */
export class RootReads {
  private readonly method: ProgramMethod;
  private readonly body: Body;
  private readonly sites: ReadonlyMap<OperationIndex, CallSite>;
  /** Of expressions with a chain of parts behind them. */
  private known: Map<OperationIndex, OperationIndex | null> | null = null;

  constructor(method: ProgramMethod, body: Body, sites: ReadonlyMap<OperationIndex, CallSite>) {
    this.method = method;
    this.body = body;
    this.sites = sites;
  }

  /**
   * The read of the local that an expression starts from (`order.items[0].name` → the read of `order`); null for others.
   * Each part of a chain is looked at once, however long it is.
   */
  of(expression: OperationIndex): OperationIndex | null {
    const { operations } = this.body;
    if (operations[expression]?.kind === 'local') return expression;
    const before = this.known?.get(expression);
    if (before !== undefined) return before;
    const inner = this.innerObject(expression);
    return inner === null ? null : this.along(expression, inner);
  }

  private along(expression: OperationIndex, inner: OperationIndex): OperationIndex | null {
    this.known ??= new Map();
    const { known } = this;
    const { operations } = this.body;
    const way = [expression];
    let at: OperationIndex | null = inner;
    while (at !== null && !known.has(at) && operations[at]?.kind !== 'local') {
      way.push(at);
      at = this.innerObject(at);
    }
    const root = at === null ? null : known.has(at) ? (known.get(at) ?? null) : at;
    for (let i = 0; i < way.length; i++) known.set(way[i] ?? expression, root);
    return root;
  }

  /** The object of which an expression gives a part, or which it gives back. */
  private innerObject(index: OperationIndex): OperationIndex | null {
    const operation = this.body.operations[index];
    switch (operation?.kind) {
      case 'field':
        return operation.object;
      case 'call':
        return staysInside(this.method, this.sites, index) ? operation.object : null;
      case 'index':
        return operation.array;
      case 'cast':
        return operation.operand;
      default:
        return null;
    }
  }
}

/** A chained call that still speaks of the same object: a builder that returns itself, or an accessor of the tree. */
function staysInside(
  method: ProgramMethod,
  sites: ReadonlyMap<OperationIndex, CallSite>,
  call: OperationIndex,
): boolean {
  if ((sites.get(call)?.targets.length ?? 0) > 0) return true;
  const operation = method.declaration?.body?.operations[call];
  const object = operation?.kind === 'call' && operation.object !== null ? operation.object : null;
  const before = object === null ? undefined : method.operationTypes[object];
  const after = method.operationTypes[call];
  return before?.kind === 'class' && after?.kind === 'class' && before.name === after.name;
}
