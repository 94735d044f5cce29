import type { MethodId } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { EntryPoint, Guard, SecurityView } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { histogram, measured, notApplicable, takesRequests } from './scale.ts';

/** The guards a test can hold in place. */
const CONSTRUCTS = ['authorization', 'validation', 'sanitization'] as const;
type Construct = Guard & { readonly category: (typeof CONSTRUCTS)[number] };
const NAMES: Readonly<Record<Construct['category'], Text>> = {
  authorization: { en: 'authorization', ru: 'авторизация' },
  validation: { en: 'validation', ru: 'валидация' },
  sanitization: { en: 'sanitization', ru: 'санитизация' },
};

export const securityRegression = defineMetric({
  id: 'F2',
  group: 'F',
  name: 'security regression',
  question: 'Would a test notice if a guard were removed?',
  formula:
    'raw = value = authorization, validation and sanitization guards whose carrier no test exercises by a resolved reference / all of them; csqa-2: value = entry points that take requests and reach an operation, none of whose guards on the way (path rules included) a test exercises / all such entry points',
  weight: 0.05,
  caveats: [
    'Under csqa-2 an entry point without any guard counts as one that no test holds, so that taking away an untested guard cannot lower the value. Without such entry points both models take the share of guards.',
    'A test that reaches the carrier need not assert the guard; this is the least a test must do.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const constructs = distinctCarriers(view.guards.filter(isConstruct));
  const asked = requestedEntries(view);
  if (constructs.length === 0 && asked.length === 0)
    return notApplicable({
      en: 'no authorization, validation or sanitization was found, and no request reaches an operation',
      ru: 'авторизации, валидации и санитизации не найдено, и ни один запрос не доходит до важной операции',
    });
  const untested = constructs.filter((guard) => !isExercised(view, guard));
  const share = constructs.length === 0 ? null : untested.length / constructs.length;
  return measured({
    value: { 'csqa-1': share ?? 0, 'csqa-2': unheldShare(view, asked) ?? share ?? 0 },
    raw: share,
    absentIn: share === null ? 'csqa-1' : null,
    contributors: untested.map((guard) => ({
      label: constructLabel(guard, labelOf(view, guard)),
      value: 1,
      location: guard.evidence,
    })),
    distribution: [
      ...histogram(constructs, NAMES, (guard) => guard.category),
      { label: { en: 'untested', ru: 'без теста' }, value: untested.length },
    ],
    evidence: untested.map((guard) => untestedGuard(view, guard)),
  });
}

/** Entry points that a request makes run and that lead to an operation; guards do not decide which these are. */
function requestedEntries({ roads }: SecurityView): EntryPoint[] {
  const entries = roads.map((road) => road.entry).filter(takesRequests);
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** Share of entry points of which no guard on the way is held by a test; null where there are none. */
function unheldShare(view: SecurityView, asked: readonly EntryPoint[]): number | null {
  if (asked.length === 0) return null;
  const held = view.guards.filter(
    (guard) => CONSTRUCTS.some((category) => category === guard.category) && isExercised(view, guard),
  );
  const atDoor = new Set(held.flatMap(({ carrier }) => (carrier.kind === 'entry' ? [carrier.entry] : [])));
  const inCode = leadingTo(
    view,
    held.flatMap(({ carrier }) => (carrier.kind === 'entry' ? [] : [carrier.method])),
  );
  return asked.filter(({ id, handler }) => !atDoor.has(id) && !inCode(handler)).length / asked.length;
}

/** Tells of a method whether it is one of the targets, or reaches one over calls. */
function leadingTo(view: SecurityView, targets: readonly MethodId[]): (method: MethodId) => boolean {
  const named = new Set(targets);
  const leads = view.leadingTo(targets.flatMap((id) => view.placeOf(id) ?? []));
  return (method) => named.has(method) || leads(view.placeOf(method) ?? -1);
}

/** What rules say of a path stands in the security configuration, once, and not in each handler behind it. */
function isConstruct(guard: Guard): guard is Construct {
  const isPathRule = guard.carrier.kind === 'entry' && guard.category === 'authorization';
  return CONSTRUCTS.some((category) => category === guard.category) && !isPathRule;
}

function carrierMethod(guard: Guard) {
  return guard.carrier.kind === 'entry' ? guard.carrier.handler : guard.carrier.method;
}

/** One construct for each carrier and category: three constrained parameters of one handler are one thing to test. */
function distinctCarriers(guards: readonly Construct[]): Construct[] {
  const rows = new Map<string, Construct>();
  for (const guard of guards) {
    const key = `${guard.category} ${carrierMethod(guard)} ${guard.carrier.kind === 'call' ? guard.carrier.operation : ''}`;
    if (!rows.has(key)) rows.set(key, guard);
  }
  return [...rows.values()];
}

function isExercised(view: SecurityView, guard: Guard): boolean {
  if (guard.carrier.kind === 'entry' && view.testReferences.entries.has(guard.carrier.entry)) return true;
  return view.testReferences.methods.has(carrierMethod(guard));
}

function constructLabel({ category }: Construct, method: string): Text {
  const { en, ru } = NAMES[category];
  return { en: `${en} on ${method}`, ru: `${ru}: ${method}` };
}

function labelOf(view: SecurityView, guard: Guard): string {
  return view.method(carrierMethod(guard))?.label ?? carrierMethod(guard);
}

function untestedGuard(view: SecurityView, guard: Guard): MetricEvidence {
  const method = view.method(carrierMethod(guard));
  return {
    rule: 'F2-untested-guard',
    severity: 'medium',
    confidence: guard.confidence === 'possible' ? 'low' : 'medium',
    location: method?.location ?? { file: guard.evidence.file, line: guard.evidence.line },
    symbol: carrierMethod(guard),
    facts: { guard: guard.category, mechanism: guard.mechanism, method: labelOf(view, guard) },
    path: [],
  };
}
