import type { Text } from '../../base/text.ts';
import { type AccessRequest, matchRequest } from './path-matchers/request-matcher.ts';
import type { Router } from './router-checks.ts';

/** Whether annotations on a handler are looked at before a request to it. */
export type AnnotationScope =
  | { readonly state: 'all' | 'none' }
  | { readonly state: 'unknown'; readonly reason: Text };

const NOT_KNOWN: Text = {
  en: 'whether annotations are looked at before it is known only at run time',
  ru: 'проверяются ли перед ним аннотации, известно только во время выполнения',
};

/** By the interceptors of one row: each looks at them on its paths. Where none of them was read, they are looked at everywhere. */
export function annotationScope(
  routers: readonly Router[],
  row: string,
  requests: readonly AccessRequest[],
): AnnotationScope {
  const own = routers.filter((each) => each.row.id === row);
  const looking = own.filter(
    ({ annotated, condition }) => annotated !== false && condition.state !== 'inactive',
  );
  if (own.length === 0) return { state: 'all' };
  const scopes = requests.map((request) => ofRequest(looking, request));
  return (
    scopes.find(({ state }) => state === 'none') ??
    scopes.find(({ state }) => state === 'unknown') ??
    scopes[0] ?? { state: 'all' }
  );
}

function ofRequest(looking: readonly Router[], request: AccessRequest): AnnotationScope {
  const found = looking.map(({ matcher, annotated, condition }): AnnotationScope => {
    const match = matchRequest(matcher, request);
    if (match.relation === 'none' || match.relation === 'single') return { state: 'none' };
    if (condition.state === 'unknown') return { state: 'unknown', reason: condition.reason };
    if (match.relation === 'unknown') return { state: 'unknown', reason: match.reason ?? NOT_KNOWN };
    if (annotated === null) return { state: 'unknown', reason: NOT_KNOWN };
    return { state: match.relation === 'all' ? 'all' : 'none' };
  });
  return (
    found.find(({ state }) => state === 'all') ??
    found.find(({ state }) => state === 'unknown') ?? { state: 'none' }
  );
}
