import type { TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { textsAt } from './code/texts-at.ts';
import { type InterceptorEffect, interceptorEffect } from './interceptions/interceptor-effect.ts';
import type { RequestMatcher } from './path-matchers/request-matcher.ts';
import type { Requirement } from './requirement.ts';

type MapRow = AccessRowOf<'filter-map'>;

interface OwnContext {
  readonly tools: MatchTools;
  readonly application: Application;
}

/** A filter of the application's own. */
export interface OwnFilter {
  readonly requirement: Requirement;
  /** Requests that it lets on before it looks. */
  readonly exempt: RequestMatcher | null;
}

/** What the filters of an application ask that a method puts under names of their own: `filters.put("jwt", new TokenFilter())`. */
export function ownFilters(
  context: OwnContext,
  row: MapRow,
  method: ProgramMethod,
): ReadonlyMap<string, OwnFilter> {
  const { tools, application } = context;
  const { own, puts } = row;
  const found = new Map<string, OwnFilter>();
  if (own === undefined) return found;
  const isPut = (member: string, owners: readonly TypeName[]) =>
    puts.some(
      (each) =>
        fitsAny(member, each.method) &&
        owners.some((owner) => tools.types.match(owner, each.type) !== undefined),
    );
  for (const { member, owners, args } of tools.outsideCalls(method)) {
    const [key, value] = args ?? [];
    if (key === undefined || value === undefined || !isPut(member, owners)) continue;
    const type = typeOf(tools, method, value);
    if (type === undefined || tools.types.match(type.name, own.type) === undefined) continue;
    const [name] = textsAt({ tools, settings: application.settings }, method, key) ?? [];
    const filter = filterOf(context, own, type);
    if (name !== undefined && filter !== undefined) found.set(name, filter);
  }
  return found;
}

/** The class of the tree that a value is of. */
function typeOf(
  { program }: MatchTools,
  { operationTypes }: ProgramMethod,
  value: OperationIndex,
): ProgramType | undefined {
  const type = operationTypes[value];
  const name = type === undefined ? undefined : classOf(type);
  return name === undefined ? undefined : program.type(name);
}

/** Both methods must turn a stranger away; undefined where nobody can tell. */
function filterOf(
  { tools, application }: OwnContext,
  own: NonNullable<MapRow['own']>,
  type: ProgramType,
): OwnFilter | undefined {
  const isStrict = tools.types.match(type.name, own.strict) === 'certain';
  const answers = [own.allows, own.denies].map((names): InterceptorEffect | 'refuses' | undefined => {
    const methods = tools.exposedMethods(type).filter(({ name }) => fitsAny(name, names));
    const [method] = [...methods].sort((left, right) => size(right) - size(left));
    if (method === undefined || size(method) === 0) return isStrict ? 'refuses' : undefined;
    const judgedBy = { goesOn: 'true', credentials: own.credentials, asksCaller: true } as const;
    return interceptorEffect({ tools, settings: application.settings }, judgedBy, { method });
  });
  const judged = answers.flatMap((each) => (each === 'refuses' || each === undefined ? [] : [each]));
  if (judged.some(({ effect }) => effect === 'nothing')) {
    return { requirement: { kind: 'public' }, exempt: null };
  }
  if (answers.includes(undefined)) return undefined;
  const reason = judged.find(({ effect }) => effect === 'unknown')?.reason;
  return {
    requirement: reason === undefined ? { kind: 'authenticated' } : { kind: 'unknown', reason },
    exempt: exemptBy(judged.map(({ paths }) => paths)),
  };
}

/** A path that one method lets on is open, whatever the other one would say; so is what neither looks at. */
function exemptBy(limits: readonly InterceptorEffect['paths'][]): RequestMatcher | null {
  const matchers = limits.flatMap(({ exempt, only }): RequestMatcher[] => [
    ...(exempt.length === 0 ? [] : [{ kind: 'mentioned', texts: exempt } as const]),
    ...only.map((texts) => ({ kind: 'not', matcher: { kind: 'mentioned', texts } }) as const),
  ]);
  return matchers.length === 0 ? null : { kind: 'either', matchers };
}

function size({ declaration }: ProgramMethod): number {
  return declaration?.body?.operations.length ?? 0;
}
