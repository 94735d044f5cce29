import { describe, expect, it } from 'vitest';
import { asksForAnalysis } from './asks-for-analysis.ts';

describe('a command line that nobody has read yet', () => {
  it.each([['analyze'], ['analyze', '.', '--json', '--timeout', '1m'], ['analyze', '--modern-tree']])(
    'most likely asks for an analysis: %j',
    (...argv) => {
      expect(asksForAnalysis(argv)).toBe(true);
    },
  );

  it.each([
    [],
    ['diff', 'analyze'],
    ['--no-color', 'analyze'],
    ['analyze', '--help'],
    ['analyze', '.', '-h'],
    ['analyze', '--mode=full'],
    ['analyze', '--mode', 'full'],
    ['analyze', '--engine', 'docker'],
    ['analyze', '--memory', '1g'],
  ])('asks for something else, or for another analyzer: %j', (...argv) => {
    expect(asksForAnalysis(argv)).toBe(false);
  });
});
