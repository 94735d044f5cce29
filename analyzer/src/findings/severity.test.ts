import { describe, expect, it } from 'vitest';
import type { MetricEvidence } from '../metrics/metric.ts';
import { gradeSeverity } from './severity.ts';

type Situation = Pick<MetricEvidence, 'severity' | 'exposure' | 'confidence'>;

describe('the severity of a finding', () => {
  it.each<[string, Situation, string]>([
    ['is the base of its rule', { confidence: 'high' }, 'medium'],
    ['is what its figure says', { severity: 'high', confidence: 'high' }, 'high'],
    ['rises where anybody gets there', { exposure: 'anonymous', confidence: 'high' }, 'high'],
    ['falls where only who is inside does', { exposure: 'internal', confidence: 'high' }, 'low'],
    ['ends at critical', { severity: 'critical', exposure: 'anonymous', confidence: 'high' }, 'critical'],
    ['ends at low', { severity: 'low', exposure: 'internal', confidence: 'high' }, 'low'],
    ['is medium at most where a fact is not sure', { severity: 'critical', confidence: 'low' }, 'medium'],
    ['keeps what is medium-sure', { severity: 'critical', confidence: 'medium' }, 'critical'],
    ['never rises by being unsure', { severity: 'low', confidence: 'low' }, 'low'],
  ])('%s', (_, situation, expected) => {
    expect(gradeSeverity('B4-ambiguous-catch', situation)).toBe(expected);
  });
});
