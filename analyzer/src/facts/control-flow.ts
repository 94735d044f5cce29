import type { OperationIndex } from './operations.ts';
import type { TypeRef } from './type-refs.ts';

/**
 * A stretch of a body with one entry, as a half-open range of operations. Regions nest and never overlap otherwise.
 * The condition of an `if` or loop belongs to the region around it (a loop's condition to the loop).
 */
export interface Region {
  readonly kind:
    | 'body'
    | 'then'
    | 'else'
    | 'loop'
    | 'case'
    | 'try'
    | 'catch'
    | 'finally'
    | 'synchronized'
    | 'lambda';
  /** Index in `Body.regions`; null for region 0. */
  readonly parent: number | null;
  readonly start: OperationIndex;
  readonly end: OperationIndex;
  readonly line: number;
  readonly endLine: number;
  /** `then`, `else`, `loop`: what is tested. `case`: the subject of the switch. The arms of `?:` and right sides of `&&` and `||` make no region. */
  readonly condition?: OperationIndex;
  /** `catch`: the alternatives. */
  readonly catches?: readonly TypeRef[];
  /** `catch`: the operation that declares the exception. */
  readonly exception?: OperationIndex;
  /** `catch` and `finally`: index of the `try` region they belong to. */
  readonly of?: number;
  /** `case`: labels as written; `default` for the default arm. */
  readonly labels?: readonly string[];
  /** `case`: written with an arrow, so that control never falls into the next one. */
  readonly arrow?: true;
}
