import type { TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { textsAt } from './code/texts-at.ts';
import { interceptorEffect } from './interceptions/interceptor-effect.ts';
import type { Requirement } from './requirement.ts';

type MapRow = AccessRowOf<'filter-map'>;

interface OwnContext {
  readonly tools: MatchTools;
  readonly application: Application;
}

/** What the filters of an application ask that a method puts under names of their own: `filters.put("jwt", new TokenFilter())`. */
export function ownFilters(
  context: OwnContext,
  row: MapRow,
  method: ProgramMethod,
): ReadonlyMap<string, Requirement> {
  const { tools, application } = context;
  const { own, puts } = row;
  const found = new Map<string, Requirement>();
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
    const requirement = requirementOf(context, own, type);
    if (name !== undefined && requirement !== undefined) found.set(name, requirement);
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
function requirementOf(
  { tools, application }: OwnContext,
  own: NonNullable<MapRow['own']>,
  type: ProgramType,
): Requirement | undefined {
  const isStrict = tools.types.match(type.name, own.strict) === 'certain';
  const answers = [own.allows, own.denies].map((names) => {
    const methods = tools.exposedMethods(type).filter(({ name }) => fitsAny(name, names));
    const [method] = [...methods].sort((left, right) => size(right) - size(left));
    if (method === undefined || size(method) === 0) return isStrict ? ('refuses' as const) : undefined;
    const judgedBy = { goesOn: 'true', credentials: own.credentials, asksCaller: true } as const;
    return interceptorEffect({ tools, settings: application.settings }, judgedBy, { method })?.effect;
  });
  if (answers.includes('nothing')) return { kind: 'public' };
  return answers.every((each) => each === 'refuses') ? { kind: 'authenticated' } : undefined;
}

function size({ declaration }: ProgramMethod): number {
  return declaration?.body?.operations.length ?? 0;
}
