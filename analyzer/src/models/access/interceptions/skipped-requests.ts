import type { Text } from '../../../base/text.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { conditionAt } from '../code/condition-at.ts';
import { renderOperation } from '../code/render-operation.ts';
import type { EffectContext, InterceptorEffect } from './interceptor-effect.ts';
import { answersOf } from './method-answers.ts';
import { both, PathConditions } from './path-limits.ts';
import { presenceSaid } from './presence.ts';
import { requestValues } from './request-values.ts';

/**
 * What an interceptor does where another method of its class says which requests pass it by: `shouldNotFilter` with true.
 * Requests are told apart by path; what else decides is decided by the settings, or open.
 */
export function withoutSkipped(
  context: EffectContext,
  effect: InterceptorEffect,
  skips: ProgramMethod,
): InterceptorEffect {
  const body = skips.declaration?.body;
  if (body === undefined || body === null) return effect;
  const other = otherSkip(context, skips);
  if (other === 'all') return { ...effect, effect: 'nothing', limits: false };
  const paths = new PathConditions(context, skips, { body });
  const limits = paths.readAnswer(false);
  const limited =
    limits === undefined ? effect : { ...effect, paths: both({ ...effect.paths, unread: null }, limits) };
  const unread = limits?.unread ?? other;
  if (unread === null) return limited;
  if (effect.effect !== 'refuses') return { ...limited, limits: false };
  return { ...limited, effect: 'unknown', limits: false, reason: skipsUnread(skips, unread) };
}

/** What answers with "skip" besides paths: `all` for everybody (or everybody without credentials), else the question, as written. */
function otherSkip(context: EffectContext, method: ProgramMethod): 'all' | string | null {
  const body = method.declaration?.body;
  if (body === undefined || body === null) return null;
  const paths = new PathConditions(context, method, { body });
  const values = requestValues(body);
  const answers = answersOf(body);
  const asksForToken = (value: OperationIndex) =>
    values.isFromRequest(value) &&
    presenceSaid(body, value, { holds: true, leaves: (part) => paths.asks(part) }) === 'missing';
  const isForAll = answers.some(({ value, fixed, conditions, isOnlyOne }) => {
    if (fixed !== undefined) return fixed && isOnlyOne;
    return conditionAt(context, method, value) === true ? conditions.length === 0 : asksForToken(value);
  });
  if (isForAll) return 'all';
  const open = answers.find(
    ({ value, fixed }) =>
      fixed === undefined && conditionAt(context, method, value) === null && !paths.asks(value),
  );
  return open === undefined ? null : renderOperation(method, open.value);
}

function skipsUnread({ owner, name }: ProgramMethod, question: string): Text {
  const type = owner.declaration.name;
  return {
    en: `${type}.${name} leaves out requests that only run time knows: ${question}`,
    ru: `${type}.${name} исключает запросы, известные только при выполнении: ${question}`,
  };
}
