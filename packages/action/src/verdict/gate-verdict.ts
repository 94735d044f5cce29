import {
  asksAnything,
  type GateConditions,
  type GateJudgement,
  type GateReason,
  gateOfConfig,
  gateReasonText,
  judgeGate,
  type Language,
  severitiesFrom,
} from '@csqa/report';
import type { Inputs } from '../inputs/inputs.ts';
import type { AnalysisOutcome, GateVerdict } from '../run-types.ts';

/** The gate as the workflow sets it. */
export interface GateSetting extends Pick<Inputs, 'gate' | 'onMissingBaseline' | 'language'> {
  /** Whether there is a change to judge; without one, conditions on new findings and on increases are not asked. */
  readonly isJudged: boolean;
}

/** What is judged. */
type Judged = Pick<AnalysisOutcome, 'head' | 'base' | 'comparison' | 'policy'>;

/** Reasons that say nothing about the code: that something could not be told. */
const UNTOLD: ReadonlySet<GateReason['code']> = new Set(['no-baseline', 'nothing-analysed', 'no-index']);

/** Reasons that the one sentence repeats; the summary has all of them. */
const MOST_REASONS = 3;

/**
 * What the gate says of a project, from the reports alone: what is published, and whether, changes nothing of it. What could
 * not be told is an error and not green, unless the workflow asks for that.
 */
export function judgeProject(analysis: Judged, setting: GateSetting): GateVerdict {
  const { head, comparison, base } = analysis;
  const conditions = conditionsOf(analysis, setting);
  const judgement = judgeGate({ report: head, comparison, conditions });
  const shown = asksAnything(conditions) || judgement.verdict === 'failed' ? judgement : null;
  if (judgement.verdict === 'passed') {
    return { outcome: 'passed', judgement: shown, sentence: passedSentence(analysis, setting.language) };
  }
  const failed = judgement.reasons.filter(({ code }) => !UNTOLD.has(code));
  const told = failed.length > 0 ? failed : judgement.reasons;
  const reasons = told.slice(0, MOST_REASONS).map((reason) => gateReasonText(reason, setting.language));
  const isUnreachable = failed.length === 0 && base.status === 'absent' && hasNoBaseline(judgement);
  return {
    outcome: failed.length > 0 ? 'gate-failed' : 'error',
    judgement: shown,
    sentence: [
      `${reasons.join('; ')}.`,
      ...(isUnreachable ? [base.text, WAY_OUT[setting.language]] : []),
    ].join(' '),
  };
}

const WAY_OUT: Readonly<Record<Language, string>> = {
  en: 'on-missing-baseline: full judges every finding instead, pass asks nothing.',
  ru: 'С on-missing-baseline: full судят по всем находкам, с pass не спрашивают ничего.',
};

function hasNoBaseline({ reasons }: GateJudgement): boolean {
  return reasons.some(({ code }) => code === 'no-baseline');
}

function conditionsOf(judged: Judged, setting: GateSetting): GateConditions {
  const { gate, onMissingBaseline, isJudged } = setting;
  const { base } = judged;
  const configured = configuredGate(judged);
  const { failOn, maxRisk, maxRiskIncrease } = gate;
  const isConfigured = asksAnything(configured);
  const conditions: GateConditions = {
    ...configured,
    ...(failOn ?? (isConfigured ? {} : { failOnNew: severitiesFrom('high') })),
    ...(maxRisk === undefined ? {} : { maxRisk }),
    ...(maxRiskIncrease === undefined ? {} : { maxRiskIncrease }),
    ...(onMissingBaseline === undefined ? {} : { onMissingBaseline: WORDS[onMissingBaseline] }),
    // Where it is known that nothing was there before, everything is new.
    ...(base.status === 'absent' && base.reason === 'nothing-there'
      ? { onMissingBaseline: 'full' as const }
      : {}),
    allowEmpty: gate.allowEmpty,
  };
  return isJudged ? conditions : withoutChange(conditions);
}

/** A change is judged by the gate that is there, not by the one that it brings along. */
function configuredGate({ head, policy }: Judged): GateConditions {
  switch (policy.of) {
    case 'base':
      return policy.gate;
    case 'head':
      return gateOfConfig(head.meta.config);
    case 'unknown': {
      const { onMissingBaseline: _, ...gate } = gateOfConfig(head.meta.config);
      return gate;
    }
  }
}

const WORDS = { error: 'fail', full: 'full', pass: 'pass' } as const;

function withoutChange(conditions: GateConditions): GateConditions {
  const { failOnNew, maxRiskIncrease, maxMetricIncrease, maxGroupIncrease, ...absolute } = conditions;
  return absolute;
}

function passedSentence({ head, comparison }: Judged, language: Language): string {
  const open = head.findings.length;
  if (comparison === null)
    return language === 'ru' ? `Открытых находок: ${open}.` : `Open findings: ${open}.`;
  const { new: added, fixed } = comparison.counts;
  return language === 'ru'
    ? `Новых находок: ${added}, исправлено: ${fixed}, всего открыто: ${open}.`
    : `New findings: ${added}, fixed: ${fixed}, open in all: ${open}.`;
}
