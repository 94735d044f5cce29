import type { OperationIndex } from '../../facts/operations.ts';
import type { Program, ProgramMethod } from '../../link/program.ts';

/** A value at a place of a method. */
export interface ValuePlace {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/** What methods hand to each other; looked up once for each, because many values lead through the same. */
export interface HandedValues {
  /** What callers in the tree hand in for a parameter. */
  argumentsFor(method: ProgramMethod, parameter: number): readonly ValuePlace[];
  /** What a method with code returns. */
  returnedBy(method: ProgramMethod): readonly ValuePlace[];
}

/** Makes the look-ups. */
export function createHandedValues(program: Program): HandedValues {
  const handed = new Map<ProgramMethod, (readonly ValuePlace[] | undefined)[]>();
  const returned = new Map<ProgramMethod, readonly ValuePlace[]>();
  return {
    argumentsFor(method, parameter) {
      let ofMethod = handed.get(method);
      if (ofMethod === undefined) {
        ofMethod = [];
        handed.set(method, ofMethod);
      }
      const known = ofMethod[parameter] ?? handedIn(program, method, parameter);
      ofMethod[parameter] = known;
      return known;
    },
    returnedBy(method) {
      const known = returned.get(method) ?? returnsOf(method);
      returned.set(method, known);
      return known;
    },
  };
}

function handedIn(program: Program, method: ProgramMethod, parameter: number): readonly ValuePlace[] {
  const found: ValuePlace[] = [];
  for (const site of program.callersOf(method.id)) {
    const caller = program.method(site.caller);
    const made = caller?.declaration?.body?.operations[site.operation];
    if (!caller || caller.owner.file.role === 'test') continue;
    if (made?.kind !== 'call' && made?.kind !== 'new' && made?.kind !== 'constructor-call') continue;
    const operation = made.args[parameter];
    if (operation !== undefined) found.push({ method: caller, operation });
  }
  return found;
}

function returnsOf(method: ProgramMethod): readonly ValuePlace[] {
  const found: ValuePlace[] = [];
  for (const each of method.declaration?.body?.operations ?? []) {
    if (each.kind === 'return' && each.value !== null) found.push({ method, operation: each.value });
  }
  return found;
}
