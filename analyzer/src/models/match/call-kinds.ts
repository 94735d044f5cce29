import type { TypeName } from '../../base/ids.ts';
import type { Program } from '../../link/program.ts';

/** What rows tell calls apart by, before anything else: many calls have it in common, and each kind is there once. */
export interface CallKind {
  /** Its place among the kinds of its program. */
  readonly number: number;
  /** `new` for constructions. */
  readonly member: string;
  /** Types the member may be declared on. Never empty. */
  readonly owners: readonly TypeName[];
}

/** The kinds of calls of one program. */
export class CallKinds {
  private readonly known = new Map<string, Map<TypeName, CallKind[]>>();
  private count = 0;

  /** The kind of calls of a member on such owners, in their order. */
  of(member: string, owners: readonly TypeName[]): CallKind {
    let ofMember = this.known.get(member);
    if (ofMember === undefined) {
      ofMember = new Map();
      this.known.set(member, ofMember);
    }
    const first = owners[0] as TypeName;
    const kinds = ofMember.get(first);
    if (kinds !== undefined) {
      for (let i = 0; i < kinds.length; i++) {
        const kind = kinds[i];
        if (kind !== undefined && isSame(kind.owners, owners)) return kind;
      }
    }
    const made: CallKind = { number: this.count++, member, owners };
    if (kinds === undefined) ofMember.set(first, [made]);
    else kinds.push(made);
    return made;
  }
}

const kindsOfPrograms = new WeakMap<Program, CallKinds>();

/** The kinds of calls of a program, as far as anybody has described its calls. */
export function callKinds(program: Program): CallKinds {
  let kinds = kindsOfPrograms.get(program);
  if (kinds === undefined) {
    kinds = new CallKinds();
    kindsOfPrograms.set(program, kinds);
  }
  return kinds;
}

function isSame(left: readonly TypeName[], right: readonly TypeName[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
