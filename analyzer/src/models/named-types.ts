import { byText } from '../base/ordering.ts';

/** `io.vertx.core.Vertx`, `jakarta.ejb.Schedule$Every`: packages in lower case, then types with capitals. */
const BINARY_NAME = /^(?:[a-z_][\w]*\.)+[A-Z]\w*(?:\$[A-Z]\w*)*$/u;

/** The full names of types that rows of models speak of, sorted: types that are known to be in their packages. */
export function namedTypes(rows: unknown): readonly string[] {
  const found = new Set<string>();
  addNames(rows, found);
  return [...found].sort(byText((name) => name));
}

function addNames(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (BINARY_NAME.test(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) addNames(part, found);
  }
}
