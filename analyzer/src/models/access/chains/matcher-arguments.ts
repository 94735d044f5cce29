import type { Text } from '../../../base/text.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { CodeWalker, Frame } from '../code/code-walker.ts';
import { renderOperation } from '../code/render-operation.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import { matcherObject } from './matcher-object.ts';
import { patternsMatcher, verbAt } from './verb-and-patterns.ts';

/** How the patterns among the arguments are compared. */
export interface MatcherStyle {
  readonly style: PatternStyle | 'regex';
  /** Put before every pattern; null where it is not known. */
  readonly prefix: string | null;
}

/**
 * Reads the arguments that start a rule: an optional verb, then patterns (constants, arrays, varargs) or matcher objects.
 * A verb alone takes every path.
 */
export function readMatcherArguments<V>(
  walker: CodeWalker<V>,
  call: { readonly frame: Frame<V>; readonly args: readonly OperationIndex[] },
  style: MatcherStyle,
): RequestMatcher {
  const { frame } = call;
  const verb = call.args[0] === undefined ? undefined : verbAt(frame, call.args[0]);
  if (verb === null)
    return {
      kind: 'unknown',
      reason: { en: 'the verb of the rule is not a constant', ru: 'глагол в правиле — не константа' },
    };
  const rest = verb === undefined ? call.args : call.args.slice(1);
  if (rest.length === 0) return verb === undefined ? { kind: 'none' } : { kind: 'verb', verb };
  const matchers = rest.map((argument) =>
    argumentMatcher(walker, { frame, argument, verb: verb ?? null }, style),
  );
  const [only] = matchers;
  return matchers.length === 1 && only !== undefined ? only : { kind: 'either', matchers };
}

function argumentMatcher<V>(
  walker: CodeWalker<V>,
  at: { readonly frame: Frame<V>; readonly argument: OperationIndex; readonly verb: string | null },
  { style, prefix }: MatcherStyle,
): RequestMatcher {
  const { frame, argument, verb } = at;
  const texts = walker.textsAt(frame, argument, verb ?? undefined);
  if (texts !== null) {
    return prefix === null
      ? {
          kind: 'unknown',
          reason: {
            en: 'the base path of all patterns is not known',
            ru: 'базовый путь всех шаблонов неизвестен',
          },
        }
      : patternsMatcher(texts, { style, verb, prefix });
  }
  const read = matcherObject({ walker, frame }, argument);
  const matcher = read ?? {
    kind: 'unknown',
    reason: notKnown(renderOperation(frame.method, argument)),
  };
  return verb === null ? matcher : { kind: 'both', matchers: [{ kind: 'verb', verb }, matcher] };
}

/** Something written whose value the source does not tell. */
export function notKnown(written: string): Text {
  return { en: `${written} is not known`, ru: `${written}: значение неизвестно` };
}

/** The requests of a matcher below a path. */
export function prefixed(matcher: RequestMatcher, prefix: string): RequestMatcher {
  if (matcher.kind === 'pattern') {
    return { ...matcher, pattern: prefix.replace(/\/$/u, '') + matcher.pattern };
  }
  if (matcher.kind !== 'either')
    return {
      kind: 'unknown',
      reason: { en: 'a servlet path before a matcher object', ru: 'путь сервлета перед объектом-условием' },
    };
  return { kind: 'either', matchers: matcher.matchers.map((each) => prefixed(each, prefix)) };
}
