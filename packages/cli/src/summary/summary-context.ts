import type { Catalogue, Report } from '@csqa/report';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';

/** What every part of the summary is drawn with. */
export interface SummaryContext {
  readonly report: Report;
  /** What was analysed, where the configuration gives the project no name. */
  readonly subject: string;
  /** Words of the report: names of metrics, severities, verdicts. */
  readonly words: Catalogue;
  /** Words of the command line. */
  readonly texts: CliTexts;
  readonly look: Look;
}

/** Columns of the headings at the left. */
export const MARGIN = 2;

/** UTF-16 units kept of a name that comes from the analysed tree. */
export const LONGEST_LABEL = 240;

/** UTF-16 units kept of a path: paths are shown whole, so that they can be opened. */
export const LONGEST_PATH = 4_096;
