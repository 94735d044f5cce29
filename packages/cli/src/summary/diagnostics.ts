import { plain, type ReportDiagnostic } from '@csqa/report';
import { hanging } from '../terminal/layout.ts';
import { LONGEST_PATH, MARGIN, type SummaryContext } from './summary-context.ts';

/** Diagnostics shown; report.json has all. */
const SHOWN = 3;

/** Problems that did not stop the analysis, the graver ones first; none, no lines. */
export function diagnostics(context: SummaryContext): readonly string[] {
  const { report, texts, look } = context;
  const grave = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .toSorted((left, right) => Number(right.severity === 'error') - Number(left.severity === 'error'));
  if (grave.length === 0) return [];
  const { paint, glyphs, width } = look;
  const lines = grave
    .slice(0, SHOWN)
    .flatMap((diagnostic) =>
      hanging('', `${place(diagnostic)}${plain(diagnostic.message, 400)}`, { head: MARGIN, width }),
    );
  const rest =
    grave.length > SHOWN
      ? [paint.dim(`  ${glyphs.ellipsis} ${context.words.summary.more(grave.length - SHOWN)}`)]
      : [];
  return ['', paint.yellow(`${glyphs.warn} ${texts.summary.diagnostics(grave.length)}`), ...lines, ...rest];
}

/** Where it is; most sentences about a whole file name it themselves. */
function place({ file, line, message }: ReportDiagnostic): string {
  if (file === undefined || (line === undefined && message.includes(file))) return '';
  return `${plain(file, LONGEST_PATH)}${line === undefined ? '' : `:${line}`} `;
}
