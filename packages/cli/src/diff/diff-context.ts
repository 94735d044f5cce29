import type { Catalogue, Comparison } from '@csqa/report';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';

/** What every part of a comparison is written with. */
export interface DiffContext {
  readonly comparison: Comparison;
  readonly words: Catalogue;
  readonly texts: CliTexts;
  readonly look: Look;
}
