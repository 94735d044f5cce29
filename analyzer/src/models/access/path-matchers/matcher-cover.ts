import { relatePath } from './path-relation.ts';
import type { RequestMatcher } from './request-matcher.ts';

type PatternMatcher = Extract<RequestMatcher, { readonly kind: 'pattern' }>;

/** Matchers in matchers; deeper ones cover nothing. */
const DEEPEST = 12;

/**
 * Whether every request that `inner` takes is one that `outer` takes too. Says so only where that is certain: an unknown
 * part on either side, or patterns of two different languages, cover nothing.
 */
export function matcherCovers(outer: RequestMatcher, inner: RequestMatcher, depth = 0): boolean {
  if (depth > DEEPEST || outer.kind === 'unknown' || inner.kind === 'unknown') return false;
  // What takes no request at all is nobody's victim.
  if (inner.kind === 'none' || outer.kind === 'none') return false;
  if (outer.kind === 'any') return true;
  const deeper = (left: RequestMatcher, right: RequestMatcher) => matcherCovers(left, right, depth + 1);
  if (inner.kind === 'either')
    return inner.matchers.length > 0 && inner.matchers.every((each) => deeper(outer, each));
  switch (outer.kind) {
    case 'either':
      return outer.matchers.some((each) => deeper(each, inner));
    case 'both':
      return outer.matchers.length > 0 && outer.matchers.every((each) => deeper(each, inner));
    case 'not':
      return inner.kind === 'not' && deeper(inner.matcher, outer.matcher);
    case 'chosen':
    case 'mentioned':
      return false;
    case 'verb':
    case 'pattern':
      return inner.kind === 'both'
        ? inner.matchers.some((each) => deeper(outer, each))
        : plainCovers(outer, inner);
  }
}

function plainCovers(outer: PatternMatcher | { kind: 'verb'; verb: string }, inner: RequestMatcher): boolean {
  if (outer.kind === 'verb') {
    return (inner.kind === 'verb' || inner.kind === 'pattern') && inner.verb === outer.verb;
  }
  if (outer.verb !== null && (inner.kind === 'any' || !('verb' in inner) || inner.verb !== outer.verb))
    return false;
  if (takesEveryPath(outer)) return inner.kind === 'any' || inner.kind === 'verb' || inner.kind === 'pattern';
  if (inner.kind !== 'pattern' || inner.style !== outer.style) return false;
  if (outer.style === 'regex') return outer.pattern === inner.pattern;
  if (outer.pattern === inner.pattern) return !outer.pattern.includes('{?}');
  return relatePath(outer.pattern, inner.pattern, outer.style) === 'all';
}

function takesEveryPath({ style, pattern }: PatternMatcher): boolean {
  if (style === 'regex') return pattern === '.*' || pattern === '^.*$';
  if (style === 'servlet') return pattern === '/*' || pattern === '/';
  return style !== 'exact' && (pattern === '/**' || pattern === '**');
}
