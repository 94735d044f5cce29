import { describe, expect, it } from 'vitest';
import { findingSchema } from '../schema/finding.ts';
import { owaspCategoriesOf } from './cwe-categories.ts';
import { categoriesOf, RULE_FACTS } from './rule-facts.ts';
import { RULE_IDS } from './rule-ids.ts';

describe('the facts of a rule', () => {
  it.each(RULE_IDS)('%s name a weakness and a severity, in the words of the contract', (rule) => {
    const { cwe, owasp, asvs } = categoriesOf(rule);
    expect(cwe.length).toBeGreaterThan(0);
    expect(RULE_FACTS[rule].severities.length).toBeGreaterThan(0);
    expect(
      findingSchema.pick({ cwe: true, owasp: true, asvs: true }).safeParse({ cwe, owasp, asvs }),
    ).toMatchObject({
      success: true,
    });
  });

  it('sort severities worst first', () => {
    const order = ['critical', 'high', 'medium', 'low', 'info'];
    for (const { severities } of Object.values(RULE_FACTS)) {
      expect(severities).toEqual(
        severities.toSorted((left, right) => order.indexOf(left) - order.indexOf(right)),
      );
    }
  });
});

describe('categories of the OWASP Top 10', () => {
  it.each([
    ['one edition each', [862], ['A01:2021', 'A01:2025']],
    ['several weaknesses once', [306, 862], ['A01:2021', 'A07:2021', 'A01:2025', 'A07:2025']],
    ['what only one edition lists', [390], ['A10:2025']],
    ['what neither lists', [1121], []],
    ['one weakness in two categories', [73], ['A03:2021', 'A04:2021', 'A06:2025']],
  ])('follow from the weaknesses: %s', (_, cwes, expected) => {
    expect(owaspCategoriesOf(cwes)).toEqual(expected);
  });
});
