import type { RuleId } from '../rules/rule-ids.ts';

/** A rule in plain words, whatever it finds. */
export interface RuleText {
  /** What is wrong, in a few words. */
  readonly title: string;
  /** When it is found, when it is not, and what follows: one to three sentences. */
  readonly meaning: string;
}

/** The texts of every rule; a language that lacks one does not compile. */
export type RuleTexts = Readonly<Record<RuleId, RuleText>>;

/** One part of every rule's text. */
export function partOf(texts: RuleTexts, part: keyof RuleText): Readonly<Record<RuleId, string>> {
  const entries = Object.entries(texts).map(([rule, text]) => [rule, text[part]]);
  return Object.fromEntries(entries) as Record<RuleId, string>;
}
