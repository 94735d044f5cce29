import type { Annotation } from './declarations.ts';
import type { TypeRef } from './type-refs.ts';

/** Kinds of literal; text blocks are `string` with the block already stripped and unescaped. */
export type LiteralType = 'string' | 'char' | 'int' | 'long' | 'float' | 'double' | 'boolean' | 'null';

/**
 * An expression in a place where a compile-time constant may stand: an annotation argument, the initialiser of a
 * field. Names are folded when the program is linked.
 */
export type ConstantExpression =
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly value: string }
  /** A dotted name: a constant, an enum constant. */
  | { readonly kind: 'name'; readonly name: string }
  /** Text concatenation or numeric addition, flattened. */
  | { readonly kind: 'sum'; readonly items: readonly ConstantExpression[] }
  | { readonly kind: 'class'; readonly type: TypeRef }
  | { readonly kind: 'array'; readonly items: readonly ConstantExpression[] }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  /** Anything else; `text` is at most 200 characters of the source. */
  | { readonly kind: 'other'; readonly text: string };
