import type { Catalogue, Report } from '@csqa/report';
import { indent, wrap } from '../terminal/layout.ts';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';

/** What a page of `csqa explain` is drawn with. */
export interface PageContext {
  /** Null where there is none: rules and metrics are explained without. */
  readonly report: Report | null;
  readonly words: Catalogue;
  readonly texts: CliTexts;
  readonly look: Look;
}

/** UTF-16 units kept of a sentence. */
export const LONGEST_SENTENCE = 8_000;

/** A heading with a text under it, broken into lines. */
export function paragraph(heading: string, text: string, { look }: PageContext): readonly string[] {
  return ['', look.paint.bold(heading), ...indent(wrap(text, look.width - 2), 2)];
}
