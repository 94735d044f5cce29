import type { MethodId } from '../base/ids.ts';
import { byNumber, byText, compareText, inOrder } from '../base/ordering.ts';
import type { EntryPoint, Road, SecurityView } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { entryLabel, oneRoadPerEntry, pathSteps, takesRequests } from '../metrics/scale.ts';
import type { Check } from './check.ts';
import { createReachability } from './reachability.ts';

/** Entry points or operations that one finding names; the rest is counted. */
const SHOWN = 4;

const isLoggedIn = ({ entry }: Road) => takesRequests(entry) && entry.access.verdict === 'authenticated';

/** What is done weighs before what is read; then the shortest, and destroying before changing. */
const worstFirst = inOrder<Road>(
  byNumber((road) => (road.sink.privileged ? 0 : 1)),
  byNumber((road) => road.hops.length),
  byNumber((road) => (road.sink.action === 'delete' ? 0 : 1)),
  byText((road) => road.sink.operation),
);

/**
 * Roads on which every login is enough. Where the code knows nobody's rights at all, that is one decision and one finding; where it
 * knows them elsewhere, each entry point without them is its own. One that asks who the caller is may sort it out by itself.
 */
export const missingAuthorization: Check = {
  rules: ['B1-no-authorization', 'B1-no-owner-check'],
  look: ({ view }: MetricInput) => {
    const reaches = createReachability(view);
    const asksWho = (entry: EntryPoint) => reaches.any(entry, view.identityReaders);
    const open = view.roads.filter(
      (road) => isLoggedIn(road) && !road.categories.includes('authorization') && !asksWho(road.entry),
    );
    const owned = oneRoadPerEntry(
      open.filter((road) => isOfSomebody(view, road) && takesId(road.entry)),
      worstFirst,
    );
    const named = new Set(owned.map(({ road }) => road.entry.id));
    const rest = oneRoadPerEntry(
      open.filter((road) => changesSomething(road) && !named.has(road.entry.id)),
      worstFirst,
    ).map(({ road }) => road);
    // Whose a record is, is no right that somebody gives.
    const knowsRights = view.guards.some(
      ({ category, onlyHere }) => category === 'authorization' && onlyHere !== true,
    );
    return [
      ...owned.map(({ road }) => missing('B1-no-owner-check', [road])),
      ...(knowsRights ? rest.map((road) => missing('B1-no-authorization', [road])) : together(rest)),
    ];
  },
};

/** Kinds of operations that a right can allow. Nobody has a right to have text evaluated. */
const ALLOWABLE: ReadonlySet<Road['sink']['kind']> = new Set([
  'db',
  'fs',
  'exec',
  'ldap',
  'identity',
  'mail',
  'mq',
]);

function changesSomething({ sink }: Road): boolean {
  return sink.privileged && ALLOWABLE.has(sink.kind);
}

/** The operation is about a stored type whose records belong to somebody. */
function isOfSomebody(view: SecurityView, { sink }: Road): boolean {
  const subject = sink.operation.slice(sink.operation.lastIndexOf(' ') + 1);
  const owned: ReadonlySet<string> = view.ownedTypes;
  return sink.kind === 'db' && owned.has(subject);
}

/** `id`, `uuid`, `orderId`, `order_id`; not `paid`. */
const ID_NAME = /^(?:id|uuid|guid)$|_(?:id|uuid)$|[a-z](?:Id|ID|Uuid|UUID)$/u;

/** The request names the record. */
function takesId({ parameters }: EntryPoint): boolean {
  return parameters.some(
    ({ name, source }) => (source === 'path' || source === 'query') && ID_NAME.test(name),
  );
}

function together(roads: readonly Road[]): MetricEvidence[] {
  return roads.length === 0 ? [] : [missing('B1-no-authorization', [...roads].sort(worstFirst))];
}

