import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { EntryDraft } from '../../entries/entry-draft.ts';
import type { Evidence, Guard, InertGuard } from '../../labels.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { AnnotationScope } from '../annotation-scope.ts';
import { type ApplicationAccess, expressionNames } from '../application-access.ts';
import type { Application, Applications } from '../applications.ts';
import { mergeEvidence, type Outcome, type Requirement, rankOf, strongest } from '../requirement.ts';
import { type AccessAnnotation, createAccessAnnotations } from './access-annotations.ts';
import { type Activation, createActivations } from './activation.ts';
import { ownReader } from './own-readers.ts';
import { createProxyLimits } from './proxy-limits.ts';

/** What annotations on methods ask of their callers. */
export interface MethodSecurity {
  /** What the annotations on a handler and its class say. */
  ofHandler(entry: EntryDraft): HandlerSecurity;
  readonly guards: readonly Guard[];
  readonly inertGuards: readonly InertGuard[];
}

/** What annotations say of one handler. */
export interface HandlerSecurity {
  /** What they ask; undefined where none is active. */
  readonly outcome: Outcome | undefined;
  /** Whether an active one says who may call, be it everybody. */
  readonly isSpokenOf: boolean;
}

interface SecurityContext {
  readonly beans: AccessRowOf<'beans'>;
  readonly accessOf: (application: Application) => ApplicationAccess;
  readonly applications: Applications;
  readonly entries: readonly EntryDraft[];
}

/** Mechanism of everything that annotations decide. */
const METHOD_ANNOTATION = 'method-annotation';

/** Reads the access annotations of all production methods, with what activates them in each application. */
export function createMethodSecurity(tools: MatchTools, context: SecurityContext): MethodSecurity {
  const annotations = createAccessAnnotations(tools, expressionNames(tools));
  const limits = createProxyLimits(tools, context.beans, {
    handlers: new Set(context.entries.map((entry) => entry.handler)),
    owners: new Set(context.entries.map((entry) => entry.owner)),
  });
  const activation = activationsOf(tools, context);
  const byHandler = Map.groupBy(context.entries, (entry) => entry.handler);
  const carried = tools.productionMethods.flatMap((method) => {
    const found = annotations(method, method.owner);
    if (found.length === 0 || !canCarry(method)) return [];
    const limit = limits(method);
    return found
      .filter((annotation) => limit === undefined || annotation.onMethod)
      .map((annotation) => ({
        method,
        annotation,
        state:
          limit === undefined
            ? activation(method, annotation, byHandler.get(method.id) ?? [])
            : { state: 'inactive' as const, reason: limit },
      }));
  });
  const spoken = (entry: EntryDraft): readonly (readonly [AccessAnnotation, Activation])[] => {
    const method = tools.program.method(entry.handler);
    const owner = tools.program.type(entry.owner);
    if (method === undefined || owner === undefined || limits(method) !== undefined) return [];
    return annotations(method, owner).map((each) => [each, activation(method, each, [entry])]);
  };
  return {
    guards: carried.flatMap(({ method, annotation, state }) =>
      state.state === 'active' ? guardsOf(method, annotation) : [],
    ),
    inertGuards: carried.flatMap(({ method, annotation, state }) =>
      state.state === 'active' || state.state === 'lifted' || annotation.row.effect === 'removes'
        ? []
        : [
            {
              ...inertGuard(method, annotation, state.reason),
              ...(state.state === 'unknown' ? { isUndecided: true as const } : {}),
            },
          ],
    ),
    ofHandler(entry) {
      const all = spoken(entry);
      const outcomes = all.flatMap(([annotation, state]) => outcomeOf(annotation, state));
      return {
        outcome: outcomes.length === 0 ? undefined : outcomes.reduce(strongest),
        isSpokenOf: all.some(([, state]) => state.state === 'active'),
      };
    },
  };
}

/** Abstract methods carry for what implements them; one that nobody of the tree implements carries itself. */
function canCarry({ declaration, overriddenBy }: ProgramMethod): boolean {
  if (declaration?.kind !== 'method') return false;
  return declaration.body !== null || overriddenBy.length === 0;
}

