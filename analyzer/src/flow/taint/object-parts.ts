import type { TypeName } from '../../base/ids.ts';
import type { Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';

/** Supertypes looked at for one type; a cap against hostile hierarchies. */
const MOST_SUPERTYPES = 200;

/** Type arguments inside type arguments that are looked into. */
const DEEPEST_ARGUMENT = 6;

type ClassType = Extract<ResolvedType, { readonly kind: 'class' }>;

/** Tells which parts an object may have, by its static type. */
export interface ObjectParts {
  /**
   * Whether a value of the type may be an object with such a part. `all` where it is made of all parts of what went in
   * (a text), `no` where no type that fits has a field of that name. Containers have the parts of what they hold.
   */
  holds(type: ResolvedType | undefined, part: string): 'yes' | 'no' | 'all';
  /** The same for what a method gets at a position; -1 is its object. */
  receives(method: ProgramMethod, position: number, part: string): boolean;
}

/** Looks fields up when first asked; one set of names for each type. */
export function objectParts(program: Program): ObjectParts {
  /** Null for types that are not of the tree. */
  const known = new Map<TypeName, ReadonlySet<string> | null>();
  const fieldsOf = (name: TypeName): ReadonlySet<string> | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const type = program.type(name);
    const found = type === undefined ? null : fieldsAround(program, type);
    known.set(name, found);
    return found;
  };
  const classHolds = ({ name, args }: ClassType, part: string, depth: number) => {
    const fields = fieldsOf(name);
    const isOwn = fields?.has(part) === true;
    if (args.length > 0) return isOwn || isInside(args, part, depth) ? 'yes' : 'no';
    if (fields === null) return 'all';
    return isOwn ? 'yes' : 'no';
  };
  /** A container of objects without the part holds none that has it. */
  const isInside = (args: readonly ResolvedType[], part: string, depth: number): boolean =>
    depth >= DEEPEST_ARGUMENT || args.some((each) => holdsAt(each, part, depth + 1) !== 'no');
  const holdsAt = (type: ResolvedType | undefined, part: string, depth: number): 'yes' | 'no' | 'all' => {
    switch (type?.kind) {
      case undefined:
      case 'unknown':
      case 'array':
        return 'yes';
      case 'class':
        return classHolds(type, part, depth);
      case 'variable':
        return depth < DEEPEST_ARGUMENT && holdsAt(type.bound, part, depth + 1) === 'no' ? 'no' : 'yes';
      default:
        return 'no';
    }
  };
  const holds: ObjectParts['holds'] = (type, part) => holdsAt(type, part, 0);
  const isContainer = ({ declaration }: ProgramType) => declaration.typeParameters.length > 0;
  return {
    holds,
    receives: ({ owner, parameters }, position, part) => {
      if (position === -1) return isContainer(owner) || fieldsOf(owner.name)?.has(part) === true;
      const parameter = parameters[Math.min(position, parameters.length - 1)];
      return holds(parameter?.type, part) !== 'no';
    },
  };
}

/** Names of the fields of the type, of what is above it and of what is below it. */
function fieldsAround(program: Program, type: ProgramType): ReadonlySet<string> {
  const names = new Set<string>();
  for (const each of [type, ...program.subtypesOf(type.name)]) {
    for (const above of withSupertypes(program, each)) {
      for (const field of above.fields) names.add(field.name);
      // A generated builder has no fields of its own: it sets those of what it builds.
      for (const method of above.methods) if (method.accesses !== undefined) names.add(method.accesses);
    }
  }
  return names;
}

function withSupertypes(program: Program, type: ProgramType): readonly ProgramType[] {
  const found = new Set<ProgramType>([type]);
  for (const each of found) {
    if (found.size >= MOST_SUPERTYPES) break;
    for (const above of program.supertypesOf(each.name)) {
      const declared = above.kind === 'class' ? program.type(above.name) : undefined;
      if (declared) found.add(declared);
    }
  }
  return [...found];
}
