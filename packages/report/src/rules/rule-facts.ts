import type { Severity } from '../schema/vocabulary.ts';
import { owaspCategoriesOf } from './cwe-categories.ts';
import type { RuleId } from './rule-ids.ts';

/** What is fixed about a rule, whatever it finds. */
export interface RuleFacts {
  /** Severities before the situation is looked at, worst first; several where a figure of the finding decides. */
  readonly severities: readonly Severity[];
  /** Weaknesses of the CWE list, most fitting first. The categories of the OWASP Top 10 follow from them. */
  readonly cwe: readonly number[];
  /** Entries of the OWASP API Security Top 10 2023; empty where none fits. */
  readonly api: readonly number[];
  /** Requirements of the OWASP ASVS 5.0.0 that the code found breaks; empty where none fits. */
  readonly asvs: readonly string[];
}

/** Every rule with its weaknesses and requirements. */
export const RULE_FACTS: Readonly<Record<RuleId, RuleFacts>> = {
  'CSQA-A1-public-entry-point': {
    severities: ['high', 'medium'],
    cwe: [306, 862],
    api: [2, 5],
    asvs: ['8.2.1', '8.3.1'],
  },
  'CSQA-A1-unvalidated-input': {
    severities: ['medium'],
    cwe: [20, 1173],
    api: [3],
    asvs: ['2.2.1', '2.2.2'],
  },
  'CSQA-A1-inert-guard': { severities: ['high'], cwe: [862, 1188], api: [5], asvs: ['8.2.1'] },
  'CSQA-A1-shadowed-rule': { severities: ['high', 'low'], cwe: [285, 863], api: [8], asvs: ['8.3.1'] },
  'CSQA-A1-management-exposed': {
    severities: ['critical', 'high', 'low'],
    cwe: [749, 497, 489],
    api: [8, 9],
    asvs: ['13.4.5', '13.4.2'],
  },
  'CSQA-A1-csrf-disabled': { severities: ['medium'], cwe: [352], api: [8], asvs: ['4.1.4'] },
  'CSQA-A1-any-verb': { severities: ['medium'], cwe: [352], api: [8], asvs: ['4.1.4'] },
  'CSQA-A2-complex-near-entry': { severities: ['high', 'medium'], cwe: [1121, 1120], api: [], asvs: [] },
  'CSQA-A3-loose-input': { severities: ['high', 'medium'], cwe: [20, 1284], api: [3], asvs: ['2.2.1'] },
  'CSQA-A3-unbounded-upload': { severities: ['medium'], cwe: [770, 434], api: [4], asvs: ['5.2.1'] },
  'CSQA-A3-mass-assignment': { severities: ['high'], cwe: [915], api: [3], asvs: ['15.3.3'] },
  'CSQA-B1-thin-defence': { severities: ['critical', 'high'], cwe: [653, 657], api: [8], asvs: ['8.3.1'] },
  'CSQA-B1-no-authorization': { severities: ['high'], cwe: [862, 285], api: [5], asvs: ['8.2.1'] },
  'CSQA-B1-no-owner-check': { severities: ['high'], cwe: [639], api: [1], asvs: ['8.2.2'] },
  'CSQA-B1-no-rate-limit': {
    severities: ['high'],
    cwe: [307, 799, 770],
    api: [2, 4],
    asvs: ['6.3.1', '2.4.1'],
  },
  'CSQA-B1-no-audit': { severities: ['low'], cwe: [778, 223], api: [], asvs: ['16.3.1', '16.3.3'] },
  'CSQA-B2-privileged-near-public': {
    severities: ['critical', 'high'],
    cwe: [306, 749],
    api: [5],
    asvs: ['8.2.1'],
  },
  'CSQA-B3-uneven-protection': { severities: ['high', 'medium'], cwe: [863, 424], api: [5], asvs: ['8.3.1'] },
  'CSQA-B4-empty-catch': {
    severities: ['critical', 'medium'],
    cwe: [390, 391, 1069],
    api: [],
    asvs: ['16.5.3', '16.3.4'],
  },
  'CSQA-B4-fails-open': { severities: ['high'], cwe: [636, 280, 755], api: [], asvs: ['16.5.3'] },
  'CSQA-B4-ambiguous-catch': { severities: ['medium'], cwe: [636, 755], api: [], asvs: ['16.5.3'] },
  'CSQA-B4-broad-catch': { severities: ['low'], cwe: [396], api: [], asvs: ['16.5.4'] },
  'CSQA-B4-trust-all-certificates': { severities: ['critical'], cwe: [295], api: [2], asvs: ['12.3.2'] },
  'CSQA-B4-unverified-host': { severities: ['critical'], cwe: [297], api: [2], asvs: ['12.3.2'] },
  'CSQA-B4-unverified-token': { severities: ['critical'], cwe: [347], api: [2], asvs: ['9.1.1'] },
  'CSQA-C1-long-unchecked-path': {
    severities: ['critical', 'high', 'medium'],
    cwe: [20, 1173],
    api: [3],
    asvs: ['2.2.1', '2.2.2'],
  },
  'CSQA-C1-sql-injection': { severities: ['high'], cwe: [89, 564], api: [], asvs: ['1.2.4'] },
  'CSQA-C1-nosql-injection': { severities: ['high'], cwe: [943], api: [], asvs: ['1.2.4'] },
  'CSQA-C1-command-injection': { severities: ['critical'], cwe: [78], api: [], asvs: ['1.2.5'] },
  'CSQA-C1-code-injection': { severities: ['critical'], cwe: [94, 95, 917], api: [], asvs: ['1.3.2'] },
  'CSQA-C1-template-injection': { severities: ['critical'], cwe: [1336, 94], api: [], asvs: ['1.3.7'] },
  'CSQA-C1-unsafe-reflection': { severities: ['high'], cwe: [470], api: [], asvs: ['1.3.2'] },
  'CSQA-C1-unsafe-deserialization': { severities: ['critical'], cwe: [502], api: [], asvs: ['1.5.2'] },
  'CSQA-C1-path-traversal': {
    severities: ['high'],
    cwe: [22, 23, 73],
    api: [],
    asvs: ['5.3.2', '5.3.3', '1.3.3'],
  },
  'CSQA-C1-ssrf': { severities: ['high'], cwe: [918], api: [7], asvs: ['1.3.6'] },
  'CSQA-C1-xss': { severities: ['high'], cwe: [79], api: [], asvs: ['1.2.1'] },
  'CSQA-C1-open-redirect': { severities: ['medium'], cwe: [601], api: [], asvs: ['1.2.2'] },
  'CSQA-C1-header-injection': { severities: ['medium'], cwe: [113], api: [], asvs: ['1.2.1'] },
  'CSQA-C1-ldap-injection': { severities: ['high'], cwe: [90], api: [], asvs: ['1.2.6'] },
  'CSQA-C1-xpath-injection': { severities: ['high'], cwe: [643], api: [], asvs: ['1.2.7'] },
  'CSQA-C1-xxe': { severities: ['high'], cwe: [611], api: [], asvs: ['1.5.1'] },
  'CSQA-C1-jndi-injection': { severities: ['high'], cwe: [74], api: [], asvs: ['1.3.8'] },
  'CSQA-C1-log-injection': { severities: ['low'], cwe: [117], api: [], asvs: ['16.4.1'] },
  'CSQA-C2-exception-detail-in-response': { severities: ['high'], cwe: [209], api: [8], asvs: ['16.5.1'] },
  'CSQA-C2-error-detail-configured': {
    severities: ['medium'],
    cwe: [209, 489, 550],
    api: [8],
    asvs: ['13.4.2', '16.5.1'],
  },
  'CSQA-C2-entity-in-response': {
    severities: ['medium', 'low'],
    cwe: [201, 359],
    api: [3],
    asvs: ['15.3.1'],
  },
  'CSQA-C3-secret-in-log': { severities: ['high'], cwe: [532], api: [], asvs: ['16.2.5'] },
  'CSQA-C3-secret-in-response': {
    severities: ['high'],
    cwe: [200, 201, 598],
    api: [3],
    asvs: ['14.2.1', '15.3.1'],
  },
  'CSQA-C3-hard-coded-secret': {
    severities: ['critical', 'high', 'low'],
    cwe: [798, 259, 321],
    api: [],
    asvs: ['13.3.1'],
  },
  'CSQA-C3-weak-password-storage': { severities: ['high'], cwe: [256, 916], api: [2], asvs: ['11.4.2'] },
  'CSQA-D1-many-technologies': {
    severities: ['high', 'medium'],
    cwe: [501, 346],
    api: [10],
    asvs: ['13.2.1'],
  },
  'CSQA-D2-long-trust-chain': {
    severities: ['high', 'medium'],
    cwe: [441, 807],
    api: [2, 10],
    asvs: ['8.3.3', '13.2.1'],
  },
  'CSQA-D2-trusted-identity-header': {
    severities: ['high'],
    cwe: [290, 807],
    api: [2, 10],
    asvs: ['4.1.3', '13.2.1'],
  },
  'CSQA-E1-home-made-crypto': { severities: ['high'], cwe: [1240, 327], api: [], asvs: ['11.3.2'] },
  'CSQA-E1-unusual-security-library': {
    severities: ['medium'],
    cwe: [1357, 1104],
    api: [],
    asvs: ['15.2.1', '15.2.4'],
  },
  'CSQA-E1-many-dependencies': {
    severities: ['high', 'medium'],
    cwe: [1357, 1104],
    api: [],
    asvs: ['15.2.1', '15.2.4'],
  },
  'CSQA-E1-unpinned-dependency': {
    severities: ['low'],
    cwe: [1104, 1357],
    api: [],
    asvs: ['15.2.1', '15.2.4'],
  },
  'CSQA-E1-version-conflict': {
    severities: ['medium', 'low'],
    cwe: [1357],
    api: [],
    asvs: ['15.2.1', '15.2.4'],
  },
  'CSQA-E1-vulnerable-component': {
    severities: ['critical', 'high', 'medium', 'low'],
    cwe: [1395, 1104],
    api: [],
    asvs: ['15.2.1'],
  },
  'CSQA-F1-untested-module': { severities: ['medium'], cwe: [1059], api: [], asvs: [] },
  'CSQA-F1-duplication': { severities: ['medium'], cwe: [1041], api: [], asvs: [] },
  'CSQA-F2-untested-guard': { severities: ['medium'], cwe: [1059], api: [], asvs: [] },
};

/** Ids of public catalogues that a rule is about, as a report writes them. */
export interface RuleCategories {
  /** `CWE-862`. */
  readonly cwe: readonly string[];
  /** `A01:2021`, `A01:2025`, `API5:2023`. */
  readonly owasp: readonly string[];
  /** `8.2.1`, of ASVS 5.0.0. */
  readonly asvs: readonly string[];
}

/** The ids under which public catalogues know what a rule finds. */
export function categoriesOf(rule: RuleId): RuleCategories {
  const { cwe, api, asvs } = RULE_FACTS[rule];
  return {
    cwe: cwe.map((number) => `CWE-${number}`),
    owasp: [...owaspCategoriesOf(cwe), ...api.map((number) => `API${number}:2023`)],
    asvs,
  };
}
