import {
  type ComparedFinding,
  clipText,
  type FindingRef,
  isNewRisk,
  type Language,
  plain,
  type Severity,
} from '@csqa/report';
import type { Inputs } from '../inputs/inputs.ts';
import type { AnalysisOutcome } from '../run-types.ts';

/** The kinds of annotation that a runner knows, the worst first. */
export type AnnotationKind = 'error' | 'warning' | 'notice';

/** A remark beside a line of a pull request. All texts are plain: without markup and control characters. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  readonly message: string;
  /** Relative to the repository; null for the one that says how many more there are. */
  readonly file: string | null;
  readonly line: number | null;
}

/**
 * A step may have ten of each kind, and the runner drops the rest without a word. One says how many findings are not shown; an
 * error is left for the verdict, and a warning each for what was not published and for inputs that do not exist.
 */
const MOST_OF_A_KIND: Readonly<Record<AnnotationKind, number>> = { error: 8, warning: 7, notice: 9 };

const KINDS: Readonly<Record<Severity, AnnotationKind>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

const LONGEST_TITLE = 200;
const LONGEST_MESSAGE = 2_000;

/** What is annotated. */
type Annotated = Pick<AnalysisOutcome, 'project' | 'head' | 'comparison'>;

interface Placed {
  readonly finding: FindingRef;
  readonly isNew: boolean;
  readonly isInChange: boolean;
  readonly path: string;
}

/** The annotations of a run: new findings before known ones, those in changed lines before those in untouched files, worst first. */
export function annotationsOf(
  outcomes: readonly Annotated[],
  asked: Inputs['annotations'],
  language: Language,
): readonly Annotation[] {
  if (asked === 'none') return [];
  const placed = outcomes
    .flatMap((outcome) => findingsOf(outcome, asked))
    .toSorted(
      (left, right) =>
        Number(right.isNew) - Number(left.isNew) ||
        Number(right.isInChange) - Number(left.isInChange) ||
        rank(left) - rank(right),
    );
  return (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const ofKind = placed.filter(({ finding }) => KINDS[finding.severity] === kind);
    const shown = ofKind.slice(0, MOST_OF_A_KIND[kind]).map((one) => annotation(one, kind, language));
    const left = ofKind.length - shown.length;
    return left === 0 ? shown : [...shown, rest(kind, left, language)];
  });
}

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

function rank({ finding }: Placed): number {
  return ORDER.indexOf(finding.severity);
}

/** Without a baseline nobody can tell which are new: then all are shown only where all were asked for. */
function findingsOf({ project, head, comparison }: Annotated, asked: 'new' | 'all'): readonly Placed[] {
  const inRepository = (file: string): string => (project.path === '' ? file : `${project.path}/${file}`);
  const place = (finding: FindingRef, compared: ComparedFinding | null): Placed => ({
    finding,
    isNew: compared !== null && isNewRisk(compared),
    isInChange: compared !== null && compared.origin !== 'ripple',
    path: inRepository(finding.file),
  });
  if (comparison === null || comparison.comparability.verdict === 'not-comparable')
    return asked === 'all' ? head.findings.map((finding) => place(finding, null)) : [];
  return comparison.findings
    .filter(({ state }) => state !== 'fixed' && state !== 'suppressed')
    .map((compared) => place(compared.finding, compared))
    .filter(({ isNew }) => isNew || asked === 'all');
}

function annotation({ finding, path }: Placed, kind: AnnotationKind, language: Language): Annotation {
  const what = (language === 'ru' ? finding.localized?.ru?.what : undefined) ?? finding.what;
  return {
    kind,
    title: clipText(plain(`CSQA ${finding.rule} (${finding.id})`, LONGEST_TITLE), LONGEST_TITLE),
    message: clipText(plain(what, LONGEST_MESSAGE), LONGEST_MESSAGE),
    file: plain(path, 1_024),
    line: finding.line,
  };
}

function rest(kind: AnnotationKind, left: number, language: Language): Annotation {
  const message =
    language === 'ru'
      ? `Ещё находок этого рода: ${left}; все они в сводке задания.`
      : `Findings of this kind that are not shown here: ${left}; the job summary has them all.`;
  return { kind, title: 'CSQA', message, file: null, line: null };
}
