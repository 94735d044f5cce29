import type { TypeName } from '../../base/ids.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import { type AnnotationScope, annotationScope } from './annotation-scope.ts';
import type { Chain } from './chains/chain.ts';
import { chainFilters, decideByChains } from './chains/decide-by-chains.ts';
import { type ChainContext, readChains } from './chains/read-chains.ts';
import { type ConfiguredLimits, readConfiguredLimits } from './configured-limits.ts';
import { type ConfiguredRules, readConfiguredRules } from './configured-rules.ts';
import { defaultOutcome, unprotected, unreadableOutcome } from './default-protection.ts';
import { requestsOf } from './entry-requests.ts';
import { filterMapRules } from './filter-maps.ts';
import { type Acting, createInterceptions, type Interceptions } from './interceptions/interceptions.ts';
import type { AccessRequest } from './path-matchers/request-matcher.ts';
import { type Outcome, strongest, weakest } from './requirement.ts';
import { type ArgumentResolvers, createArgumentResolvers } from './resolvers/argument-resolvers.ts';
import { createRouteChecks, type RouteChecks } from './route-checks.ts';
import { type Router, readRouters, routerChecks } from './router-checks.ts';
import { createServletConstraints, type ServletConstraints } from './servlet-constraints.ts';
import type { RuleSequence } from './shadowed-rules.ts';

/** What stands before a handler. */
export interface Before {
  readonly outcome: Outcome;
  /** What is asked besides where no annotation on the handler says who may call. */
  readonly unlessAnnotated: Outcome | undefined;
  readonly guards: readonly Guard[];
}

/** Everything that stands before the handlers of one application, read once. */
export class ApplicationRules {
  readonly chains: readonly Chain[];
  /** Lists of rules that belong to no chain. */
  readonly sequences: readonly RuleSequence[];
  readonly #context: ChainContext;
  readonly #webChains: readonly Chain[];
  readonly #fallback: Outcome;
  readonly #interceptions: Interceptions;
  readonly #resolvers: ArgumentResolvers;
  readonly #constraints: ServletConstraints;
  readonly #routeChecks: RouteChecks;
  readonly #routers: readonly Router[];
  readonly #configured: readonly ConfiguredRules[];
  readonly #limits: ConfiguredLimits;
  /** Rules that every request of the web meets. */
  readonly #others: readonly ((request: AccessRequest, entry: EntryDraft) => Outcome)[];
  readonly #transports: ReadonlyMap<string, AccessRowOf<'transport'>>;
  /** What stands before entry points beside the web, by their mechanism. */
  readonly #ofTransports = new Map<string, Outcome>();

  constructor(context: ChainContext) {
    const { tools, application } = context;
    this.#context = context;
    this.chains = readChains(context);
    this.#webChains = this.chains.filter(({ row }) => row.entries === undefined);
    this.#fallback = defaultOutcome(tools, application);
    this.#interceptions = createInterceptions(context);
    this.#resolvers = createArgumentResolvers(context);
    this.#constraints = createServletConstraints(tools, application);
    this.#routeChecks = createRouteChecks(tools, application);
    this.#configured = readConfiguredRules(context);
    this.#limits = readConfiguredLimits(tools, application);
    const maps = filterMapRules(context);
    this.#routers = readRouters(context);
    const read = [maps, routerChecks(context, this.#routers)].filter((each) => each !== undefined);
    const unreadable = read.length > 0 ? undefined : unreadableOutcome(tools, application);
    this.#others = [
      ...read.map((each) => (request: AccessRequest, entry: EntryDraft) => each.decide(request, entry)),
      ...(unreadable === undefined ? [] : [() => unreadable]),
    ];
    this.sequences = [...(maps === undefined ? [] : [maps]), ...this.#configured];
    this.#transports = new Map(
      tools.models.access.flatMap((row) =>
        row.on === 'transport' ? row.entries.map((id) => [id, row] as const) : [],
      ),
    );
  }

  /** What a caller must pass before a handler runs. */
  before(entry: EntryDraft): Before {
    const guards: Guard[] = [];
    const transport = this.#transports.get(entry.mechanism);
    const isBeside = transport?.web === 'none';
    const requests = requestsOf(entry, this.#context.application, transport);
    const messages = this.#messageRules(entry);
    const given = this.#resolvers(entry);
    const standing = this.#configured.filter(({ frameworks }) => frameworks.includes(entry.framework));
    const outcomes = requests.map((request) => {
      const base = isBeside ? this.#beside(entry) : this.#overTheWeb(entry, request);
      const filters = isBeside ? [] : chainFilters(this.#webChains, request);
      const passed = this.#interceptions.before(entry, request, filters);
      guards.push(...passed.guards);
      const configured = standing.flatMap((each) => each.decide(request) ?? []);
      const onRoute = this.#routeChecks(entry, request);
      return [base, ...messages, ...configured, ...passed.outcomes, ...given, ...onRoute].reduce(strongest);
    });
    if (!isBeside) guards.push(...this.#limits(entry, requests));
    const unannotated = requests.flatMap((request) => {
      const asked = standing.flatMap((each) => each.unlessAnnotated(request) ?? []);
      return asked.length === 0 ? [] : [asked.reduce(strongest)];
    });
    return {
      outcome: outcomes.reduce(weakest),
      unlessAnnotated: unannotated.length === 0 ? undefined : unannotated.reduce(weakest),
      guards,
    };
  }

  /** Whether what a row of interceptors puts before handlers looks at the annotations on one. */
  annotationScope(row: string, entry: EntryDraft): AnnotationScope {
    const requests = requestsOf(entry, this.#context.application, this.#transports.get(entry.mechanism));
    return annotationScope(this.#routers, row, requests);
  }

  /** What refuses where a handler has an annotation, be it that this one has another which lifts it. */
  actingOn(annotation: TypeName, entry: EntryDraft): Acting | undefined {
    return this.#interceptions.actingOn(annotation, entry);
  }

  #overTheWeb(entry: EntryDraft, request: AccessRequest): Outcome {
    const constraint = this.#constraints(entry, request);
    const byChains = decideByChains(this.#webChains, this.#fallback, request);
    const others = [
      ...this.#others.map((decide) => decide(request, entry)),
      ...(constraint === undefined ? [] : [constraint]),
    ];
    // A rule that lets everybody in tells more than that there is none of another kind.
    const all = byChains === this.#fallback ? [...others, byChains] : [byChains, ...others];
    return all.reduce(strongest);
  }

  /** A transport of its own, which no rule of the web sees: all that come by it meet the same. */
  #beside({ mechanism }: EntryDraft): Outcome {
    const known = this.#ofTransports.get(mechanism);
    if (known !== undefined) return known;
    const { tools, application } = this.#context;
    const found = unreadableOutcome(tools, application, mechanism) ?? unprotected(tools, application);
    this.#ofTransports.set(mechanism, found);
    return found;
  }

  /** Rules about messages, behind the connection that the web rules let through. */
  #messageRules(entry: EntryDraft): readonly Outcome[] {
    const own = this.chains.filter(({ row }) => row.entries?.includes(entry.mechanism) === true);
    if (own.length === 0) return [];
    const open: Outcome = { ...this.#fallback, requirement: { kind: 'public' } };
    const outcomes = requestsOf(entry, this.#context.application).map((request) =>
      decideByChains(own, open, request),
    );
    return [outcomes.reduce(weakest)];
  }
}
