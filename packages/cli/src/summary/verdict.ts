import { gateReasonText } from '@csqa/report';
import type { GateVerdict } from '../analysis/gate.ts';
import { hanging } from '../terminal/layout.ts';
import type { SummaryContext } from './summary-context.ts';

/** Whether the gate holds, and every reason why it does not. */
export function verdictLines(
  gate: GateVerdict,
  context: Pick<SummaryContext, 'words' | 'texts' | 'look'>,
): readonly string[] {
  const { words, texts, look } = context;
  const { paint, glyphs, width } = look;
  if (gate === null) return [paint.dim(texts.summary.gateNotSet)];
  if (gate.verdict === 'passed') {
    const passed = paint.green(paint.bold(`${glyphs.good} ${words.gate.passed}`));
    return [passed, ...untoldLines(gate, context)];
  }
  return [
    paint.red(paint.bold(`${glyphs.bad} ${words.gate.failed}`)),
    ...gate.reasons.flatMap((reason) =>
      hanging(`  ${glyphs.bullet}`, gateReasonText(reason, words.language), { head: 4, width }),
    ),
  ];
}

/** A pass that somebody asked for although something could not be told says so. */
function untoldLines(
  { conditions }: NonNullable<GateVerdict>,
  { words, look }: Pick<SummaryContext, 'words' | 'look'>,
): readonly string[] {
  const reasons = conditions.flatMap(({ reason, tolerated }) =>
    reason === null || !tolerated ? [] : [gateReasonText(reason, words.language)],
  );
  return [...new Set(reasons)].flatMap((reason) =>
    hanging(`  ${look.glyphs.warn}`, `${words.gate.couldNotTell}: ${reason}`, { head: 4, width: look.width }),
  );
}
