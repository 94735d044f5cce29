import type { MethodId, TypeName } from '../base/ids.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Label, Text } from '../base/text.ts';
import type { CallTarget, Confidence, FileRole, ResolutionCoverage } from '../link/program.ts';
import type { GuardCategory, ParameterSource, TaintKind } from '../models/kinds.ts';
import type {
  ConfiguredSecret,
  EntityUse,
  EntryPoint,
  Evidence,
  Guard,
  InertGuard,
  ShadowedRule,
  Sink,
  Weakness,
} from '../models/labels.ts';

export type { ResolutionCoverage } from '../link/program.ts';
export type { EntropyClass, EntryKind, GuardCategory } from '../models/kinds.ts';
export { GUARD_CATEGORIES } from '../models/kinds.ts';
export type { EntityUse, EntryParameter, EntryPoint, Guard, Weakness } from '../models/labels.ts';

/** All that a metric sees of the code: answers, no syntax and no framework. Lists are in stable order; queries are cached. */
export interface SecurityView {
  /** Of production code. */
  readonly entryPoints: readonly EntryPoint[];
  /** Entry points that a library answers by itself once it is switched on (management, consoles, exported repositories). */
  readonly suppliedEntryPoints: readonly EntryPoint[];
  readonly sinks: readonly Sink[];
  readonly guards: readonly Guard[];
  readonly inertGuards: readonly InertGuard[];
  /** What is weak where it stands, in code and settings. */
  readonly weaknesses: readonly Weakness[];
  readonly entityUses: readonly EntityUse[];
  /** Stored types whose records belong to somebody. */
  readonly ownedTypes: ReadonlySet<TypeName>;
  /** Users of some chain get a session that their browser sends along by itself. */
  readonly hasSessionLogin: boolean;
  /** Methods that learn who the caller is. */
  readonly identityReaders: ReadonlySet<MethodId>;
  /** Path rules and chains that are written and never asked, with what stands before them. */
  readonly shadowedRules: readonly ShadowedRule[];
  readonly coverage: ResolutionCoverage;
  /** Methods of production code with a body or synthesised, generated ones marked. */
  readonly methods: readonly MethodSummary[];
  /** Classes of production code that have behaviour (no interfaces, annotations or pure constants), for F1. */
  readonly classes: readonly ClassSummary[];
  /** Production types that no entry point, framework, test or other code in use refers to. */
  readonly unusedTypes: ReadonlySet<TypeName>;
  method(id: MethodId): MethodSummary | undefined;
  /** The place of a method among `methods`; of several with the id the last, which is what calls lead to. */
  placeOf(id: MethodId): number | undefined;
  /** Tells of a method by its place whether it is one of the goals, or leads to one over calls. Linear in the calls, once. */
  leadingTo(goals: readonly number[]): (place: number) => boolean;
  /** Whether the handler of an entry point makes a method run; itself, it does. */
  runs(handler: MethodId, method: MethodId): boolean;
  /** One row for each pair (entry point, sink operation) that call edges connect, with the weakest road found. */
  readonly roads: readonly Road[];
  /** Roads were cut at the depth or count limit somewhere. */
  readonly truncated: Truncation;
  /** Values from the outside that reach a sink's dangerous argument or a sink at all. */
  readonly taintedPaths: readonly TaintedPath[];
  /** Values from the outside that are written to a log with their line breaks, one row for each way in and method. */
  readonly loggedInputs: readonly LoggedInput[];
  /** Catch blocks of production code that guard security-relevant code, and empty ones elsewhere. */
  readonly securityCatches: readonly CatchVerdict[];
  /** Exception handling on reachable code that can answer a client. */
  readonly errorResponses: readonly ErrorResponse[];
  readonly secretUses: readonly SecretUse[];
  /** Settings that hold a secret: uses too, which end nowhere that anybody sees. */
  readonly configuredSecrets: readonly ConfiguredSecret[];
  readonly testReferences: TestReferences;
  readonly duplication: Duplication;
  /** Production code that encrypts or hashes by arithmetic of its own. */
  readonly homeMadeCrypto: readonly HomeMadeCrypto[];
}

export interface HomeMadeCrypto {
  readonly method: MethodId;
  readonly label: string;
  readonly location: SourceLocation;
  /** What gives it away: `extends java.security.MessageDigestSpi`, `bit arithmetic in encrypt()`. */
  readonly sign: Text;
}

export interface MethodSummary {
  readonly id: MethodId;
  /** `Owner.method`, for people. */
  readonly label: string;
  readonly owner: TypeName;
  readonly location: SourceLocation;
  readonly role: FileRole;
  readonly cognitiveComplexity: number;
  readonly abstract: boolean;
  /** Distinct methods of the tree it calls. */
  readonly outDegree: number;
  /** Fewest hops from any entry point: 0 for a handler; null where none reaches it. */
  readonly distanceToEntry: number | null;
  readonly calls: readonly MethodCall[];
}

