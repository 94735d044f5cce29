/** Rules of the findings, by metric. An id is stable for ever: alerts, suppressions and URLs are keyed by it. */
export const RULE_IDS = [
  'CSQA-A1-public-entry-point',
  'CSQA-A1-unvalidated-input',
  'CSQA-A1-inert-guard',
  'CSQA-A1-shadowed-rule',
  'CSQA-A1-management-exposed',
  'CSQA-A2-complex-near-entry',
  'CSQA-A3-loose-input',
  'CSQA-B1-thin-defence',
  'CSQA-B2-privileged-near-public',
  'CSQA-B3-uneven-protection',
  'CSQA-B4-empty-catch',
  'CSQA-B4-fails-open',
  'CSQA-B4-ambiguous-catch',
  'CSQA-C1-long-unchecked-path',
  'CSQA-C1-sql-injection',
  'CSQA-C1-nosql-injection',
  'CSQA-C1-command-injection',
  'CSQA-C1-code-injection',
  'CSQA-C1-template-injection',
  'CSQA-C1-unsafe-reflection',
  'CSQA-C1-unsafe-deserialization',
  'CSQA-C1-path-traversal',
  'CSQA-C1-ssrf',
  'CSQA-C1-xss',
  'CSQA-C1-open-redirect',
  'CSQA-C1-header-injection',
  'CSQA-C1-ldap-injection',
  'CSQA-C1-xpath-injection',
  'CSQA-C1-xxe',
  'CSQA-C1-jndi-injection',
  'CSQA-C2-exception-detail-in-response',
  'CSQA-C3-secret-in-log',
  'CSQA-C3-secret-in-response',
  'CSQA-D1-many-technologies',
  'CSQA-D2-long-trust-chain',
  'CSQA-E1-home-made-crypto',
  'CSQA-E1-unusual-security-library',
  'CSQA-E1-many-dependencies',
  'CSQA-E1-unpinned-dependency',
  'CSQA-F1-untested-module',
  'CSQA-F1-duplication',
  'CSQA-F2-untested-guard',
] as const;

/** Id of a rule that this version knows; a report may carry rules of a later one. */
export type RuleId = (typeof RULE_IDS)[number];

/** Whether the rule is one that this version knows, and so has a title for. */
export function isRuleId(rule: string): rule is RuleId {
  return (RULE_IDS as readonly string[]).includes(rule);
}
