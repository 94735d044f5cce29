import type { LiteralType } from './constants.ts';
import type { Region } from './control-flow.ts';
import type { MethodAddress } from './declarations.ts';
import type { TypeRef } from './type-refs.ts';

/** Index into `Body.operations`. Operands always have a smaller index than the operation that uses them. */
export type OperationIndex = number;

/**
 * The body of a method as a flat list in evaluation order (three-address form), with the regions of its control flow.
 * Flat, so that readers need a loop and never recursion, however deep the source nests.
 *
 * The first `n` operations are the `parameter`s of the method. A lambda's parameters and body stand inline, in a region
 * of kind `lambda`, directly before its `lambda` operation. Bodies of anonymous and local types are types of their own.
 */
export interface Body {
  readonly operations: readonly Operation[];
  /** Region 0 is the whole body. Parents come before children. */
  readonly regions: readonly Region[];
}

interface OperationBase {
  readonly line: number;
}

export type Operation = OperationBase &
  (
    | { readonly kind: 'parameter'; readonly index: number; readonly name: string }
    | {
        readonly kind: 'lambda-parameter';
        readonly index: number;
        readonly name: string;
        readonly type: TypeRef | null;
      }
    | { readonly kind: 'literal'; readonly type: LiteralType; readonly value: string }
    /** Reads a parameter, a lambda parameter or a declared local of this body. */
    | { readonly kind: 'local'; readonly declaration: OperationIndex }
    /** Reads a local or parameter of an enclosing method, from an anonymous or local type. */
    | { readonly kind: 'captured'; readonly method: MethodAddress; readonly declaration: OperationIndex }
    /** A simple name that is no local: a field (own, inherited, outer, statically imported), a type or the start of a package. */
    | { readonly kind: 'name'; readonly name: string }
    /** `object.name`; the object may turn out to be a type or a package. */
    | { readonly kind: 'field'; readonly object: OperationIndex; readonly name: string }
    | { readonly kind: 'this'; readonly qualifier: TypeRef | null }
    | { readonly kind: 'super'; readonly qualifier: TypeRef | null }
    | CallOperation
    | NewOperation
    /** `this(…)` or `super(…)` as a constructor's first statement. */
    | {
        readonly kind: 'constructor-call';
        readonly target: 'this' | 'super';
        readonly args: readonly OperationIndex[];
      }
    | {
        readonly kind: 'new-array';
        /** Element type with the dimensions of the result. */
        readonly type: TypeRef;
        readonly dimensions: readonly OperationIndex[];
        readonly items: readonly OperationIndex[];
      }
    | {
        readonly kind: 'lambda';
        readonly parameters: readonly OperationIndex[];
        /** Index into `Body.regions`. */
        readonly region: number;
        /** The value of an expression body; block bodies return by `return` operations of that region. */
        readonly result: OperationIndex | null;
      }
    /** `object::name`, or `type::name` where a type is certain (`int[]::new`, `List<String>::size`); constructors are named `new`. */
    | {
        readonly kind: 'method-reference';
        readonly object: OperationIndex | null;
        readonly type: TypeRef | null;
        readonly name: string;
      }
    /** Target is an operation of kind `local`, `captured`, `name`, `field` or `index`, standing for the place. */
    | {
        readonly kind: 'assign';
        readonly target: OperationIndex;
        /** `=`, `+=` … */
        readonly operator: string;
        readonly value: OperationIndex;
      }
    | DeclareOperation
    /** Left-associative runs of one operator are flattened (`a + b + c`). */
    | { readonly kind: 'binary'; readonly operator: string; readonly operands: readonly OperationIndex[] }
    /** `!`, `-`, `+`, `~`, `++`, `--` (prefix or postfix). */
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: OperationIndex }
    | { readonly kind: 'cast'; readonly type: TypeRef; readonly operand: OperationIndex }
    | { readonly kind: 'instance-of'; readonly type: TypeRef | null; readonly operand: OperationIndex }
    | {
        readonly kind: 'conditional';
        readonly condition: OperationIndex;
        readonly then: OperationIndex;
        readonly otherwise: OperationIndex;
      }
    /** The value of a switch expression: the values its cases give. */
    | {
        readonly kind: 'switch';
        readonly subject: OperationIndex;
        readonly results: readonly OperationIndex[];
      }
    | { readonly kind: 'index'; readonly array: OperationIndex; readonly index: OperationIndex }
    | { readonly kind: 'class-literal'; readonly type: TypeRef }
    | { readonly kind: 'return'; readonly value: OperationIndex | null }
    | { readonly kind: 'throw'; readonly value: OperationIndex }
    | { readonly kind: 'yield'; readonly value: OperationIndex }
    | { readonly kind: 'break'; readonly label: string | null }
    | { readonly kind: 'continue'; readonly label: string | null }
    | { readonly kind: 'assert'; readonly condition: OperationIndex }
    /** Source that was not read further: nesting beyond the cap, or a syntax error. */
    | { readonly kind: 'opaque'; readonly reason: 'too-deep' | 'syntax-error' }
  );

/** A method call. `line` is where the whole expression starts (its receiver), `nameLine` where the name stands. */
export interface CallOperation {
  readonly kind: 'call';
  /** Null for `name(…)` without receiver. */
  readonly object: OperationIndex | null;
  readonly name: string;
  readonly nameLine: number;
  readonly args: readonly OperationIndex[];
  /** Explicit type arguments, `this.<String>pick()`. */
  readonly typeArgs?: readonly TypeRef[];
}

/** `new T(…)`. */
export interface NewOperation {
  readonly kind: 'new';
  readonly type: TypeRef;
  readonly args: readonly OperationIndex[];
  /** `outer.new Inner()`. */
  readonly object: OperationIndex | null;
  /** Index in `FileFacts.types` of the anonymous body (also for enum constants with a body). */
  readonly body: number | null;
}

/** Declares a local. */
export interface DeclareOperation {
  readonly kind: 'declare';
  readonly name: string;
  /** Null for `var`, for patterns without a type and for a `catch` of several types. */
  readonly type: TypeRef | null;
  /**
   * `foreach`: value is the iterable; `resource`: try-with-resources; `catch`: no value, alternatives in the region;
   * `pattern`: value is the matched operand (a record pattern's component where `component` is set). A record pattern
   * declares an unnamed local `_` of the record's type; its components have that local as value.
   */
  readonly role: 'local' | 'foreach' | 'resource' | 'catch' | 'pattern';
  readonly value: OperationIndex | null;
  readonly component?: number;
}
