import { gateReasonText } from '@csqa/report';
import type { GateVerdict } from '../analysis/gate.ts';
import { hanging } from '../terminal/layout.ts';
import type { SummaryContext } from './summary-context.ts';

/** Whether the gate holds, and every reason why it does not. */
export function verdictLines(gate: GateVerdict, context: SummaryContext): readonly string[] {
  const { words, texts, look } = context;
  const { paint, glyphs, width } = look;
  if (gate === null) return [paint.dim(texts.summary.gateNotSet)];
  if (gate.verdict === 'passed') return [paint.green(paint.bold(`${glyphs.good} ${words.gate.passed}`))];
  return [
    paint.red(paint.bold(`${glyphs.bad} ${words.gate.failed}`)),
    ...gate.reasons.flatMap((reason) =>
      hanging(`  ${glyphs.bullet}`, gateReasonText(reason, words.language), { head: 4, width }),
    ),
  ];
}
