import type { MethodDeclaration } from '../../../analyzer/src/facts/declarations.ts';
import type { CallOperation, Operation, OperationIndex } from '../../../analyzer/src/facts/operations.ts';

/** One call of a chain such as `get("/").with(csrf())`. */
export interface Link {
  readonly name: string;
  readonly args: readonly OperationIndex[];
}

/** Reads the flat operations of a test method: values behind locals, chains of calls, constant texts. */
export interface BodyReader {
  readonly operations: readonly Operation[];
  readonly calls: readonly CallOperation[];
  operation(index: OperationIndex): Operation | undefined;
  /** The calls that lead to a value, first one first; empty where it does not come from a chain of calls. */
  chain(index: OperationIndex): readonly Link[];
  /** Whether a chain of calls, the value of `index`, goes through `call`. */
  starts(index: OperationIndex, call: CallOperation): boolean;
  text(index: OperationIndex | undefined): string | null;
  texts(indexes: readonly OperationIndex[]): readonly (string | null)[];
}

/** Longest chain that is followed; test code is short. */
const LONGEST = 60;

export function readBody(method: MethodDeclaration): BodyReader {
  const operations = method.body?.operations ?? [];
  const operation = (index: OperationIndex): Operation | undefined => {
    let at = operations[index];
    for (let step = 0; step < LONGEST; step += 1) {
      const next =
        at?.kind === 'local'
          ? operations[at.declaration]
          : at?.kind === 'declare' && at.role === 'local' && at.value !== null
            ? operations[at.value]
            : undefined;
      if (next === undefined) return at;
      at = next;
    }
    return undefined;
  };
  const chain = (index: OperationIndex): readonly Link[] => {
    const links: Link[] = [];
    let at = operation(index);
    while (at?.kind === 'call' && links.length < LONGEST) {
      links.unshift({ name: at.name, args: at.args });
      at = at.object === null ? undefined : operation(at.object);
    }
    return links;
  };
  const starts = (index: OperationIndex, call: CallOperation): boolean => {
    let at = operation(index);
    for (let step = 0; step < LONGEST && at?.kind === 'call'; step += 1) {
      if (at === call) return true;
      at = at.object === null ? undefined : operation(at.object);
    }
    return false;
  };
  const text = (index: OperationIndex | undefined): string | null => {
    const found = index === undefined ? undefined : operation(index);
    if (found?.kind === 'literal') return found.value;
    if (found?.kind !== 'binary' || found.operator !== '+') return null;
    const parts = found.operands.map(text);
    return parts.includes(null) ? null : parts.join('');
  };
  return {
    operations,
    calls: operations.filter((each): each is Operation & CallOperation => each.kind === 'call'),
    operation,
    chain,
    starts,
    text,
    texts: (indexes) => indexes.map(text),
  };
}
