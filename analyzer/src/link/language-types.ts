import { typeName } from '../base/ids.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { ResolvedType } from './resolved-type.ts';
import { classType, NULL, VOID } from './types.ts';

/** The types that a language has names and literals for. */
export interface LanguageTypes {
  /** By name, `void` among them. */
  readonly primitives: ReadonlyMap<string, ResolvedType>;
  /** By kind of literal. */
  readonly literals: Map<string, ResolvedType>;
}

/** The types of a language; objects that all code in it shares. */
export function languageTypes(rules: ResolutionRules): LanguageTypes {
  const primitives = Object.keys(rules.boxes).map((name) => {
    const type: ResolvedType = name === 'void' ? VOID : { kind: 'primitive', name };
    return [name, type] as const;
  });
  return { primitives: new Map(primitives), literals: new Map() };
}

/** The type of a kind of literal. */
export function typeOfLiteral(types: LanguageTypes, rules: ResolutionRules, literal: string): ResolvedType {
  const known = types.literals.get(literal);
  if (known !== undefined) return known;
  const name = rules.literalTypes[literal] ?? literal;
  const type = name === 'null' ? NULL : (types.primitives.get(name) ?? classType(typeName(name)));
  types.literals.set(literal, type);
  return type;
}
