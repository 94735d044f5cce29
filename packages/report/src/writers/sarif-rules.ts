import type { ReportingDescriptor, ToolComponent } from 'sarif';
import { cweReference, owaspReference, type Reference } from '../rules/references.ts';
import { categoriesOf, RULE_FACTS } from '../rules/rule-facts.ts';
import { isRuleId, RULE_IDS, type RuleId } from '../rules/rule-ids.ts';
import { RULE_PRECISION } from '../rules/rule-precision.ts';
import type { Finding } from '../schema/finding.ts';
import { GROUP_IDS, METRIC_IDS, type MetricId, type Severity } from '../schema/vocabulary.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { en } from '../text/en.ts';
import { plain } from '../text/plain.ts';
import { prose } from './markdown-text.ts';

/** Rules and weaknesses that results refer to by their place in these lists. */
export interface SarifRules {
  readonly descriptors: readonly ReportingDescriptor[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly taxonomy: ToolComponent;
  /** By number of the CWE list. */
  readonly taxonIndexOf: ReadonlyMap<string, number>;
}

/** Name of the taxonomy that results and rules refer to. */
export const CWE = 'CWE';

/** Characters of a rule's descriptions that GitHub takes. */
const LONGEST_DESCRIPTION = 1_000;

/** GitHub keeps ten tags of a rule. */
const MOST_TAGS = 10;

/** Bounds of GitHub's bands: critical above 9, high from 7, medium from 4, low below. */
const SECURITY_SEVERITY: Readonly<Record<Severity, number>> = {
  critical: 9.5,
  high: 8,
  medium: 5.5,
  low: 2.5,
  info: 0.5,
};

/** Weaknesses in the taxonomy. All of our rules have about a hundred; a report may bring some of its own. */
const MOST_WEAKNESSES = 2_000;

/** All rules of this version, so that a reader sees what was looked for, and those of the findings that it does not know. */
export function sarifRules(findings: readonly Finding[], text: Catalogue): SarifRules {
  const unknown = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (isRuleId(finding.rule)) continue;
    const others = unknown.get(finding.rule);
    if (others === undefined) unknown.set(finding.rule, [finding]);
    else others.push(finding);
  }
  const taxonIndexOf = new Map(weaknesses(findings).map((number, index) => [number, index]));
  const descriptors = [
    ...RULE_IDS.map((rule) => knownRule(rule, { text, taxonIndexOf })),
    ...[...unknown].map(([rule, found]) => unknownRule(rule, found, text)),
  ];
  return {
    descriptors,
    indexOf: new Map(descriptors.map(({ id }, index) => [id, index])),
    taxonomy: cweTaxonomy([...taxonIndexOf.keys()]),
    taxonIndexOf,
  };
}

/** `error` for critical and high, `warning` for medium, `note` for the rest. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'error';
    case 'medium':
      return 'warning';
    case 'low':
    case 'info':
      return 'note';
  }
}

interface RuleSetting {
  readonly text: Catalogue;
  readonly taxonIndexOf: ReadonlyMap<string, number>;
}

function knownRule(rule: RuleId, { text, taxonIndexOf }: RuleSetting): ReportingDescriptor {
  const { cwe, owasp } = categoriesOf(rule);
  const { severities } = RULE_FACTS[rule];
  const [main] = cwe;
  return {
    id: rule,
    name: nameOf(rule),
    shortDescription: { text: text.rules[rule] },
    fullDescription: { text: plain(text.ruleMeanings[rule], LONGEST_DESCRIPTION) },
    ...(main === undefined ? {} : { helpUri: cweReference(main).url }),
    help: helpOf(rule, [...cwe.map(cweReference), ...owasp.map(owaspReference)], text),
    defaultConfiguration: { level: levelOf(severities[0] ?? 'medium') },
    relationships: taxonReferences(cwe, taxonIndexOf).map((target) => ({ target, kinds: ['relevant'] })),
    properties: {
      tags: tagsOf(metricOf(rule), cwe),
      precision: RULE_PRECISION[rule],
      'security-severity': securitySeverity(severities),
    },
  };
}

/** A rule of a later version: what its findings say about it, and nothing made up. */
function unknownRule(rule: string, findings: readonly Finding[], text: Catalogue): ReportingDescriptor {
  const severities = [...new Set(findings.map(({ severity }) => severity))];
  const about = { text: text.formats.unknownRule };
  return {
    id: rule,
    name: nameOf(rule),
    shortDescription: { text: rule },
    fullDescription: about,
    help: about,
    properties: {
      tags: tagsOf(findings[0]?.metric, [...new Set(findings.flatMap(({ cwe }) => cwe))]),
      precision: 'low',
      'security-severity': securitySeverity(severities),
    },
  };
}

