import type { Annotation } from './declarations.ts';

/**
 * A type as the source writes it: nothing is looked up here.
 * Wildcards are `{ name: '?', bound: 'extends' | 'super', args: [bound] }`; `var` stays `var`.
 */
export interface TypeRef {
  /** Dotted name without type arguments: `List`, `Map.Entry`, `java.util.Date`, `int`, `void`. */
  readonly name: string;
  /** Type arguments; an empty list is the diamond. Absent where none are written. */
  readonly args?: readonly TypeRef[];
  /** Array dimensions, 1 for `T[]`. Absent means 0. Varargs count as one dimension. */
  readonly dims?: number;
  readonly bound?: 'extends' | 'super';
  /** Of a type argument that is no array: what stands before it, as in `List<@Valid Item>`. Absent where nothing does. */
  readonly annotations?: readonly Annotation[];
}

/** A declared type parameter, `T extends Comparable<T> & Serializable`. */
export interface TypeParameter {
  readonly name: string;
  readonly bounds: readonly TypeRef[];
}