function missing(rule: string, roads: readonly Road[]): MetricEvidence {
  const [worst] = roads;
  if (worst === undefined) throw new RangeError(`${rule} needs a road`);
  const { entry, sink } = worst;
  return {
    rule,
    confidence: worst.confidence === 'possible' ? 'low' : 'medium',
    location: entry.location,
    symbol: entry.handler,
    facts: {
      entry: entryLabel(entry),
      operation: sink.operation,
      sink: `${sink.location.file}:${sink.location.line}`,
      others: roads.length - 1,
    },
    path: pathSteps(worst.hops),
    framework: entry.framework,
    causes: roads.map((road) => `authorization ${road.entry.id}`),
  };
}

/** Open entry points that tell whether somebody knows a password, as often as anybody asks. */
export const unlimitedLogins: Check = {
  rules: ['B1-no-rate-limit'],
  look: ({ view }: MetricInput) => {
    const reaches = createReachability(view);
    const proofs = carriersOf(view, (guard) => guard.proves === 'password');
    const countsAttempts = attemptsTest();
    const limits = carriersOf(view, (guard) => guard.category === 'rate-limiting');
    return view.entryPoints
      .filter(
        (entry) =>
          entry.kind === 'http' &&
          entry.access.verdict === 'public' &&
          reaches.any(entry, proofs) &&
          !reaches.any(entry, limits) &&
          !hasLimitAtEntry(view, entry) &&
          !reaches.some(entry, countsAttempts),
      )
      .map(
        (entry): MetricEvidence => ({
          rule: 'B1-no-rate-limit',
          confidence: 'medium',
          location: entry.location,
          symbol: entry.handler,
          facts: { entry: entryLabel(entry) },
          path: [],
          framework: entry.framework,
        }),
      );
  },
};

function carriersOf(
  { guards }: SecurityView,
  isMeant: (guard: SecurityView['guards'][number]) => boolean,
): ReadonlySet<MethodId> {
  return new Set(
    guards.filter(isMeant).flatMap(({ carrier }) => (carrier.kind === 'entry' ? [] : [carrier.method])),
  );
}

function hasLimitAtEntry({ guards }: SecurityView, entry: EntryPoint): boolean {
  return guards.some(
    ({ category, carrier }) =>
      category === 'rate-limiting' && carrier.kind === 'entry' && carrier.entry === entry.id,
  );
}

/**
 * Tells methods of types of the tree that count attempts, lock accounts or ask a riddle: whoever wrote one thought of it. Those of one
 * type follow each other, and its name is read once.
 */
function attemptsTest(): (method: MethodId) => boolean {
  let owner = '#';
  let answer = false;
  return (method) => {
    if (method.startsWith(owner)) return answer;
    const name = method.slice(0, method.indexOf('#'));
    owner = `${name}#`;
    answer = COUNTS_ATTEMPTS.test(name.slice(name.lastIndexOf('.') + 1));
    return answer;
  };
}

const COUNTS_ATTEMPTS = /retry|attempt|lock(?:ed|out)|throttl|ratelimit|captcha|toomany/iu;

/** Privileged operations of requests that leave no trace: one finding for the whole, at the worst of them. */
export const missingAudit: Check = {
  rules: ['B1-no-audit'],
  look: ({ view }: MetricInput) => {
    const roads = view.roads.filter(
      (road) =>
        takesRequests(road.entry) &&
        road.sink.privileged &&
        road.entry.access.verdict !== 'denied' &&
        (road.sink.action === 'delete' || road.sink.kind === 'exec'),
    );
    const silent = roads.filter((road) => !road.categories.includes('audit'));
    const worst = oneRoadPerEntry(silent, worstFirst).map(({ road }) => road);
    const [first] = [...worst].sort(worstFirst);
    if (first === undefined) return [];
    const operations = [...new Set(silent.map((road) => road.sink.operation))].sort(compareText);
    return [
      {
        rule: 'B1-no-audit',
        confidence: 'medium',
        location: first.entry.location,
        symbol: first.entry.handler,
        facts: {
          entry: entryLabel(first.entry),
          operations: operations.slice(0, SHOWN),
          others: Math.max(0, operations.length - SHOWN),
          entries: worst.length,
        },
        path: pathSteps(first.hops),
        framework: first.entry.framework,
      },
    ];
  },
};
