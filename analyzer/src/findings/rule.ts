import type { RuleId } from '@csqa/report';
import { GUARDS_RU, labelIn, type Text } from '../base/text.ts';
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

  readonly #language: keyof Text;

  /** `language` is that of the text that asks: facts that are words answer in it. */
  constructor(evidence: Pick<MetricEvidence, 'facts' | 'framework'>, language: keyof Text) {
    this.#language = language;
    this.#values = evidence.facts;
    this.framework = evidence.framework ?? '';
  }

  /** One value as text; lists are joined by commas. */
  text(name: string): string {
    const value = this.#values[name];
    if (value === undefined) return '';
    if (isList(value)) return value.join(', ');
    return typeof value === 'number' ? String(value) : labelIn(this.#language, value);
  }

  /** A count; 0 where absent or not a number. */
  count(name: string): number {
    const value = this.#values[name];
    return typeof value === 'number' ? value : 0;
  }

  list(name: string): readonly string[] {
    const value = this.#values[name];
    return value !== undefined && isList(value) ? value : [];
  }

  /** Whether the place is handled by one of the frameworks, by the beginning of their model's name. */
  isOf(...prefixes: readonly string[]): boolean {
    return prefixes.some((prefix) => this.framework.startsWith(prefix));
  }
}

function isList(value: MetricEvidence['facts'][string]): value is readonly string[] {
  return Array.isArray(value);
}

/** English plural: `1 hop`, `2 hops`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Guard categories as Russian readers know them. */
export function categoriesRu(categories: readonly string[]): string {
  return categories.map((category) => GUARDS_RU[category] ?? category).join(', ');
}
