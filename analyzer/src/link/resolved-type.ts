import type { TypeName } from '../base/ids.ts';

/** A type after linking. In-tree and outside types look alike; ask `Program.type(name)` which it is. */
export type ResolvedType =
  | { readonly kind: 'class'; readonly name: TypeName; readonly args: readonly ResolvedType[] }
  | { readonly kind: 'primitive'; readonly name: string }
  | { readonly kind: 'array'; readonly element: ResolvedType }
  /** A type variable that nothing has bound here; erases to `bound`. `owner` is a type name or a method id. */
  | { readonly kind: 'variable'; readonly name: string; readonly owner: string; readonly bound: ResolvedType }
  | { readonly kind: 'null' }
  | { readonly kind: 'void' }
  /** Never guessed: whoever reads this must not treat it as safe or as unsafe. */
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** Why a type or a call could not be resolved. A closed list, counted in the report. */
export type UnknownReason =
  /** A name that neither the tree, the imports nor the signature files know. */
  | 'unknown-name'
  /** A member looked up on a type outside the tree of which we hold no signature. */
  | 'external-member'
  | 'receiver-unknown'
  /** Several candidates fit and the arguments do not decide. */
  | 'ambiguous-overload'
  | 'no-such-member'
  /** So many methods override the one that is called that naming them all would fill memory. */
  | 'too-many-targets'
  | 'lambda-without-target'
  | 'syntax'
  | 'too-deep';
