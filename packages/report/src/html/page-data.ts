import type { Report } from '../schema/report.ts';
import type { Band, GuardCategory, MetricId } from '../schema/vocabulary.ts';
import type { Language } from '../text/catalogue.ts';

/**
 * What the page of the HTML report is filled with. The writer makes it, the page reads it; both come from one build, so it
 * has no version. It is two blocks, each deflated: this one is read at once, the graph only when somebody looks at it.
 */
export interface PageData {
  readonly language: Language;
  readonly project: string | null;
  /** The report without its topology and its methods, which are in the graph and in `files`, and without the files it read. */
  readonly report: Report;
  readonly files: readonly PageFile[];
  readonly bandStarts: Readonly<Record<Band, number>>;
  /** Earlier reports of the same project, oldest first; the last one is the baseline. */
  readonly history: readonly PastReport[];
  /** How the report came about; null where that is not known. */
  readonly run: PageRun | null;
}

/** Who ran the analysis, where, and what it took. Milliseconds and bytes. */
export interface PageRun {
  readonly engine: string;
  readonly image: string | null;
  readonly platform: string;
  readonly startedAt: string;
  /** Of the steps before the formats were written, in the order in which they began. */
  readonly phases: readonly { readonly phase: string; readonly wallMs: number }[];
  readonly cpuMs: number | null;
  readonly peakMemoryBytes: number | null;
}

/** What is left of an earlier report: enough for a trend and for which findings are new. */
export interface PastReport {
  readonly revision: string | null;
  readonly index: number | null;
  readonly metrics: Readonly<Partial<Record<MetricId, number>>>;
  readonly fingerprints: readonly string[];
}

/** A file of production code on the code map. */
export interface PageFile {
  readonly path: string;
  /** Lines of code where the report tells them, else methods. */
  readonly size: number;
  readonly methods: number;
  /** Sum of the cognitive complexity of its methods. */
  readonly complexity: number;
  /** Highest cognitive complexity over distance to the nearest entry point plus one, as in A2; null if nothing is reachable. */
  readonly exposure: number | null;
}

/** The topology, as columns: a large one has a hundred thousand edges that repeat the same few thousand names. */
export interface PageGraph {
  readonly files: readonly string[];
  readonly kinds: readonly string[];
  readonly guards: readonly GuardCategory[];
  readonly metrics: readonly string[];
  readonly nodes: {
    readonly id: readonly string[];
    readonly label: readonly string[];
    /** Index in `kinds`. */
    readonly kind: readonly number[];
    /** Index in `files`, or -1. */
    readonly file: readonly number[];
    readonly line: readonly number[];
    readonly labels: readonly string[];
    /** One bit for each of `guards`. */
    readonly guards: readonly number[];
    /** One list for each of `metrics`. */
    readonly values: readonly (readonly (number | null)[])[];
  };
  readonly edges: {
    /** Indexes of nodes. */
    readonly from: readonly number[];
    readonly to: readonly number[];
    /** Index in `kinds`. */
    readonly how: readonly number[];
    readonly guards: readonly number[];
  };
}
