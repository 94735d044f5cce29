import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { EntryDraft } from '../../entries/entry-draft.ts';
import type { Evidence, Guard } from '../../labels.ts';
import { exposedMethods } from '../../match/exposed-methods.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import type { ChainFilter } from '../chains/chain.ts';
import type { Truth } from '../code/truth.ts';
import { mentionsPath } from '../path-matchers/mentioned-path.ts';
import { type AccessRequest, matchRequest } from '../path-matchers/request-matcher.ts';
import type { Outcome } from '../requirement.ts';
import type { AnnotatedPlace, HandlerQuestion } from './handler-question.ts';
import { type InterceptorEffect, interceptorEffect } from './interceptor-effect.ts';
import { NO_LIMITS } from './path-limits.ts';
import type { Registration, RegistrationContext } from './registration.ts';
import { readRegistrations } from './registrations.ts';
import { withoutSkipped } from './skipped-requests.ts';

/** What interceptors do to a request before its handler runs. */
export interface Passed {
  readonly outcomes: readonly Outcome[];
  /** Protections that are no verdict. */
  readonly guards: readonly Guard[];
}

export interface Interceptions {
  /** `filters` are those of the chain that takes the request. */
  before(entry: EntryDraft, request: AccessRequest, filters: readonly ChainFilter[]): Passed;
  /** What refuses where a handler has an annotation, be it that this one has another which lifts it. */
  actingOn(annotation: TypeName, entry: EntryDraft): Acting | undefined;
}

/** An interceptor that acts on an annotation. */
export interface Acting {
  readonly evidence: Evidence;
  /** Not for this handler. */
  readonly isLifted: boolean;
}

/** A registration with what its interceptor does. */
interface Standing {
  readonly registration: Registration;
  readonly effect: InterceptorEffect;
}

/** Finds the interceptors of an application and judges each once. */
export function createInterceptions(context: RegistrationContext): Interceptions {
  const effects = new Map<string, InterceptorEffect | undefined>();
  const effectOf = (type: TypeName, row: InterceptionRow): InterceptorEffect | undefined => {
    const key = `${row.id} ${type}`;
    if (!effects.has(key)) effects.set(key, judged(context, type, row));
    return effects.get(key);
  };
  const standing = readRegistrations(context).flatMap((registration): readonly Standing[] => {
    const effect = registration.isForeign
      ? foreignEffect(registration)
      : effectOf(registration.type, registration.row);
    const matters = effect !== undefined && (effect.effect !== 'nothing' || effect.limits);
    return matters && registration.condition.state !== 'inactive' ? [{ registration, effect }] : [];
  });
  const ofFilters = filterSearch(context, effectOf);
  return {
    before(entry, request, filters) {
      const met = [...standing, ...ofFilters(filters)].filter((each) =>
        standsBefore(context, each, { entry, request }),
      );
      return {
        outcomes: met.flatMap((each) => outcomeOf(context, each, { entry, request })),
        guards: met
          .filter(({ registration }) => coverOf(registration, request) === 'all')
          .filter(({ registration }) => askedOf(context.tools, registration, entry) === true)
          .flatMap((each) => limiterGuard(each, entry)),
      };
    },
    actingOn(annotation, entry) {
      const acting = standing.flatMap((each) => actsOn(context.tools, each, { annotation, entry }) ?? []);
      return acting.find(({ isLifted }) => !isLifted) ?? acting[0];
    },
  };
}

/** Nobody reads what a library does. */
function foreignEffect({ type, evidence }: Registration): InterceptorEffect {
  const name = simpleName(type);
  const reason = {
    en: `${name} stands before it, which is code of a library and may refuse callers`,
    ru: `перед ним стоит ${name}: это код библиотеки, он может отказывать вызывающим`,
  };
  const none = { limits: false, paths: NO_LIMITS, onlyWith: [], exceptWith: [], asked: [] } as const;
  return { effect: 'unknown', reason, evidence, ...none };
}

