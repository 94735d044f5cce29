import type { Report } from '../schema/report.ts';
import type { Band } from '../schema/vocabulary.ts';
import type { Language } from '../text/catalogue.ts';
import { textsOf } from '../text/texts-of.ts';

/** A badge: what stands left and right, and the colour of the right half by its name at shields.io. */
export interface BadgeText {
  readonly label: string;
  readonly message: string;
  readonly color: 'brightgreen' | 'yellow' | 'orange' | 'red' | 'lightgrey';
}

const COLORS: Readonly<Record<Band, BadgeText['color']>> = {
  low: 'brightgreen',
  moderate: 'yellow',
  high: 'orange',
  critical: 'red',
};

/** The index with its band. Grey where there is none, and where no source file was analysed: nothing was shown to be safe. */
export function badgeText({ aggregate, files }: Report, language: Language): BadgeText {
  const text = textsOf(language);
  const label = text.formats.badgeLabel;
  const { index, band } = aggregate;
  if (files.analysed === 0) return { label, message: text.formats.badgeNothing, color: 'lightgrey' };
  if (index === null || band === null)
    return { label, message: text.summary.notMeasured, color: 'lightgrey' };
  return { label, message: `${index.toFixed(2)} ${text.bands[band]}`, color: COLORS[band] };
}
