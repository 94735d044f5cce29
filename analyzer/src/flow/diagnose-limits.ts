import type { Diagnostic } from '../base/diagnostics.ts';
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
            message: `For ${entries.length} of ${entryPoints.length} entry points some ways were followed no further than ${depthLimit} calls or the limit of their number, first for ${entries[0]}.`,
            hint: 'A greater maxDepth follows them further and takes longer.',
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
        message: `Values were not followed through ${label} to the end: its body takes too much work${
          index === MOST_NAMED - 1 && others > 0 ? `, as do ${others} more` : ''
        }.`,
        hint: 'Usually generated code; exclude it, or split the method.',
        ...location,
      }),
    ),
  ];
}