/** Without the annotation it would not be registered, or would not refuse. */
function actsOn(
  tools: MatchTools,
  { registration, effect }: Standing,
  { annotation, entry }: { readonly annotation: TypeName; readonly entry: EntryDraft },
): Acting | undefined {
  const { asked, condition, evidence } = registration;
  if (effect.effect !== 'refuses' || condition.state !== 'active') return undefined;
  const questions = asked === undefined ? effect.asked : [asked];
  const decisive = questions.filter(
    (question) => question((each) => each === annotation) === true && question(() => false) === false,
  );
  const answers = decisive.map((question) =>
    question((each, on) => isAnnotated(tools, entry, { wanted: [each], on })),
  );
  if (answers.includes(true)) return { evidence, isLifted: false };
  return answers.includes(false) ? { evidence, isLifted: true } : undefined;
}

/** Finds the interceptors among the filters of a chain; it has the same for every request that it takes. */
function filterSearch(
  { tools }: RegistrationContext,
  effectOf: (type: TypeName, row: InterceptionRow) => InterceptorEffect | undefined,
): (filters: readonly ChainFilter[]) => readonly Standing[] {
  const rows = tools.models.access.filter((row) => row.on === 'interception');
  const standingOf = (filter: ChainFilter): readonly Standing[] => {
    const { type, evidence } = filter;
    const row = rows.find((each) => tools.types.match(type, each.type) === 'certain');
    const effect = row === undefined ? undefined : effectOf(type, row);
    if (row === undefined || effect === undefined) return [];
    const registration = {
      type,
      row,
      includes: null,
      excludes: [],
      style: 'servlet',
      condition: { state: 'active' },
      boundBy: [],
      evidence,
    } as const;
    return [{ registration, effect }];
  };
  const known = new Map<readonly ChainFilter[], readonly Standing[]>();
  return (filters) => {
    if (filters.length === 0) return [];
    const found = known.get(filters) ?? filters.flatMap(standingOf);
    known.set(filters, found);
    return found;
  };
}

function judged(
  context: RegistrationContext,
  name: TypeName,
  row: InterceptionRow,
): InterceptorEffect | undefined {
  const { tools, application } = context;
  const type = tools.program.type(name);
  if (type === undefined) return undefined;
  const exposed = exposedMethods(tools.program, type);
  const methods = exposed.filter((method) => fitsAny(method.name, row.method));
  const [method] = [...methods].sort((left, right) => bodySize(right) - bodySize(left));
  const effectContext = { tools, settings: application.settings, application };
  const effect = method === undefined ? undefined : interceptorEffect(effectContext, row, { method });
  const skips = exposed.find(({ name }) => row.skips !== undefined && fitsAny(name, row.skips));
  return effect === undefined || skips === undefined ? effect : withoutSkipped(effectContext, effect, skips);
}

/** A class may have both the plain and the once-per-request method: the longer one does the work. */
function bodySize({ declaration }: ProgramMethod): number {
  return declaration?.body?.operations.length ?? 0;
}

function standsBefore(
  { tools }: RegistrationContext,
  { registration, effect }: Standing,
  { entry, request }: { readonly entry: EntryDraft; readonly request: AccessRequest },
): boolean {
  const { row } = registration;
  if (!row.kinds.includes(entry.kind)) return false;
  if (row.frameworks !== undefined && !row.frameworks.includes(entry.framework)) return false;
  if (registration.only !== undefined && registration.only !== entry.owner) return false;
  if (coverOf(registration, request) === 'none') return false;
  const { exempt, only } = effect.paths;
  if (exempt.some((text) => mentionsPath(text, request.path))) return false;
  if (!only.every((texts) => texts.some((text) => mentionsPath(text, request.path)))) return false;
  const annotated = (wanted: readonly TypeName[]) => isAnnotated(tools, entry, { wanted, on: 'either' });
  const asks = (question: HandlerQuestion) =>
    question((annotation, on) => isAnnotated(tools, entry, { wanted: [annotation], on }));
  if (askedOf(tools, registration, entry) === false) return false;
  if (effect.asked.length > 0 && effect.asked.every((each) => asks(each) === false)) return false;
  if (!registration.boundBy.every((each) => annotated([each]))) return false;
  if (effect.onlyWith.length > 0 && !annotated(effect.onlyWith)) return false;
  return effect.exceptWith.length === 0 || !annotated(effect.exceptWith);
}

