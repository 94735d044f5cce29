import { type GlobSymbols, globCovers, globsMeet } from './glob-relation.ts';
import { cutPath, isOpen, MULTI, ONE, type PathSegments, RUN } from './segments.ts';

/**
 * How the requests that reach one path template stand to one pattern:
 * `all` of them fit; `some` do, and the client can choose so; a `single` one does (`/owners/new` among `/owners/{id}`);
 * `none`; or `unknown`, because a part of either is not known.
 */
export type PathRelation = 'all' | 'some' | 'single' | 'none' | 'unknown';

/**
 * How a library compares patterns with paths. `ant`: on the raw path, `/admin` is not `/admin/`. `mvc`: as the handler
 * mapping of Spring 5, a trailing slash makes no difference. `path-pattern`: as Spring 6. `servlet`: URL patterns of the
 * Servlet specification (12.2). `exact`: this path only.
 */
export type PatternStyle = 'ant' | 'mvc' | 'path-pattern' | 'servlet' | 'exact';

/** Relates a path template of an entry point to a pattern of a rule. */
export function relatePath(pattern: string, template: string, style: PatternStyle): PathRelation {
  if (style === 'ant' && !startsLikeAPath(pattern)) return 'none';
  const outer = patternSegments(pattern, style);
  const inner = cutPath(style === 'mvc' ? withoutTrailingSlash(template) : template);
  const relation = relateSegments(outer, inner);
  const certain = !outer.hasUnknown && !inner.hasUnknown;
  if (certain || relation === 'none') return relation;
  // An unknown part of the template may be anything, so a pattern that takes all of it still takes all of it.
  return relation === 'all' && !outer.hasUnknown ? 'all' : 'unknown';
}

function startsLikeAPath(pattern: string): boolean {
  return pattern.startsWith('/') || pattern === '**' || pattern.startsWith('{?}');
}

function patternSegments(pattern: string, style: PatternStyle): PathSegments {
  switch (style) {
    case 'servlet':
      return servletSegments(pattern);
    case 'exact':
      return literalSegments(pattern);
    case 'mvc':
      return cutPath(withoutTrailingSlash(pattern));
    default:
      return cutPath(pattern);
  }
}

function servletSegments(pattern: string): PathSegments {
  if (pattern === '/' || pattern === '/*') return cutPath('/**');
  if (pattern === '') return cutPath('/');
  if (pattern.startsWith('*.')) return cutPath(`/**/*${pattern.slice(1)}`);
  if (pattern.endsWith('/*')) return cutPath(`${pattern}*`);
  return literalSegments(pattern);
}

function literalSegments(path: string): PathSegments {
  const cut = cutPath(path.replaceAll(/[*?]/gu, ''));
  return path.includes('{?}') ? cutPath(path) : cut;
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function relateSegments(outer: PathSegments, inner: PathSegments): PathRelation {
  if (!globsMeet(outer.segments, inner.segments, SEGMENTS)) return 'none';
  if (globCovers(outer.segments, inner.segments, SEGMENTS)) {
    return outer.narrowed.some((narrow, index) => narrow && !sameNarrowing(outer, inner, index))
      ? 'some'
      : 'all';
  }
  return leavesAChoice(outer, inner) ? 'some' : 'single';
}

/** `{id:\d+}` in both, at the same place: the same texts as far as anyone can tell without running it. */
function sameNarrowing(outer: PathSegments, inner: PathSegments, index: number): boolean {
  return (
    outer.segments.length === inner.segments.length &&
    inner.narrowed[index] === true &&
    outer.segments[index] === inner.segments[index]
  );
}

/** Whether the common part has more than isolated paths: a wildcard of the pattern meets a variable of the template. */
function leavesAChoice(outer: PathSegments, inner: PathSegments): boolean {
  const patternIsOpen = outer.segments.some(isOpen);
  if (!patternIsOpen) return false;
  const anyMulti = outer.segments.includes(MULTI) || inner.segments.includes(MULTI);
  if (anyMulti || outer.segments.length !== inner.segments.length) return true;
  return outer.segments.some((segment, index) => isOpen(segment) && isOpen(inner.segments[index] ?? ''));
}

const CHARACTERS: GlobSymbols<string> = {
  isRun: (symbol) => symbol === RUN,
  absorbs: () => true,
  covers: (outer, inner) => outer === ONE || outer === inner,
  meets: (left, right) => left === ONE || right === ONE || left === right,
};

const SEGMENTS: GlobSymbols<string> = {
  isRun: (segment) => segment === MULTI,
  absorbs: () => true,
  covers: (outer, inner) =>
    outer === inner || (isOpen(outer) && globCovers([...outer], [...inner], CHARACTERS)),
  meets: (left, right) =>
    left === right || ((isOpen(left) || isOpen(right)) && globsMeet([...left], [...right], CHARACTERS)),
};
