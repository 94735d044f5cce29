import type { ComparedFinding, Comparison, FindingRef } from '../schema/comparison.ts';
import { COMPARISON_VERSION, FINDING_STATES } from '../schema/comparison-words.ts';
import { CONTRACT_VERSION } from '../schema/contract.ts';
import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { SEVERITIES } from '../schema/vocabulary.ts';
import { Explainer } from './causes.ts';
import { comparability } from './comparability.ts';
import { matchFindings, type Pair, type Placed } from './match-findings.ts';
import { scoreChanges } from './metric-changes.ts';
import { compareText } from './ordering.ts';
import { sourceChanges } from './source-changes.ts';
import { surfaceChanges, surfaceDocument } from './surface-changes.ts';
import { topologyChanges, topologyDocument } from './topology-changes.ts';

/**
 * Compares two reports of one project, before and after a change. Both are taken as they are: a caller who judges by a day
 * gives both to `reportAsOf` first. The comparison says by itself how far it can be trusted (`comparability`).
 */
export function compareReports(base: Report, head: Report): Comparison {
  const sources = sourceChanges(base, head);
  const surface = surfaceChanges(base, head);
  const topology = topologyChanges(base, head);
  const explainer = new Explainer(base, head, { sources, surface, topology });
  const findings = comparedFindings(base, head, explainer);
  return {
    comparison: COMPARISON_VERSION,
    contract: CONTRACT_VERSION,
    base: sideOf(base),
    head: sideOf(head),
    comparability: comparability(base, head),
    ...scoreChanges(base, head),
    counts: countsOf(findings),
    findings,
    ...surfaceDocument(surface),
    topology: topologyDocument(topology),
    sources: sources.summary,
  };
}

function sideOf({ meta, files, findings, suppressed }: Report): Comparison['base'] {
  const { tool, version, model, mode, revision, project } = meta;
  return {
    ...{ tool, version, model, mode, revision },
    project: project ?? null,
    filesAnalysed: files.analysed,
    findings: findings.length,
    suppressed: suppressed.length,
  };
}

function comparedFindings(base: Report, head: Report, explainer: Explainer): readonly ComparedFinding[] {
  const { pairs, onlyBase, onlyHead } = matchFindings(base, head);
  const isOpen = (placed: Placed): boolean => placed.isOpen;
  return [
    ...pairs.flatMap((pair) => comparedPair(pair, explainer)),
    ...onlyHead.filter(isOpen).map(({ finding }): ComparedFinding => {
      const { origin, causes } = explainer.explain(finding);
      return { ...compared(finding, 'new'), origin, causes };
    }),
    ...onlyBase
      .filter(isOpen)
      .map(({ finding }) => ({ ...compared(finding, 'fixed'), causes: explainer.goneWith(finding) })),
  ].sort(inOrder);
}

/** Nothing where it is suppressed on both sides. */
function comparedPair({ base, head, by }: Pair, explainer: Explainer): ComparedFinding[] {
  if (!base.isOpen && !head.isOpen) return [];
  if (!head.isOpen) return [{ ...compared(base.finding, 'suppressed'), matchedBy: by }];
  const [was, is] = [base.finding, head.finding];
  const isMoved = was.file !== is.file || was.symbol !== is.symbol;
  const isSame = !isMoved && was.severity === is.severity && was.fingerprint === is.fingerprint;
  const worsened = SEVERITIES.indexOf(is.severity) < SEVERITIES.indexOf(was.severity);
  const state = base.isOpen ? (isMoved ? 'moved' : 'unchanged') : 'reopened';
  return [
    {
      ...compared(is, state),
      matchedBy: by,
      before: isSame ? null : refOf(was),
      worsened,
      ...(worsened ? explainer.explain(is) : {}),
    },
  ];
}

function compared(finding: Finding, state: ComparedFinding['state']): ComparedFinding {
  return {
    ...{ state, matchedBy: null, finding: refOf(finding), before: null },
    ...{ worsened: false, origin: null, causes: [] },
  };
}

function refOf(finding: Finding): FindingRef {
  const { id, fingerprint, rule, metric, severity, confidence, file, line, symbol, what } = finding;
  const { sameCauseAs, entryPoint, localized } = finding;
  return {
    ...{ id, fingerprint, rule, metric, severity, confidence, file, line, symbol, what },
    ...(sameCauseAs === undefined ? {} : { sameCauseAs }),
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(localized?.ru === undefined ? {} : { localized: { ru: { what: localized.ru.what } } }),
  };
}

/** By state, then the worst first, then by place. */
function inOrder(one: ComparedFinding, other: ComparedFinding): number {
  const [left, right] = [one.finding, other.finding];
  return (
    FINDING_STATES.indexOf(one.state) - FINDING_STATES.indexOf(other.state) ||
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    compareText(left.rule, right.rule) ||
    compareText(left.file, right.file) ||
    left.line - right.line ||
    compareText(left.fingerprint, right.fingerprint)
  );
}

function countsOf(findings: readonly ComparedFinding[]): Comparison['counts'] {
  const counts = { new: 0, reopened: 0, moved: 0, unchanged: 0, suppressed: 0, fixed: 0 };
  let [worsened, ripple] = [0, 0];
  for (const finding of findings) {
    counts[finding.state] += 1;
    if (finding.worsened) worsened += 1;
    if (finding.origin === 'ripple') ripple += 1;
  }
  return { ...counts, worsened, ripple };
}
