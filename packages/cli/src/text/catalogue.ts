import type { CsqaErrorCode, RunPhase } from '@csqa/orchestrator';
import type { Language } from '@csqa/report';

/** Stages of the analyzer that this version has a name for. */
export type StageName =
  | 'inventory'
  | 'libraries'
  | 'facts'
  | 'link'
  | 'models'
  | 'flow'
  | 'metrics'
  | 'findings'
  | 'report';

/** Everything that the command line says itself. A language that lacks a key does not compile. */
export interface CliTexts {
  readonly language: Language;
  readonly help: HelpTexts;
  readonly usage: UsageTexts;
  readonly progress: ProgressTexts;
  readonly summary: SummaryTexts;
  readonly diff: DiffTexts;
  readonly explain: ExplainTexts;
  readonly render: RenderTexts;
  readonly metrics: MetricsTexts;
  readonly init: InitTexts;
  readonly doctor: DoctorTexts;
  readonly reap: ReapTexts;
  readonly webApp: WebAppTexts;
  readonly failure: FailureTexts;
}

/** Help: titles, one line a command and an option, and what the examples show. */
export interface HelpTexts {
  readonly titles: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly globalOptions: string;
    readonly commands: string;
    readonly examples: string;
  };
  readonly defaultValue: string;
  readonly choices: string;
  readonly optionsMark: string;
  readonly commandMark: string;
  readonly program: string;
  readonly exitCodes: string;
  readonly showHelp: string;
  readonly showVersion: string;
  readonly helpCommand: string;
  readonly lang: string;
  readonly noColor: string;
  readonly analyze: {
    readonly about: string;
    readonly source: string;
    readonly ref: string;
    readonly mode: string;
    readonly out: string;
    readonly format: string;
    readonly config: string;
    readonly baseline: string;
    readonly json: string;
    readonly engine: string;
    readonly timeout: string;
    readonly memory: string;
    readonly threads: string;
    readonly cacheDir: string;
    readonly noCache: string;
    readonly dumpCalls: string;
    readonly advisories: string;
    readonly network: string;
    readonly quiet: string;
    readonly examples: Examples;
  };
  /** Options of a gate, for every command that judges. */
  readonly gate: {
    readonly failOn: string;
    readonly failOnNew: string;
    readonly maxRisk: string;
    readonly maxRiskIncrease: string;
    readonly max: string;
    readonly maxIncrease: string;
    readonly onMissingBaseline: string;
    readonly asOf: string;
  };
  readonly diff: {
    readonly about: string;
    readonly base: string;
    readonly head: string;
    readonly format: string;
    readonly examples: Examples;
  };
  readonly explain: {
    readonly about: string;
    readonly id: string;
    readonly report: string;
    readonly examples: Examples;
  };
  readonly render: {
    readonly about: string;
    readonly report: string;
    readonly format: string;
    readonly out: string;
    readonly pathPrefix: string;
    readonly sourceUrl: string;
    readonly project: string;
    readonly asOf: string;
    readonly examples: Examples;
  };
  readonly metrics: { readonly about: string; readonly json: string; readonly examples: Examples };
  readonly init: { readonly about: string; readonly force: string; readonly examples: Examples };
  readonly doctor: {
    readonly about: string;
    readonly json: string;
    readonly engine: string;
    readonly examples: Examples;
  };
  readonly reap: { readonly about: string; readonly json: string; readonly examples: Examples };
  readonly backup: WebCommandHelp;
  readonly restore: WebCommandHelp;
}

/** Help of a command that the web app carries out. */
export interface WebCommandHelp {
  readonly about: string;
  readonly file: string;
  readonly json: string;
  readonly examples: Examples;
}

/** Command lines without `csqa`, each with what it does. */
export type Examples = readonly (readonly [command: string, meaning: string])[];

/** What is wrong with a command line, and how to mend it. */
export interface UsageTexts {
  readonly unknownOption: (option: string) => string;
  readonly unknownCommand: (command: string) => string;
  readonly missingArgument: (argument: string) => string;
  readonly missingValue: (option: string) => string;
  readonly tooMany: (extra: string) => string;
  readonly badValue: (what: string, expected: string, received: string) => string;
  readonly seeHelp: (command: string) => string;
  readonly didYouMean: (suggestion: string) => string;
  readonly oneOf: (choices: readonly string[]) => string;
  readonly riskNumber: string;
  readonly limitById: string;
  readonly day: string;
  readonly pathInside: string;
  readonly webAddress: string;
  readonly duration: string;
  readonly size: string;
  readonly threads: string;
  readonly source: string;
  readonly refNeedsRepository: (path: string) => string;
  readonly refNeedsRepositoryFix: string;
  readonly looksLikeUrl: (written: string) => string;
  readonly looksLikeUrlFix: (url: string) => string;
  readonly sshUrl: (written: string) => string;
  readonly sshUrlFix: (url: string) => string;
  readonly callsFile: (path: string, reason: string) => string;
  readonly callsFileFix: string;
  readonly isDirectory: string;
  readonly noParentDirectory: string;
}

