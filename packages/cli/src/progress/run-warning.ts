import type { AnalysisProgress } from '@csqa/orchestrator';
import { plain } from '@csqa/report';
import type { DisplayTools } from './progress-display.ts';

/** UTF-16 units shown of a warning. */
const LONGEST_WARNING = 400;

/** The line of a warning about the run itself; null for any other event. */
export function warningLine(event: AnalysisProgress, { look, texts }: DisplayTools): string | null {
  if (event.type !== 'warning') return null;
  const message = (texts.language === 'ru' ? event.ru : undefined) ?? event.message;
  return `${look.paint.yellow(`${texts.progress.warning}:`)} ${plain(message, LONGEST_WARNING)}`;
}
