import type { TypeName } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { EntryPoint } from '../models/labels.ts';

/** What is known of an object by its class where methods run that it inherits. */
export interface OwnObject {
  /** Whether a call is made on the object itself. */
  isOwnCall(caller: ProgramMethod, operation: OperationIndex): boolean;
  /** Whether such a call may lead to a method: not to one by which another subclass overrides what is called. */
  mayRun(caller: ProgramMethod, target: ProgramMethod): boolean;
}

/** The objects that handle what comes to entry points; undefined for those whose class declares the handler. */
export function ownObjects(program: Program): (entry: Pick<EntryPoint, 'owner'>) => OwnObject | undefined {
  const known = new Map<TypeName, OwnObject>();
  return ({ owner }) => {
    if (owner === undefined) return undefined;
    const object = known.get(owner) ?? ownObject(program, owner);
    known.set(owner, object);
    return object;
  };
}

function ownObject(program: Program, type: TypeName): OwnObject {
  // A type of a library is below none of the tree.
  const classes = new Set([type]);
  for (const name of classes)
    for (const above of program.supertypesOf(name)) if (above.kind === 'class') classes.add(above.name);
  return {
    isOwnCall(caller, operation) {
      const operations = caller.declaration?.body?.operations;
      const call = operations?.[operation];
      if (call?.kind !== 'call' || !classes.has(caller.owner.name)) return false;
      if (call.object === null) return true;
      const on = operations?.[call.object];
      return on?.kind === 'this' && on.qualifier === null;
    },
    mayRun: (caller, target) =>
      classes.has(target.owner.name) || program.isSubtype(target.owner.name, caller.owner.name) !== true,
  };
}