function isAnnotated(
  tools: MatchTools,
  entry: EntryDraft,
  { wanted, on }: { readonly wanted: readonly TypeName[]; readonly on: AnnotatedPlace },
): boolean {
  const method = on === 'class' ? undefined : tools.program.method(entry.handler);
  const owner = on === 'method' ? undefined : tools.program.type(entry.owner);
  const all = [...(method?.annotations ?? []), ...(owner?.annotations ?? [])];
  return tools.annotations.find(all, wanted).length > 0;
}

/** Whether a registration made for some handlers is made for this one; null where only run time knows. */
function askedOf(tools: MatchTools, { asked }: Registration, entry: EntryDraft): Truth {
  return asked === undefined
    ? true
    : asked((annotation, on) => isAnnotated(tools, entry, { wanted: [annotation], on }));
}

/** Whether the paths of a registration hold a request: `unknown` where only run time knows them. */
function coverOf(
  { includes, excludes, style }: Registration,
  request: AccessRequest,
): 'all' | 'none' | 'unknown' {
  const relations = (patterns: readonly string[]) =>
    patterns.map(
      (pattern) => matchRequest({ kind: 'pattern', style, pattern, verb: null }, request).relation,
    );
  const included = includes === null ? ['all'] : relations(includes);
  const excluded = relations(excludes);
  // A pattern that takes some of the requests away leaves a way around.
  if (excluded.some((each) => each === 'all' || each === 'some')) return 'none';
  const isIn = included.includes('all');
  if (!isIn && !included.includes('unknown')) return 'none';
  return isIn && !excluded.includes('unknown') ? 'all' : 'unknown';
}

function outcomeOf(
  { tools }: RegistrationContext,
  { registration, effect }: Standing,
  { entry, request }: { readonly entry: EntryDraft; readonly request: AccessRequest },
): readonly Outcome[] {
  if (effect.effect === 'nothing') return [];
  const { condition, row, evidence } = registration;
  const paths = coverOf(registration, request) === 'unknown' ? pathsNotRead(registration.type) : undefined;
  const handlers =
    askedOf(tools, registration, entry) === null ? handlersNotRead(registration.type) : undefined;
  const reason =
    effect.reason ?? paths ?? handlers ?? (condition.state === 'unknown' ? condition.reason : undefined);
  return [
    {
      requirement: reason === undefined ? { kind: 'authenticated' } : { kind: 'unknown', reason },
      mechanism: row.goesOn === 'true' ? 'interceptor' : 'filter',
      row: row.id,
      evidence: [evidence, effect.evidence],
    },
  ];
}

function pathsNotRead(type: TypeName): Text {
  const name = simpleName(type);
  return {
    en: `${name} is registered for paths that only run time knows`,
    ru: `${name} регистрируется для путей, известных только при выполнении`,
  };
}

function handlersNotRead(type: TypeName): Text {
  const name = simpleName(type);
  return {
    en: `${name} is registered for handlers that only run time knows`,
    ru: `${name} регистрируется для обработчиков, известных только при выполнении`,
  };
}

function limiterGuard({ registration, effect }: Standing, entry: EntryDraft): readonly Guard[] {
  if (!effect.limits) return [];
  return [
    {
      category: 'rate-limiting',
      mechanism: registration.row.id,
      carrier: { kind: 'entry', entry: entry.id, handler: entry.handler },
      evidence: effect.evidence,
      confidence: 'likely',
    },
  ];
}
