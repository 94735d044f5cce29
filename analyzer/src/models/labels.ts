import type { Diagnostic } from '../base/diagnostics.ts';
import type { MethodId, RelativePath, TypeName } from '../base/ids.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Label, Text } from '../base/text.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallTarget, Confidence, ProgramField } from '../link/program.ts';
import type {
  AccessVerdictKind,
  AddressAction,
  CheckedDanger,
  Decision,
  ElementAction,
  EntropyClass,
  EntryKind,
  GuardCategory,
  ParameterSource,
  SinkAction,
  SinkKind,
  TaintKind,
  WeaknessKind,
} from './kinds.ts';
import type { PassedRange } from './passed-range.ts';

/** What the framework models say of a program: the only thing that flow and metrics know of frameworks. All lists in stable order. */
export interface Labels {
  readonly entryPoints: readonly EntryPoint[];
  readonly guards: readonly Guard[];
  readonly sinks: readonly Sink[];
  /** Handlers whose result a browser shows as a page, or follows. No call is made: they are where values end, and no operation that roads lead to. */
  readonly pageAnswers: readonly PageAnswer[];
  /** What may stand before an address in a result that a browser follows: `redirect:`. */
  readonly redirectWords: readonly string[];
  /** Roles of calls other than sinks and guards, by caller and operation. */
  readonly callRoles: CallRoles;
  /** Types and members that hold secrets. */
  readonly secrets: readonly SecretSource[];
  /** What of them it is normal to hand to a client that asks for one (a token after a login). */
  readonly answerableSecrets: ReadonlySet<string>;
  /** Fields that stay out where their object is printed or sent. */
  readonly hiddenParts: {
    readonly text: ReadonlySet<ProgramField>;
    readonly answer: ReadonlySet<ProgramField>;
  };
  /** Types whose text is made of their fields, with the secret that it shows. */
  readonly printedSecrets: ReadonlyMap<TypeName, SecretSource>;
  /** Methods that give back something else for a secret that they get. */
  readonly maskingMethods: ReadonlySet<MethodId>;
  /** Settings in configuration files that hold a secret. */
  readonly configuredSecrets: readonly ConfiguredSecret[];
  /** Methods that turn an exception into a response (exception handlers of a framework). */
  readonly errorHandlers: readonly ErrorHandler[];
  /** Methods of production code that do security work by where they stand or what they give. */
  readonly securityMethods: readonly SecurityMethod[];
  /** Methods that a framework relies on to refuse. */
  readonly mandatoryRefusals: readonly MandatoryRefusal[];
  /** Constants by which checks grant or refuse, by `owner.name`. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Types whose values hold no free text (boxed numbers, dates, UUIDs …); enums of the tree need no row. */
  readonly boundedTypes: ReadonlySet<TypeName>;
  /** Types whose objects never change: a call on one puts nothing into it. */
  readonly fixedTypes: ReadonlySet<TypeName>;
  /** Security annotations that nothing activates; reported, never counted as guards. */
  readonly inertGuards: readonly InertGuard[];
  readonly weaknesses: readonly Weakness[];
  /** Where entry points take or give whole stored objects. */
  readonly entityUses: readonly EntityUse[];
  /** Stored types of the tree whose records belong to somebody: to a user, an account, a tenant. */
  readonly ownedTypes: ReadonlySet<TypeName>;
  /** Users of some chain get a session that their browser sends along by itself. */
  readonly hasSessionLogin: boolean;
  /** Methods of production code that learn who the caller is. */
  readonly identityReaders: ReadonlySet<MethodId>;
  /** Path rules and chains that no request comes to, because an earlier one takes all that they are about. */
  readonly shadowedRules: readonly ShadowedRule[];
  /** Call edges that frameworks add. */
  readonly implicitCalls: readonly ImplicitCall[];
  /** What the models could not read, and what they left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What all test code together names of the code that runs, calls of it and sends to it. */
export interface TestCode {
  /** False where the tree has none. */
  readonly hasTests: boolean;
  /** Types that it declares things with, works with or calls methods of. */
  readonly types: ReadonlySet<TypeName>;
  /** These and all others that it mentions: in imports, annotations, results and fields. */
  readonly mentioned: ReadonlySet<TypeName>;
  /** Methods that it calls itself, with all that may run for them. */
  readonly calls: ReadonlySet<MethodId>;
  readonly requests: readonly TestRequest[];
}

/** A request that a test sends. */
export interface TestRequest {
  /** Upper case; null where the call does not name it. */
  readonly verb: string | null;
  /** What of it is not constant stands as `{}`. */
  readonly path: string;
  readonly location: SourceLocation;
}

/** A call that a framework makes where the source writes none, or a target that it has, with more to say of how sure it is. */
export interface ImplicitCall {
  readonly caller: MethodId;
  /** The call at which it happens; null where it happens whenever the caller is entered. */
  readonly operation: OperationIndex | null;
  /** Its `how` names the row. */
  readonly target: CallTarget;
  /** It happens only when the caller fails. */
  readonly onFailure?: true;
}

/** A method that the outside can make run. */
export interface EntryPoint {
  /** Stable id: kind, verbs, paths and handler. */
  readonly id: string;
  readonly kind: EntryKind;
  /** Upper case; empty where the protocol has none; `*` for all. */
  readonly verbs: readonly string[];
  /** Full path templates with prefixes; topics, cron expressions or job names for other kinds. */
  readonly paths: readonly string[];
  readonly handler: MethodId;
  /** The class whose object handles, where it inherits the handler from another one. */
  readonly owner?: TypeName;
  /** Only this `lambda` operation of the handler's body is meant, and the parameters are the lambda's. Absent: the whole method. */
  readonly lambda?: OperationIndex;
  /** Of the handler's name, or the lambda's. */
  readonly location: SourceLocation;
  readonly framework: string;
  readonly access: AccessVerdict;
  /** Why nothing calls it although it is written: what would switch it on is missing. Absent where it is live. */
  readonly dormant?: Text;
  /**
   * A library answers it: no handler of the tree, and no parameters that anybody here knows. Says what a stranger gets there.
   */
  readonly supplied?: SuppliedKind;
  readonly parameters: readonly EntryParameter[];
}

/**
 * What an endpoint of a library gives away: `harmless` no more than that the application is up; `descriptive` what its
 * interface looks like; `revealing` what goes on inside; `dangerous` secrets, memory, settings or code; `data` what it stores.
 * `page`: a page of the tree that a container runs, whose code nobody reads. `forwarded`: what another service answers.
 */
export type SuppliedKind =
  | 'harmless'
  | 'descriptive'
  | 'revealing'
  | 'dangerous'
  | 'data'
  | 'page'
  | 'forwarded';

export interface EntryParameter {
  readonly name: string;
  /** Position in the handler's parameters; `-1` where the framework sets it on the handler's object. */
  readonly index: number;
  /** The field of the handler's object that keeps it, with `index` -1. */
  readonly part?: string;
  readonly source: ParameterSource;
  /** For people, as written: `@Valid OwnerForm`. Without annotations: `OwnerForm`. */
  readonly type: string;
  readonly entropy: EntropyClass;
  /** A validation that can reject stands between the outside and the handler's use of this value. */
  readonly validated: boolean;
  /** Parts of a validated value, by field, that may still be made of any letters; null for the value itself. Absent: none. */
  readonly anyLetters?: readonly (string | null)[];
}

/** Who may call an entry point, and the lines that say so. */
export interface AccessVerdict {
  readonly verdict: AccessVerdictKind;
  /** The roles or expression of `authorized`. */
  readonly rule?: string;
  /** Why it is `unknown`. */
  readonly reason?: Text;
  /** Id of what decided: `path-rule`, `method-annotation`, `filter`, `framework-default`, `no-security` … */
  readonly mechanism: string;
  readonly evidence: readonly Evidence[];
}

/** A line of the source, or of a configuration file, that a statement rests on. */
export interface Evidence {
  readonly file: RelativePath;
  readonly line: number;
  /** What stands there, short, at most 200 characters. */
  readonly text: string;
}

/**
 * A protection. It acts on everything that passes its carrier:
 * - `entry`: before the handler runs (path rules, filters, validated parameters);
 * - `method`: whenever the method is entered (annotations with a proxy behind them);
 * - `call`: when that call operation of the method is executed (a programmatic check).
 */
export interface Guard {
  readonly category: GuardCategory;
  /** Row id of the model that knows it. */
  readonly mechanism: string;
  readonly carrier:
    | { readonly kind: 'entry'; readonly entry: string; readonly handler: MethodId }
    | { readonly kind: 'method'; readonly method: MethodId }
    | { readonly kind: 'call'; readonly method: MethodId; readonly operation: OperationIndex };
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  /** Taint kinds that a sanitizer removes; absent for guards that are not about a value's content. */
  readonly cleans?: readonly TaintKind[] | 'all';
  /** It tells whether somebody knows a password. */
  readonly proves?: 'password';
  /** Dangers that a check of a value's content rules out; absent for checks that are about none in particular. */
  readonly against?: readonly CheckedDanger[];
  /** Positions of the handler's or call's arguments that it checks; absent where it is about the request as a whole. */
  readonly parameters?: readonly number[];
  /** It protects the operation that carries it, and nothing that runs after it. */
  readonly onlyHere?: true;
  /** Of a question about the caller: what runs only where the answer was good. Absent: all behind it. */
  readonly passed?: readonly PassedRange[];
}

/** A call to something that matters. */
export interface Sink {
  /** Stable id: method and operation. */
  readonly id: string;
  readonly kind: SinkKind;
  readonly action: SinkAction;
  /** What is done to what, for people and for grouping roads to one operation: `db.write org.clinic.Visit`, `exec ProcessBuilder.start`. */
  readonly operation: string;
  readonly privileged: boolean;
  /** Declaring type of what is called. */
  readonly owner: TypeName;
  readonly member: string;
  readonly method: MethodId;
  readonly operationIndex: OperationIndex;
  readonly location: SourceLocation;
  /** Positions of arguments that are dangerous when tainted (`-1` is the receiver), with the danger. Empty: presence only. */
  readonly dangers: readonly { readonly argument: number; readonly taint: TaintKind }[];
  readonly mechanism: string;
  readonly confidence: Confidence;
}

/** A result as a sink: its place is the method's. */
export interface PageAnswer extends Sink {
  readonly taint: TaintKind;
  /** Only what leaves by these `return`s; absent: by any. */
  readonly returns?: ReadonlySet<OperationIndex>;
  /** Sources whose values somebody else's browser can be made to send. */
  readonly from: readonly ParameterSource[];
}

export type CallRole =
  /** Gives a value from the outside (beyond the handler's parameters). */
  | { readonly role: 'source'; readonly source: ParameterSource }
  /** Gives back or changes a value so that the taint kinds are gone. */
  | {
      readonly role: 'sanitizer';
      readonly cleans: readonly TaintKind[] | 'all';
      readonly arguments: readonly number[];
    }
  /** Rejects bad values of the arguments. */
  | {
      readonly role: 'validator';
      readonly arguments: readonly number[];
      /** Further values that it looks at, by the operations that read them. */
      readonly operations?: readonly OperationIndex[];
      /** What it has looked for; absent: everything. */
      readonly against?: readonly CheckedDanger[];
      /** Where it is known to have passed; absent: wherever it has run. */
      readonly within?: { readonly start: OperationIndex; readonly end: OperationIndex };
    }
  /** Gives what was stored under what it got: nothing of that itself. */
  | { readonly role: 'look-up' }
  /** Gives what somebody else has written: it depends on what was asked, but is not that text, and no script of who asked. */
  | { readonly role: 'answer' }
  /** Arguments reach a log. */
  | { readonly role: 'log'; readonly arguments: readonly number[] | 'all' }
  /** Arguments reach the client; with `failures` only the text of a failure is put there to be shown. */
  | { readonly role: 'response'; readonly arguments: readonly number[] | 'all'; readonly failures?: true }
  /** Gives a secret. */
  | { readonly role: 'secret'; readonly what: Text }
  /** Turns a secret into something that is none (hash, mask, compare). */
  | { readonly role: 'declassifier' }
  /** Gives details of an exception (message, stack trace, text); `message`: what it was made with, and nothing else. */
  | { readonly role: 'exception-detail'; readonly message: boolean }
  /** Value flows: from argument (`-1` receiver) to argument, receiver or result (`-2`). */
  | { readonly role: 'propagator'; readonly from: number; readonly to: number }
  /** Acts on places of a list or map. */
  | { readonly role: 'element'; readonly does: ElementAction }
  /** Puts an address together, or takes it apart. */
  | { readonly role: 'address'; readonly does: AddressAction }
  /** Answers with this argument where something failed or nothing is there. */
  | { readonly role: 'failure-default'; readonly argument: number }
  /** From here on nobody is known as the caller. */
  | { readonly role: 'forgets' }
  /** Answers the client with a refusal or an error. */
  | { readonly role: 'denies' }
  /** Hands the request on to the next filter. */
  | { readonly role: 'continues' }
  /** Calls a cryptographic library; `verifies` where the call tells genuine from forged. */
  | { readonly role: 'crypto'; readonly verifies: boolean };

export type CallRoles = ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, readonly CallRole[]>>;

/** A field or parameter that holds a secret by its name, type or annotation. */
export interface SecretSource {
  readonly what: Text;
  readonly holder:
    | { readonly kind: 'field'; readonly owner: TypeName; readonly name: string }
    | { readonly kind: 'parameter'; readonly method: MethodId; readonly index: number }
    | { readonly kind: 'local'; readonly method: MethodId; readonly declaration: OperationIndex };
  readonly evidence: Evidence;
}

/** A setting that holds a secret by the name of its key, whether its value stands there or is filled in later. */
export interface ConfiguredSecret {
  readonly what: Text;
  /** The key, never the value. */
  readonly evidence: Evidence;
}

/** A method whose failure must not open the door. */
export interface SecurityMethod {
  readonly method: MethodId;
  /** For people: `doFilter() is part of a servlet filter`. */
  readonly why: Text;
  /** It gives an identity or authorities: giving none is a refusal. */
  readonly givesIdentity: boolean;
  /** It only stands in a type that does security work, and is none of its members that do. */
  readonly isHelper: boolean;
}

export interface MandatoryRefusal {
  readonly method: MethodId;
  /** For people: `vote() is part of access decisions`. */
  readonly why: Text;
}

export interface ErrorHandler {
  readonly method: MethodId;
  readonly mechanism: string;
  readonly location: SourceLocation;
  /** Exception types it takes. */
  readonly exceptions: readonly TypeName[];
  /** It answers by what it calls alone, if it does. */
  readonly silent?: true;
}

/** An entry point that takes or gives a stored object as it is, or gives one made for it with a secret in it. */
export interface EntityUse {
  /** Id of the entry point. */
  readonly entry: string;
  readonly how: 'bound' | 'answered';
  /** Position of the bound parameter; null for an answer. */
  readonly parameter: number | null;
  readonly type: TypeName;
  /** A field with a secret that nothing keeps out of answers, `User.password`; null where there is none. */
  readonly secret: string | null;
  readonly isStored: boolean;
}

/** What is weak where it stands: a setting, a call, a check that never refuses, a secret that is written down. */
export interface Weakness {
  readonly kind: WeaknessKind;
  /** Row id of the model that knows it. */
  readonly mechanism: string;
  /** For people: `NoOpPasswordEncoder.getInstance`, `server.error.include-message=always`. Never the value of a secret. */
  readonly what: Label;
  /** Method, field or key that holds it. */
  readonly symbol: string;
  readonly evidence: Evidence;
  /** Where it takes effect: in production by name, while developing by name, or wherever it is not said otherwise. */
  readonly surroundings: 'production' | 'development' | 'any';
  readonly confidence: Confidence;
}

export interface InertGuard {
  readonly method: MethodId;
  readonly annotation: TypeName;
  readonly reason: Text;
  /** Whether it acts is decided outside of the tree: no guard that counts, and no fault of the code either. */
  readonly isUndecided?: true;
  readonly evidence: Evidence;
}

/** A path rule (or a whole chain of them) that is written and never asked. */
export interface ShadowedRule {
  readonly kind: 'rule' | 'chain';
  /** Row id of the rule language. */
  readonly mechanism: string;
  /** Where it stands. */
  readonly evidence: Evidence;
  /** The earlier rule or chain that takes all of its requests. */
  readonly by: Evidence;
  /** What it asks of a caller; of a chain, the strictest thing it asks anywhere. */
  readonly asks: AccessVerdictKind;
  /** What its requests meet instead. */
  readonly gets: AccessVerdictKind;
  /** The earlier one asks for less: somebody meant to protect what now is not. */
  readonly isWeaker: boolean;
}
