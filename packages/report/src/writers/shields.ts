import type { Report } from '../schema/report.ts';
import { badgeText } from './badge-text.ts';
import type { RenderOptions } from './writer.ts';

/** badge.json: the same badge for the endpoint of shields.io, which draws it in the style that its URL asks for. */
export function renderShields(report: Report, { lang }: RenderOptions): string {
  const { label, message, color } = badgeText(report, lang);
  return `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`;
}
