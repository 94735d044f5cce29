import type { RuleId } from '@csqa/report';
import type { MetricEvidence } from '../metrics/metric.ts';

/** What a rule says about one finding, in one language. Plain text without markup; writers escape it. */
export interface RuleText {
  /** The fact: subject and place, present tense, no advice. */
  what(facts: Facts): string;
  /** The risk. */
  why(facts: Facts): string;
  /** What to write here, for the framework in use. */
  fix(facts: Facts): string;
}

/** A rule id without `CSQA-`: `B1-thin-defence`. */
export type RuleName = RuleId extends `CSQA-${infer Name}` ? Name : never;

/** The words of a rule. Its id is stable for ever: alerts, suppressions and addresses are keyed by it. */
export interface Rule {
  readonly id: RuleName;
  readonly en: RuleText;
  readonly ru: RuleText;
}

/** Reads the facts of a piece of evidence with the types that texts need; what is absent reads as empty. */
export class Facts {
  readonly framework: string;
  readonly #values: MetricEvidence['facts'];

  constructor(evidence: Pick<MetricEvidence, 'facts' | 'framework'>) {
    this.#values = evidence.facts;
    this.framework = evidence.framework ?? '';
  }

  /** One value as text; lists are joined by commas. */
  text(name: string): string {
    const value = this.#values[name];
    if (value === undefined) return '';
    return typeof value === 'object' ? value.join(', ') : String(value);
  }

  /** A count; 0 where absent or not a number. */
  count(name: string): number {
    const value = this.#values[name];
    return typeof value === 'number' ? value : 0;
  }

  list(name: string): readonly string[] {
    const value = this.#values[name];
    return typeof value === 'object' ? value : [];
  }

  /** Whether the place is handled by one of the frameworks, by the beginning of their model's name. */
  isOf(...prefixes: readonly string[]): boolean {
    return prefixes.some((prefix) => this.framework.startsWith(prefix));
  }
}

/** English plural: `1 hop`, `2 hops`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Russian plural: `1 шаг`, `2 шага`, `5 шагов`. */
export function pluralRu(count: number, forms: readonly [one: string, few: string, many: string]): string {
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return `${count} ${forms[0]}`;
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return `${count} ${forms[1]}`;
  return `${count} ${forms[2]}`;
}

/** Guard categories as Russian readers know them. */
export function categoriesRu(categories: readonly string[]): string {
  return categories.map((category) => CATEGORIES_RU[category] ?? category).join(', ');
}

const CATEGORIES_RU: Readonly<Record<string, string>> = {
  authentication: 'аутентификация',
  authorization: 'авторизация',
  validation: 'валидация',
  sanitization: 'санитизация',
  'rate-limiting': 'ограничение частоты',
  audit: 'аудит',
};
