/** What formats for machines and for places with little room say besides the report's own texts. */
export interface FormatText {
  /** What the tool does: one sentence. */
  readonly about: string;
  /** Left half of the badge. */
  readonly badgeLabel: string;
  readonly badgeNothing: string;
  readonly howMeasured: string;
  readonly howToFix: string;
  readonly references: string;
  /** Stands for the meaning of a rule that this version does not know. */
  readonly unknownRule: string;
  readonly findingId: (id: string) => string;
  /** Only some of all findings are in the file. */
  readonly truncated: (kept: number, all: number) => string;
  readonly withoutExcerpts: string;
  readonly withoutPaths: string;
  /** What relative paths are relative to. */
  readonly root: string;
  /** Findings whose file lies outside of the tree, by what the report says. */
  readonly unplaced: (count: number) => string;
  readonly moreDiagnostics: (count: number) => string;
}