/** `CSQA-A1-public-entry-point` → `PublicEntryPoint`. */
function nameOf(rule: string): string {
  const words = rule.split('-').slice(2);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function metricOf(rule: RuleId): MetricId | undefined {
  return METRIC_IDS.find((id) => rule.startsWith(`CSQA-${id}-`));
}

/** GitHub knows one number a rule: the mean of the severities that its findings may have. */
function securitySeverity(severities: readonly Severity[]): string {
  const total = severities.reduce((sum, severity) => sum + SECURITY_SEVERITY[severity], 0);
  return (total / Math.max(1, severities.length)).toFixed(1);
}

function tagsOf(metric: MetricId | undefined, cwe: readonly string[]): string[] {
  const group = GROUP_IDS.find((id) => metric?.startsWith(id));
  const about = metric === undefined || group === undefined ? [] : [metric, kebab(en.groups[group].name)];
  const weaknessTags = cwe.map((id) => `external/cwe/cwe-${numberOf(id).padStart(3, '0')}`);
  return ['security', 'architecture', ...about, ...weaknessTags].slice(0, MOST_TAGS);
}

function kebab(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function helpOf(
  rule: RuleId,
  references: readonly Reference[],
  text: Catalogue,
): { text: string; markdown: string } {
  const metric = metricOf(rule);
  const measured =
    metric === undefined ? '' : `${text.metrics[metric].question} ${text.metrics[metric].definition}`;
  const titled = (reference: Reference): string =>
    reference.name === '' ? reference.id : `${reference.id} ${reference.name}`;
  const parts: readonly (readonly [heading: string, body: string])[] = [
    [`${text.formats.howMeasured} (${metric ?? ''})`, measured],
    [text.formats.howToFix, text.ruleFixes[rule]],
  ];
  return {
    text: [
      text.ruleMeanings[rule],
      ...parts.map(([heading, body]) => `${heading}: ${body}`),
      `${text.formats.references}: ${references.map(titled).join(', ')}.`,
    ].join('\n\n'),
    markdown: [
      prose(text.ruleMeanings[rule]),
      ...parts.map(([heading, body]) => `## ${prose(heading)}\n\n${prose(body)}`),
      `## ${prose(text.formats.references)}\n\n${references.map((reference) => `- [${prose(titled(reference))}](${reference.url})`).join('\n')}`,
    ].join('\n\n'),
  };
}

/** Numbers of the weaknesses of all rules and of the findings, in their order. */
function weaknesses(findings: readonly Finding[]): string[] {
  const numbers = new Set(RULE_IDS.flatMap((rule) => categoriesOf(rule).cwe).map(numberOf));
  for (const { cwe } of findings) {
    for (const id of cwe) if (numbers.size < MOST_WEAKNESSES) numbers.add(numberOf(id));
  }
  return [...numbers].sort((left, right) => Number(left) - Number(right));
}

function cweTaxonomy(numbers: readonly string[]): ToolComponent {
  return {
    name: CWE,
    organization: 'MITRE',
    shortDescription: { text: 'Common Weakness Enumeration.' },
    informationUri: 'https://cwe.mitre.org/',
    isComprehensive: false,
    taxa: numbers.map((number) => ({ id: number, helpUri: cweReference(`CWE-${number}`).url })),
  };
}

/** A place in the taxonomy. */
interface TaxonReference {
  readonly id: string;
  readonly index: number;
  readonly toolComponent: { readonly name: string; readonly index: number };
}

/** `CWE-862` and others as places in the taxonomy; those that it does not have are left out. */
export function taxonReferences(
  ids: readonly string[],
  taxonIndexOf: ReadonlyMap<string, number>,
): TaxonReference[] {
  return ids.map(numberOf).flatMap((id) => {
    const index = taxonIndexOf.get(id);
    return index === undefined ? [] : [{ id, index, toolComponent: { name: CWE, index: 0 } }];
  });
}

function numberOf(id: string): string {
  return String(Number(id.slice('CWE-'.length)));
}
