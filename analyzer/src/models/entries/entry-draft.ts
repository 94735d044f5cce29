import type { MethodId, TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { EntryPoint, Evidence } from '../labels.ts';

/** A call in the tree that puts a handler under a path. */
export interface RegisteringCall {
  readonly method: MethodId;
  readonly operation: OperationIndex;
}

/** An entry point before anyone has decided who may call it. */
export interface EntryDraft extends Omit<EntryPoint, 'access' | 'owner'> {
  /** The class the framework makes: the handler may be inherited from another one. */
  readonly owner: TypeName;
  /** Build module of what no class of the tree handles. */
  readonly module?: string;
  /** Paths as a rule inside the application sees them: without what the server puts before (context path). */
  readonly applicationPaths: readonly string[];
  /** Row of the models that found it. */
  readonly mechanism: string;
  /** Where a gateway hands requests on to. */
  readonly forwardsTo?: string;
  /** The call that registers it. */
  readonly registeredBy?: RegisteringCall;
  /** Where it is said that only so many requests of one caller pass. */
  readonly limited?: Evidence;
  /** Why parameters count as validated. */
  readonly checks: readonly ParameterCheck[];
}

/** A validation that rejects bad values of one parameter before the handler uses it. */
export interface ParameterCheck {
  /** Position in the handler's parameters. */
  readonly index: number;
  readonly mechanism: string;
  readonly evidence: Evidence;
}
