import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { type BeanConditions, createBeanConditions } from './bean-conditions.ts';
import { type BeanFile, readBeanFiles } from './bean-files.ts';
import type { Chain } from './chains/chain.ts';
import { chainFilters, decideByChains } from './chains/decide-by-chains.ts';
import { readChains } from './chains/read-chains.ts';
import { defaultOutcome, unreadableOutcome } from './default-protection.ts';
import { requestsOf } from './entry-requests.ts';
import { filterMapRules } from './filter-maps.ts';
import { createInterceptions } from './interceptions/interceptions.ts';
import { type Outcome, strongest, weakest } from './requirement.ts';
import { createServletConstraints } from './servlet-constraints.ts';
import type { RuleSequence } from './shadowed-rules.ts';
import type { ExpressionNames } from './spel/classify-expression.ts';

/** What stands before the handlers of one application. */
export interface ApplicationAccess {
  readonly application: Application;
  readonly conditions: BeanConditions;
  readonly names: ExpressionNames;
  /** Bean files, with what decides whether they are loaded. */
  readonly files: readonly BeanFile[];
  /** What a caller must pass before the handler runs, with guards that are no verdict (rate limits). */
  before(entry: EntryDraft): { readonly outcome: Outcome; readonly guards: readonly Guard[] };
  readonly chains: readonly Chain[];
  /** Lists of rules that belong to no chain. */
  readonly sequences: readonly RuleSequence[];
}

const NO_NAMES: ExpressionNames = { open: [], closed: [], authenticated: [], anonymous: [], caller: [] };

/** Names of expressions from all rows. */
export function expressionNames({ models }: MatchTools): ExpressionNames {
  return models.access.find((row) => row.on === 'expression-names') ?? NO_NAMES;
}

/** Reads each application's security configuration once, when it is first asked for. */
export function createApplicationAccess(
  tools: MatchTools,
  beans: AccessRowOf<'beans'>,
): (application: Application) => ApplicationAccess {
  const known = new Map<Application, ApplicationAccess>();
  const names = expressionNames(tools);
  return (application) => {
    const before = known.get(application);
    if (before !== undefined) return before;
    const conditions = createBeanConditions(tools, application, beans.factoryMethod);
    const files = readBeanFiles({ tools, application, beans });
    const access: ApplicationAccess = {
      application,
      conditions,
      names,
      files,
      ...readApplication({ tools, application, beans, conditions, names, files }),
    };
    known.set(application, access);
    return access;
  };
}

interface ReadContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly beans: AccessRowOf<'beans'>;
  readonly conditions: BeanConditions;
  readonly names: ExpressionNames;
  readonly files: readonly BeanFile[];
}

function readApplication(context: ReadContext): Pick<ApplicationAccess, 'before' | 'chains' | 'sequences'> {
  const { tools, application } = context;
  const chains = readChains(context);
  const fallback = defaultOutcome(tools, application);
  const maps = filterMapRules(context);
  const unreadable = maps === undefined ? unreadableOutcome(tools, application) : undefined;
  const interceptions = createInterceptions(context);
  const constraints = createServletConstraints(tools, application);
  const before: ApplicationAccess['before'] = (entry) => {
    const guards: Guard[] = [];
    const outcomes = requestsOf(entry, application).map((request) => {
      const parts = [decideByChains(chains, fallback, request)];
      if (maps !== undefined) parts.push(maps.decide(request));
      if (unreadable !== undefined) parts.push(unreadable);
      const passed = interceptions.before(entry, request, chainFilters(chains, request));
      guards.push(...passed.guards);
      const constraint = constraints(entry, request);
      if (constraint !== undefined) parts.push(constraint);
      return [...parts, ...passed.outcomes].reduce(strongest);
    });
    return { outcome: outcomes.reduce(weakest), guards };
  };
  return { before, chains, sequences: maps === undefined ? [] : [maps] };
}
