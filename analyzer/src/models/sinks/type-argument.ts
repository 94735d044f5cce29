import type { ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { MatchTools } from '../match/match-tools.ts';

const DEEPEST = 20;
type ClassType = Extract<ResolvedType, { readonly kind: 'class' }>;

/**
 * First type argument with which a type extends one of the named library types, through types of the tree:
 * `Visits extends Base<Visit>`, `Base<T> extends JpaRepository<T, Long>` gives `Visit`.
 */
export function firstTypeArgument(
  tools: MatchTools,
  start: ResolvedType,
  libraryTypes: readonly string[],
): ResolvedType | undefined {
  const waiting: { readonly type: ClassType; readonly depth: number }[] = [];
  const push = (type: ResolvedType | null, depth: number) => {
    if (type?.kind === 'class' && depth < DEEPEST) waiting.push({ type, depth });
  };
  push(start, 0);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { type, depth } = next;
    const declared = tools.program.type(type.name);
    if (declared === undefined) {
      const first = type.args[0];
      if (first !== undefined && tools.types.match(type.name, libraryTypes) !== undefined) return first;
      continue;
    }
    for (const supertype of [declared.superclass, ...declared.interfaces]) {
      push(supertype === null ? null : bind(supertype, declared, type.args), depth + 1);
    }
  }
  return undefined;
}

/** Puts what stands for the type parameters of a declaration into one of its supertypes. */
function bind(supertype: ResolvedType, declared: ProgramType, args: readonly ResolvedType[]): ResolvedType {
  if (supertype.kind !== 'class') return supertype;
  const parameters = declared.declaration.typeParameters;
  return {
    ...supertype,
    args: supertype.args.map((each) => {
      if (each.kind !== 'variable') return each;
      return args[parameters.findIndex((parameter) => parameter.name === each.name)] ?? each;
    }),
  };
}
