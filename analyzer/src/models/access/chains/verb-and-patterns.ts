import type { OperationIndex } from '../../../facts/operations.ts';
import { HTTP_VERBS } from '../../kinds.ts';
import { simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import { originOf } from '../../match/value-origin.ts';
import type { Frame } from '../code/code-walker.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';

/** The verb an argument names; undefined where it is none, null where it is one that is not known. */
export function verbAt<V>(frame: Frame<V>, argument: OperationIndex): string | null | undefined {
  const type = frame.method.operationTypes[argument];
  const typeNamed = type === undefined ? undefined : classOf(type);
  const origin = originOf(frame.method, argument) ?? argument;
  const operation = frame.regions.operation(origin);
  const name =
    operation?.kind === 'field' || operation?.kind === 'name'
      ? operation.name
      : operation?.kind === 'call'
        ? literalText(frame, operation.args[0])
        : undefined;
  const isVerbType = typeNamed !== undefined && simpleName(typeNamed) === 'HttpMethod';
  const isNamed = operation?.kind === 'field' && named(frame, operation.object) === 'HttpMethod';
  if (name !== undefined && HTTP_VERBS.has(name) && (isVerbType || isNamed || typeNamed === undefined))
    return name;
  return isVerbType || isNamed ? null : undefined;
}

function named<V>(frame: Frame<V>, index: OperationIndex): string | undefined {
  const operation = frame.regions.operation(index);
  return operation?.kind === 'name' || operation?.kind === 'field' ? operation.name : undefined;
}

function literalText<V>(frame: Frame<V>, index: OperationIndex | undefined): string | undefined {
  const operation = index === undefined ? undefined : frame.regions.operation(index);
  return operation?.kind === 'literal' ? operation.value : undefined;
}

/** One matcher for any of several patterns. */
export function patternsMatcher(
  patterns: readonly string[],
  how: { readonly style: PatternStyle | 'regex'; readonly verb: string | null; readonly prefix?: string },
): RequestMatcher {
  const matchers = patterns.map((pattern) => ({
    kind: 'pattern' as const,
    style: how.style,
    pattern: (how.prefix ?? '') + pattern,
    verb: how.verb,
  }));
  const [only] = matchers;
  return matchers.length === 1 && only !== undefined ? only : { kind: 'either', matchers };
}
