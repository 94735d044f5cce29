import { makeBadge } from 'badge-maker';
import type { Report } from '../schema/report.ts';
import { badgeText } from './badge-text.ts';
import type { RenderOptions } from './writer.ts';

/** badge.svg: the index as a badge for a README. Nothing in it is loaded from elsewhere, and the halves are as wide as their words. */
export function renderBadge(report: Report, { lang }: RenderOptions): string {
  return `${makeBadge(badgeText(report, lang))}\n`;
}