export interface MethodCall {
  readonly target: MethodId;
  /** The place of the target among the methods of the view. */
  readonly to: number;
  readonly how: CallTarget['how'];
  readonly confidence: Confidence;
  /** Where it is written: the line of the name. */
  readonly file: SourceLocation['file'];
  readonly line: number;
}

export interface ClassSummary {
  readonly name: TypeName;
  readonly location: SourceLocation;
  readonly abstract: boolean;
  readonly role: FileRole;
  /** Build module directory. */
  readonly module: string;
}

/** One step of a road: the method, the line that leads on from it, the guards met in it before that line. */
export interface Hop {
  readonly method: MethodId;
  readonly label: string;
  readonly location: SourceLocation;
  readonly guards: readonly Guard[];
}

/** The weakest road from an entry point to a sink operation. */
export interface Road {
  readonly entry: EntryPoint;
  /** A representative call of the operation: the one this road ends in. */
  readonly sink: Sink;
  readonly hops: readonly Hop[];
  /** Distinct categories of active guards that every request on this road must pass, at entry and on hops. */
  readonly categories: readonly GuardCategory[];
  /** Hops from the handler (0 = in the handler itself) on the shortest road; may be another one than `hops`. */
  readonly shortestDistance: number;
  /** Hops after the last authentication or authorization check; null where there is none on the road. */
  readonly hopsSinceTrust: number | null;
  /** On the shortest roads: most hops since the last such check, since the entry point where there is none. */
  readonly uncheckedHops: number;
  /** An edge of the road is only `possible`. */
  readonly confidence: Confidence;
}

export interface Truncation {
  readonly depthLimit: number;
  /** Entry points whose exploration met a limit. */
  readonly entries: readonly string[];
  /** Methods whose bodies were too much work to follow values through them to the end, or to tell their values apart. */
  readonly bodies: readonly CutBody[];
}

export interface CutBody {
  readonly label: string;
  readonly location: SourceLocation;
}

/** A value's way from the outside to a sink. */
export interface TaintedPath {
  readonly entry: EntryPoint;
  readonly source: {
    readonly what: string;
    readonly kind: ParameterSource;
    readonly location: SourceLocation;
  };
  readonly sink: Sink;
  /** The danger at the sink; null where the sink is reached by a value that is not dangerous there (a bound parameter). */
  readonly taint: TaintKind | null;
  readonly hops: readonly Hop[];
  /** Longest run of consecutive hops on which nothing validated or sanitised the value. */
  readonly uncheckedHops: number;
  readonly confidence: Confidence;
}

/** A value from the outside that reaches a log. */
export interface LoggedInput extends Pick<TaintedPath, 'entry' | 'source' | 'hops' | 'confidence'> {
  readonly method: MethodId;
  /** Of the call of the log. */
  readonly location: SourceLocation;
  /** `Logger.info`. */
  readonly call: string;
}

/**
 * Where a failure of security-relevant code is answered: a `catch` block, a `finally` block that returns, a default in
 * place of a failed or missing answer, a fallback method; or a check that no failure can stop because it never refuses.
 */
export type FailureConstruct = 'catch' | 'finally' | 'default' | 'fallback' | 'check';

export interface CatchVerdict {
  readonly method: MethodId;
  readonly construct: FailureConstruct;
  /** Of the construct. */
  readonly location: SourceLocation;
  readonly verdict: 'closed' | 'open-empty' | 'open' | 'ambiguous';
  /** Why the code under it counts as security-relevant; null where it does not (then the block is empty). */
  readonly relevance: { readonly why: Label; readonly location: SourceLocation } | null;
  /** Guards security code itself (checks, filters, token verification), rather than code that merely carries a guard. */
  readonly onGuard: boolean;
  readonly exceptions: readonly string[];
  /** It ends by throwing. */
  readonly throws: boolean;
}

export interface ErrorResponse {
  readonly method: MethodId;
  readonly location: SourceLocation;
  /** What reaches the client; null where nothing of the exception does. */
  readonly leak: {
    readonly what: string;
    readonly location: SourceLocation;
    readonly hops: readonly Hop[];
  } | null;
}

/** One use of a secret: every read of a secret value that goes somewhere. */
export interface SecretUse {
  readonly what: Text;
  readonly source: Evidence;
  readonly method: MethodId;
  readonly location: SourceLocation;
  /** Where it ends: a leak (`log`, `response`) or anything else. */
  readonly reaches: 'log' | 'response' | 'elsewhere';
  readonly hops: readonly Hop[];
}

export interface TestReferences {
  /** False where the tree has no test code at all. */
  readonly hasTests: boolean;
  /** Types of production code that test code refers to by resolved reference. */
  readonly types: ReadonlySet<TypeName>;
  /** Methods of production code that test code calls, directly or through other methods. */
  readonly methods: ReadonlySet<MethodId>;
  /** Entry points that a test exercises, by id: through a call of the handler or through a request on its path. */
  readonly entries: ReadonlySet<string>;
}

export interface Duplication {
  readonly tokens: number;
  readonly duplicatedTokens: number;
  readonly blocks: readonly {
    readonly location: SourceLocation;
    readonly other: SourceLocation;
    readonly tokens: number;
  }[];
}