/** An annotation acts where it does so in every application that has the method, for one of the entries that it handles. */
function activationsOf(tools: MatchTools, { accessOf, applications }: SecurityContext) {
  const byApplication = new Map<Application, ReturnType<typeof createActivations>>();
  return (
    method: ProgramMethod,
    { row, found }: AccessAnnotation,
    entries: readonly EntryDraft[],
  ): Activation => {
    if (row.enforcedOn !== undefined && tools.annotations.onType(method.owner, row.enforcedOn) !== undefined)
      return { state: 'active', evidence: null };
    const answers = applications.of(method.owner).map((application) => {
      const access = accessOf(application);
      const known = byApplication.get(application) ?? createActivations(tools, access);
      byApplication.set(application, known);
      const answer = orByOwnCode(known(row.needs), tools, {
        access,
        annotation: found.written.type,
        entries,
      });
      const isLimited = row.within !== undefined && known(row.within.unless).state !== 'active';
      if (row.within === undefined || !isLimited || answer.state !== 'active') return answer;
      return inScope(answer, entries, (entry) => access.annotationScope(row.within?.row ?? '', entry));
    });
    return (
      answers.find((each) => each.state === 'inactive') ??
      answers.find((each) => each.state === 'unknown') ??
      answers[0] ?? { state: 'active', evidence: null }
    );
  };
}

/** Where no library acts on an annotation, an interceptor of the application that is registered for handlers with it may. */
function orByOwnCode(
  answer: Activation,
  tools: MatchTools,
  on: {
    readonly access: ApplicationAccess;
    readonly annotation: TypeName;
    readonly entries: readonly EntryDraft[];
  },
): Activation {
  const { access, annotation, entries } = on;
  if (answer.state !== 'inactive') return answer;
  const acting = entries.map((entry) => access.actingOn(annotation, entry));
  const [first] = acting;
  if (first !== undefined && !acting.includes(undefined)) {
    const isLifted = acting.some((each) => each?.isLifted === true);
    return isLifted ? { state: 'lifted' } : { state: 'active', evidence: first.evidence };
  }
  return ownReader(tools, access.application, annotation) ?? answer;
}

/** Interceptors look at handlers on their paths, and at nothing else. */
function inScope(
  answer: Activation,
  entries: readonly EntryDraft[],
  scopeOf: (entry: EntryDraft) => AnnotationScope,
): Activation {
  const scopes = entries.map(scopeOf);
  if (scopes.some(({ state }) => state === 'all')) return answer;
  return (
    scopes.find((each) => each.state === 'unknown') ?? {
      state: 'inactive',
      reason: {
        en: 'no interceptor that looks at annotations stands before it',
        ru: 'перед ним нет перехватчика, который проверяет аннотации',
      },
    }
  );
}

function outcomeOf(annotation: AccessAnnotation, state: Activation): readonly Outcome[] {
  const common = { mechanism: METHOD_ANNOTATION, row: annotation.row.id };
  // An annotation that lifts a restriction lifts one of its own kind only, never what stands before the handler.
  if (annotation.requirement.kind === 'public') return [];
  switch (state.state) {
    case 'active':
      return [
        {
          ...common,
          requirement: annotation.requirement,
          evidence: withLine(annotation.evidence, state.evidence),
        },
      ];
    case 'unknown': {
      const requirement: Requirement = { kind: 'unknown', reason: state.reason };
      return [{ ...common, requirement, evidence: [annotation.evidence] }];
    }
    case 'lifted':
    case 'inactive':
      return [];
  }
}

function withLine(first: Evidence, second: Evidence | null): readonly Evidence[] {
  return second === null ? [first] : mergeEvidence([first], [second]);
}

function guardsOf(method: ProgramMethod, { row, requirement, evidence }: AccessAnnotation): readonly Guard[] {
  if (rankOf(requirement) < rankOf({ kind: 'authenticated' })) return [];
  const carrier = { kind: 'method', method: method.id } as const;
  const guard = { mechanism: row.id, carrier, evidence, confidence: 'certain' } as const;
  const authentication: Guard = { ...guard, category: 'authentication' };
  if (requirement.kind === 'authenticated') return [authentication];
  return [authentication, { ...guard, category: 'authorization' }];
}

function inertGuard(method: ProgramMethod, annotation: AccessAnnotation, reason: Text): InertGuard {
  return {
    method: method.id,
    annotation: annotation.found.written.type,
    reason,
    evidence: annotation.evidence,
  };
}
