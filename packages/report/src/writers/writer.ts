import type { GateJudgement } from '../gate/evaluate-gate.ts';
import type { Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import type { RunRecord } from '../schema/run.ts';
import type { Language } from '../text/catalogue.ts';

/** What the caller may choose. */
export interface RenderOptions {
  /** Language of what people read; formats for machines ignore it. */
  readonly lang: Language;
  /** Upper bound on the bytes of the result in UTF-8; formats that must hold everything ignore it. */
  readonly maxBytes?: number;
  /** Findings shown in full by formats for people; the rest are counted. */
  readonly maxFindings?: number;
  /** Where the analysed tree lies in its repository, "services/billing"; for formats whose paths are relative to the repository. */
  readonly pathPrefix?: string;
  /** Where the files of the repository can be looked at, "https://github.com/owner/name/blob/<commit>/"; for formats that link. */
  readonly sourceUrl?: string;
  /** What the gate says of the report; for formats that tell it. Absent or null where no gate is set. */
  readonly gate?: GateJudgement | null;
  /** What happened since a baseline, the report being its head; for formats that tell it. Absent or null where there is none. */
  readonly comparison?: Comparison | null;
  /** How the report came about, for formats that tell it; what happens after they are rendered is not in them. */
  readonly run?: RunRecord | null;
  /** Name of the project, instead of the one in the report. */
  readonly project?: string;
  /**
   * Earlier reports of the same project, oldest first; the last one is the baseline. The interactive report draws trends and
   * tells new findings from known ones; other formats ignore it.
   */
  readonly history?: readonly Report[];
}

/** One format: a pure function of the report. */
export interface Writer {
  /** Name of the file in the out directory. */
  readonly fileName: string;
  readonly mediaType: string;
  /** The same report and options give the same text. Throws a TypeError if the report does not fit the contract. */
  readonly render: (report: Report, options: RenderOptions) => string;
}
