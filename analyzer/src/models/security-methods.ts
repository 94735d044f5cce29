import type { Text } from '../base/text.ts';
import type { ProgramMethod } from '../link/program.ts';
import type { ResolvedType } from '../link/resolved-type.ts';
import type { SecurityMethod } from './labels.ts';
import type { MatchTools } from './match/match-tools.ts';
import { fitsAny } from './match/name-pattern.ts';

/** Type arguments looked into for a type that a method gives: `Map<String, Collection<? extends GrantedAuthority>>`. */
const DEEPEST_ARGUMENT = 4;

/**
 * Finds the methods of production code that do security work by where they stand or what they give: members of filters
 * and of a framework's security interfaces, methods that give identities or authorities, methods that decide for somebody.
 */
export function findSecurityMethods(tools: MatchTools): readonly SecurityMethod[] {
  const rows = tools.models.securityCode;
  const members = new Map(rows.map((row) => [row, new Set(row.type && tools.typesBelow(row.type))]));
  return tools.productionTypes.flatMap((type) => {
    const possible = rows.filter((row) => row.type === undefined || members.get(row)?.has(type));
    return type.methods.flatMap((method) => {
      if (!method.declaration?.body || method.name.startsWith('<')) return [];
      for (const row of possible) {
        const found = matchRow(tools, row, method);
        if (found) return [{ method: method.id, ...found }];
      }
      return [];
    });
  });
}

/** Where a row is about types, the method stands in one of them. */
function matchRow(
  tools: MatchTools,
  row: MatchTools['models']['securityCode'][number],
  method: ProgramMethod,
): Omit<SecurityMethod, 'method'> | undefined {
  if (row.type !== undefined) {
    if (row.method !== undefined && !fitsAny(method.name, row.method)) return undefined;
    const { takes } = row;
    if (takes !== undefined && method.returnType.kind === 'void' && !isGiven(tools, method, takes))
      return undefined;
    return {
      why: partOf(method.name, row.what),
      givesIdentity: false,
      isHelper: row.method === undefined,
    };
  }
  if (row.returns !== undefined) {
    const given = holds(tools, method.returnType, row.returns);
    return given
      ? {
          why: { en: `${method.name}() gives ${row.what.en}`, ru: `${method.name}() выдаёт ${row.what.ru}` },
          givesIdentity: true,
          isHelper: false,
        }
      : undefined;
  }
  const { decidesFor } = row;
  if (decidesFor === undefined || !saysYesOrNo(method.returnType)) return undefined;
  return isGiven(tools, method, decidesFor)
    ? {
        why: {
          en: `${method.name}() decides for ${row.what.en}`,
          ru: `${method.name}() решает за ${row.what.ru}`,
        },
        givesIdentity: false,
        isHelper: false,
      }
    : undefined;
}

function isGiven({ types }: MatchTools, { parameters }: ProgramMethod, wanted: readonly string[]): boolean {
  return parameters.some(({ type }) => types.matchResolved(type, wanted) === 'certain');
}

/** Where a method stands: `doFilter() is part of a servlet filter`. */
export function partOf(method: string, what: Text): Text {
  return { en: `${method}() is part of ${what.en}`, ru: `${method}() — часть ${what.ru}` };
}

/** A boolean, boxed or as the only thing that something else gives later: `Mono<Boolean>`. */
function saysYesOrNo(type: ResolvedType): boolean {
  if (type.kind === 'primitive') return type.name === 'boolean';
  if (type.kind !== 'class') return false;
  const [only, ...more] = type.args;
  return type.name === 'java.lang.Boolean' || (only !== undefined && more.length === 0 && saysYesOrNo(only));
}

/** The type itself, its elements or its arguments. */
function holds(tools: MatchTools, type: ResolvedType, wanted: readonly string[]): boolean {
  return holdsWithin(tools, type, { wanted, depth: DEEPEST_ARGUMENT });
}

function holdsWithin(
  tools: MatchTools,
  type: ResolvedType,
  { wanted, depth }: { readonly wanted: readonly string[]; readonly depth: number },
): boolean {
  if (type.kind === 'primitive' || type.kind === 'void') return false;
  if (tools.types.matchResolved(type, wanted) === 'certain') return true;
  if (depth === 0) return false;
  if (type.kind === 'array') return holdsWithin(tools, type.element, { wanted, depth: depth - 1 });
  return (
    type.kind === 'class' && type.args.some((each) => holdsWithin(tools, each, { wanted, depth: depth - 1 }))
  );
}
