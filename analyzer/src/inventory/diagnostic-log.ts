import type { Diagnostic } from '../base/diagnostics.ts';
import { compareDiagnostic } from '../base/diagnostics.ts';
import type { Text } from '../base/text.ts';

/** Collects diagnostics; a hostile tree cannot make the list long, and nothing is dropped without being counted. */
export interface DiagnosticLog {
  add(diagnostic: Diagnostic): void;
  addAll(diagnostics: Iterable<Diagnostic>): void;
  /** What was kept, in report order, with one `diagnostics-omitted` for each code that had more. */
  finish(): readonly Diagnostic[];
}

/** How many diagnostics of one code are kept. Enough to see the pattern, few enough to read. */
const KEPT_PER_CODE = 50;

/** Starts an empty log. Feed it in a fixed order: of a code with many, the first are the ones kept. */
export function createDiagnosticLog(): DiagnosticLog {
  const kept: Diagnostic[] = [];
  const counts = new Map<string, { total: number; severity: Diagnostic['severity'] }>();
  const add = (diagnostic: Diagnostic): void => {
    const count = counts.get(diagnostic.code) ?? { total: 0, severity: diagnostic.severity };
    count.total += 1;
    counts.set(diagnostic.code, count);
    if (count.total <= KEPT_PER_CODE) kept.push(diagnostic);
  };
  return {
    add,
    addAll: (diagnostics) => {
      for (const diagnostic of diagnostics) add(diagnostic);
    },
    finish: () => {
      const omitted = [...counts].flatMap(([code, { total, severity }]): Diagnostic[] =>
        total <= KEPT_PER_CODE
          ? []
          : [
              {
                code: 'diagnostics-omitted',
                stage: 'inventory',
                severity,
                message: omittedText(total - KEPT_PER_CODE, code),
              },
            ],
      );
      return [...kept, ...omitted].sort(compareDiagnostic);
    },
  };
}

function omittedText(count: number, code: string): Text {
  return {
    en: `${count} more diagnostics of the kind ${code} are not listed`,
    ru: `Ещё ${count} замечаний вида ${code} здесь не перечислены`,
  };
}
