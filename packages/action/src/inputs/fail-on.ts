import { type GateConditions, type Severity, severitiesFrom } from '@csqa/report';
import type { InputKind } from './input-values.ts';

/** The least severity that a condition fails on, by the word of the input. */
const LEAST: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  any: 'info',
};

/** What `fail-on` asks: severities of open findings, and of new ones. */
export type FailOn = Pick<GateConditions, 'failOn' | 'failOnNew'>;

const WORDS = ['none', ...Object.keys(LEAST).flatMap((word) => [`new-${word}`, word])];

/** `new-high`, `high`, both with a comma between, or `none`. */
export const failOn: InputKind<FailOn> = {
  read: (written) => {
    if (written === 'none') return { failOn: [], failOnNew: [] };
    const words = written.split(',').map((word) => word.trim());
    const ofNew = words.filter((word) => word.startsWith('new-'));
    const ofAll = words.filter((word) => !word.startsWith('new-'));
    const failOnNew = severities(ofNew.map((word) => word.slice('new-'.length)));
    const failOn = severities(ofAll);
    return failOn === null || failOnNew === null ? null : { failOn, failOnNew };
  },
  expected: {
    en: `${WORDS.join(', ')}, or one of new findings and one of all with a comma between`,
    ru: `${WORDS.join(', ')}, либо через запятую одно слово о новых находках и одно обо всех`,
  },
};

/** null for an unknown word and for two of them. */
function severities([word, ...more]: readonly string[]): readonly Severity[] | null {
  if (word === undefined) return [];
  const least = Object.hasOwn(LEAST, word) ? LEAST[word] : undefined;
  return least === undefined || more.length > 0 ? null : severitiesFrom(least);
}