/** What happens while an analysis runs. */
export interface ProgressTexts {
  readonly stages: Readonly<Record<StageName | RunPhase, string>>;
  readonly units: (count: number, unit: string) => string;
  readonly objects: (count: number) => string;
  readonly of: string;
  readonly seconds: (seconds: string) => string;
  readonly warning: string;
  readonly warnings: (count: number) => string;
  readonly stopping: string;
  readonly stopped: string;
}

/** The summary that `analyze` ends with. */
export interface SummaryTexts {
  readonly gateNotSet: string;
  readonly resolved: (calls: number, percent: string) => string;
  readonly noFindingsIn: (files: number) => string;
  readonly findingCount: (count: number) => string;
  readonly moreRules: (count: number) => string;
  readonly diagnostics: (count: number) => string;
  readonly files: string;
  /** Before the path of the report that a browser opens. */
  readonly open: string;
  readonly next: string;
  readonly incomplete: string;
}

/** `csqa diff`, and what `analyze --baseline` adds. */
export interface DiffTexts {
  readonly noReport: (path: string) => string;
  readonly noReportFix: string;
  readonly noBaseline: (path: string) => string;
  readonly noBaselineFix: string;
  readonly isComparison: (path: string) => string;
  readonly sameFile: string;
  readonly sameFileFix: string;
  readonly mixedUp: (why: string) => string;
  readonly mixedUpFix: string;
}

/** `csqa explain`. */
export interface ExplainTexts {
  readonly excerpt: string;
  /** Headings over findings of one root cause. */
  readonly sameCause: { readonly mended: string; readonly mends: (count: number) => string };
  readonly related: string;
  readonly references: string;
  readonly suppressed: (source: string, reason: string, until: string | null) => string;
  readonly rule: string;
  readonly findingsOfRule: (count: number) => string;
  readonly noneOfRule: string;
  readonly inThisReport: string;
  readonly contributors: (shown: number, total: number) => string;
  readonly parts: string;
  readonly topology: (nodes: number, edges: number) => string;
  readonly reportUnknown: (path: string) => string;
  readonly noReport: (path: string) => string;
  readonly noReportFix: string;
  /** The system does not give the file. */
  readonly closed: (path: string, reason: string) => string;
  readonly closedFix: string;
  readonly unreadable: (path: string, reason: string) => string;
  readonly unreadableFix: string;
  /** A report of another version of the contract. */
  readonly otherVersion: (path: string, reason: string) => string;
  readonly otherVersionFix: string;
  /** combined.json of a run that left no report. */
  readonly withoutReport: (path: string) => string;
  readonly withoutReportFix: string;
  readonly notFound: (id: string, report: string) => string;
  readonly notFoundAnywhere: (id: string) => string;
  readonly ambiguous: (id: string, matches: string) => string;
  readonly ambiguousFix: string;
  readonly closest: (ids: string) => string;
  readonly listFindings: (path: string) => string;
}

/** `csqa render`. */
export interface RenderTexts {
  readonly noReportFix: string;
  readonly noFormat: (choices: string) => string;
  readonly noFormatFix: string;
  readonly needsOut: (formats: string) => string;
  readonly needsOutFix: string;
  readonly notWritable: (path: string, reason: string) => string;
  readonly notWritableFix: string;
}

/** `csqa metrics`. */
export interface MetricsTexts {
  readonly intro: string;
  readonly weight: string;
  readonly noWeight: string;
  readonly indexTitle: string;
  readonly index: string;
  readonly bands: string;
  readonly band: (name: string, from: string, to: string | null) => string;
}

/** `csqa init`. */
export interface InitTexts {
  readonly written: (path: string) => string;
  readonly next: string;
  readonly exists: (path: string) => string;
  readonly existsFix: string;
  readonly notWritable: (path: string, reason: string) => string;
  readonly notWritableFix: string;
}

/** `csqa doctor`. */
export interface DoctorTexts {
  readonly checks: Readonly<Record<string, string>>;
  readonly ready: string;
  readonly notReady: string;
}

/** `csqa reap`. */
export interface ReapTexts {
  readonly kinds: Readonly<Record<'directory' | 'process' | 'container' | 'volume', string>>;
  readonly removed: (count: number) => string;
  readonly kept: (count: number) => string;
  readonly nothing: string;
  readonly failed: (name: string, reason: string) => string;
}

/** `csqa backup` and `csqa restore`. */
export interface WebAppTexts {
  readonly saved: (file: string) => string;
  readonly restored: (file: string) => string;
  readonly missing: string;
  readonly missingFix: string;
  readonly brokeOff: string;
  readonly brokeOffFix: string;
  /** What a failure of the web app is called and how it is mended; absent where its own words do. */
  readonly failure: (code: string) => { readonly title?: string; readonly fix?: string };
}

/** How failures are told. */
export interface FailureTexts {
  readonly error: string;
  readonly fix: string;
  readonly defect: string;
  readonly defectFix: string;
  /** What a failure of the orchestrator is called and how a user of the command line mends it; absent where its own words do. */
  readonly orchestrator: (code: CsqaErrorCode) => {
    readonly title?: string;
    readonly fix?: string;
    /** The orchestrator's hint is a command to copy: it follows the fix. */
    readonly quotesHint?: boolean;
  };
}
