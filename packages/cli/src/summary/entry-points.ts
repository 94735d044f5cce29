import { ACCESS_VERDICTS, type AccessVerdict, ENTRY_KINDS } from '@csqa/report';
import { hanging } from '../terminal/layout.ts';
import type { Paint } from '../terminal/terminal.ts';
import { MARGIN, type SummaryContext } from './summary-context.ts';

/** How many doors there are, of which kinds, and who may come in. */
export function entryPoints(context: SummaryContext): readonly string[] {
  const { report, words, look } = context;
  const { paint, glyphs, width } = look;
  const total = report.entryPoints.length;
  const heading = `${paint.bold(words.summary.entryPoints)}  ${total}`;
  if (total === 0) return [heading, `  ${words.summary.noEntryPoints}`];
  const between = ` ${glyphs.bullet} `;
  const kinds = ENTRY_KINDS.flatMap((kind) => {
    const count = report.entryPoints.filter((entry) => entry.kind === kind).length;
    return count === 0 ? [] : [`${words.entryKinds[kind]} ${count}`];
  });
  const verdicts = ACCESS_VERDICTS.flatMap((verdict) => {
    const count = report.entryPoints.filter((entry) => entry.access.verdict === verdict).length;
    return count === 0 ? [] : [paintVerdict(paint, verdict, `${words.accessVerdicts[verdict]} ${count}`)];
  });
  const room = { head: MARGIN, width };
  return [`${heading}${paint.dim(` (${kinds.join(', ')})`)}`, ...hanging('', verdicts.join(between), room)];
}

function paintVerdict(paint: Paint, verdict: AccessVerdict, text: string): string {
  switch (verdict) {
    case 'public':
      return paint.red(text);
    case 'unknown':
      return paint.yellow(text);
    case 'authenticated':
    case 'authorized':
      return paint.green(text);
    case 'denied':
      return paint.dim(text);
  }
}
