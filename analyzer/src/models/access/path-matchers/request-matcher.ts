import type { Text } from '../../../base/text.ts';
import { mentionsPath } from './mentioned-path.ts';
import { type PathRelation, type PatternStyle, relatePath } from './path-relation.ts';
import { relateRegex } from './regex-relation.ts';

/** One kind of request that an entry point answers: a path template and a verb. */
export interface AccessRequest {
  /** Inside the application: without the context path. */
  readonly path: string;
  /** Upper case. */
  readonly verb: string;
}

/** Which requests a rule is about. */
export type RequestMatcher =
  | { readonly kind: 'any' }
  /** Never a request from outside (other dispatches). */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'pattern';
      readonly style: PatternStyle | 'regex';
      readonly pattern: string;
      /** Null for any verb. */
      readonly verb: string | null;
    }
  | { readonly kind: 'verb'; readonly verb: string }
  /** Whoever asks decides whether it matches, as by a header. */
  | { readonly kind: 'chosen' }
  /** Paths that code compares with texts before it looks further. */
  | { readonly kind: 'mentioned'; readonly texts: readonly string[] }
  | { readonly kind: 'not'; readonly matcher: RequestMatcher }
  | { readonly kind: 'either' | 'both'; readonly matchers: readonly RequestMatcher[] }
  | { readonly kind: 'unknown'; readonly reason: Text };

/** How the requests stand to the matcher; `reason` where it is unknown. */
export interface RequestMatch {
  readonly relation: PathRelation;
  readonly reason?: Text;
}

/** Matchers in matchers: deeper ones are unknown. */
const DEEPEST = 12;

/** Relates one kind of request to a matcher. */
export function matchRequest(matcher: RequestMatcher, request: AccessRequest, depth = 0): RequestMatch {
  if (depth > DEEPEST)
    return {
      relation: 'unknown',
      reason: { en: 'the matcher nests too deep', ru: 'вложенность условия слишком велика' },
    };
  switch (matcher.kind) {
    case 'any':
      return { relation: 'all' };
    case 'none':
      return { relation: 'none' };
    case 'verb':
      return { relation: matcher.verb === request.verb ? 'all' : 'none' };
    case 'unknown':
      return { relation: 'unknown', reason: matcher.reason };
    case 'pattern':
      return matchPattern(matcher, request);
    case 'chosen':
      return { relation: 'some' };
    case 'mentioned':
      return { relation: matcher.texts.some((text) => mentionsPath(text, request.path)) ? 'all' : 'none' };
    case 'not':
      return inverse(matchRequest(matcher.matcher, request, depth + 1));
    case 'either':
      return first(
        matcher.matchers.map((each) => matchRequest(each, request, depth + 1)),
        ['all', 'unknown', 'some', 'single', 'none'],
        'none',
      );
    case 'both':
      return first(
        matcher.matchers.map((each) => matchRequest(each, request, depth + 1)),
        ['none', 'unknown', 'single', 'some', 'all'],
        'all',
      );
  }
}

function matchPattern(
  { verb, style, pattern }: Extract<RequestMatcher, { kind: 'pattern' }>,
  request: AccessRequest,
): RequestMatch {
  if (verb !== null && verb !== request.verb) return { relation: 'none' };
  const relation =
    style === 'regex' ? relateRegex(pattern, request.path) : relatePath(pattern, request.path, style);
  if (relation !== 'unknown') return { relation };
  return {
    relation,
    reason: {
      en: `${JSON.stringify(pattern)} is not known in full`,
      ru: `${JSON.stringify(pattern)} известно не полностью`,
    },
  };
}

function inverse(match: RequestMatch): RequestMatch {
  switch (match.relation) {
    case 'all':
      return { relation: 'none' };
    case 'none':
    // All but one path.
    case 'single':
      return { relation: 'all' };
    default:
      return match;
  }
}

function first(
  matches: readonly RequestMatch[],
  order: readonly PathRelation[],
  otherwise: PathRelation,
): RequestMatch {
  for (const relation of order) {
    const found = matches.find((match) => match.relation === relation);
    if (found !== undefined) return found;
  }
  return { relation: otherwise };
}
