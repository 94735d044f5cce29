import { isRuleId } from '@csqa/report';
import type { PageContext } from '../page-context.ts';

/** Title of a rule; one that this version does not know goes by its id. */
export function ruleTitle(rule: string, { terms }: PageContext): string {
  return isRuleId(rule) ? terms.rules[rule] : rule;
}
