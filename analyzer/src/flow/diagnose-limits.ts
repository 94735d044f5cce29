import type { Diagnostic } from '../base/diagnostics.ts';
import type { Text } from '../base/text.ts';
import type { SecurityView } from './security-view.ts';

/** Bodies named one by one; the number of the others is told. */
const MOST_NAMED = 20;

/** What a limit kept the analysis from following: beside results that may be missing something for it. */
export function diagnoseLimits({
  truncated,
  entryPoints,
}: Pick<SecurityView, 'truncated' | 'entryPoints'>): Diagnostic[] {
  const { entries, bodies, depthLimit } = truncated;
  const ways: Diagnostic[] =
    entries.length === 0
      ? []
      : [
          {
            code: 'ways-cut-short',
            stage: 'flow',
            severity: 'info',
            message: {
              en: `For ${entries.length} of ${entryPoints.length} entry points some ways were followed no further than ${depthLimit} calls or the limit of their number, first for ${entries[0]}.`,
              ru: `От ${entries.length} из ${entryPoints.length} точек входа некоторые пути пройдены не дальше ${depthLimit} вызовов или предела их числа; первая — ${entries[0]}.`,
            },
            hint: {
              en: 'A greater maxDepth follows them further and takes longer.',
              ru: 'Больший maxDepth проведёт их дальше, но займёт больше времени.',
            },
          },
        ];
  const others = bodies.length - MOST_NAMED;
  return [
    ...ways,
    ...bodies.slice(0, MOST_NAMED).map(
      ({ label, location }, index): Diagnostic => ({
        code: 'body-too-large',
        stage: 'flow',
        severity: 'warning',
        message: unfollowed(label, index === MOST_NAMED - 1 ? others : 0),
        hint: {
          en: 'Usually generated code; exclude it, or split the method.',
          ru: 'Обычно это сгенерированный код; исключите его или разделите метод.',
        },
        ...location,
      }),
    ),
  ];
}

function unfollowed(label: string, others: number): Text {
  const more =
    others > 0 ? { en: `, as do ${others} more`, ru: `, и ещё таких ${others}` } : { en: '', ru: '' };
  return {
    en: `Values were not followed through ${label} to the end: its body takes too much work${more.en}.`,
    ru: `Значения прослежены через ${label} не до конца: тело метода слишком велико${more.ru}.`,
  };
}
