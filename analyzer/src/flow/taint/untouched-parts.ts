import type { Body } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';

/** Names of parts of the own object that a body may speak of; null where it may hand the object on. */
type TouchedParts = ReadonlySet<string> | null;

/** Whether a method does nothing at all with a part of its object: most getters and setters, of which each speaks of one part. */
export type LeavesAlone = (method: ProgramMethod, part: string) => boolean;

/** Looks into a body when it is first asked of. */
export function leavesAlone(): LeavesAlone {
  const known = new Map<Body, TouchedParts>();
  return ({ declaration }, part) => {
    const body = declaration?.body;
    if (!body) return false;
    let touched = known.get(body);
    if (touched === undefined) {
      touched = touchedParts(body);
      known.set(body, touched);
    }
    return touched !== null && !touched.has(part);
  };
}

/**
 * The own object stands where its field is read or written, and nowhere else: each time that it is named it is used once. Calls
 * without an object, of another constructor, and anonymous types have it unnamed.
 */
function touchedParts({ operations }: Body): TouchedParts {
  const names = new Set<string>();
  let objects = 0;
  for (const operation of operations) {
    switch (operation.kind) {
      case 'this':
      case 'super':
        objects++;
        break;
      case 'name':
        names.add(operation.name);
        break;
      case 'constructor-call':
        return null;
      case 'call':
        if (operation.object === null) return null;
        break;
      case 'new':
        if (operation.body !== null) return null;
        break;
      case 'field': {
        const object = operations[operation.object];
        if (object?.kind !== 'this' && object?.kind !== 'super') break;
        objects--;
        names.add(operation.name);
        break;
      }
      default:
    }
  }
  return objects === 0 ? names : null;
}
