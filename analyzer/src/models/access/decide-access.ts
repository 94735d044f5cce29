import type { ProgramType } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { AccessVerdict, Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { AccessContext, AccessDecision } from './access.ts';
import { type ApplicationAccess, createApplicationAccess } from './application-access.ts';
import type { Before } from './application-rules.ts';
import { type Application, findApplications } from './applications.ts';
import { handlerPaths } from './code/marked-handlers.ts';
import { createMethodSecurity } from './methods/method-security.ts';
import { operatorVerdict } from './operator-entries.ts';
import { createPreparations } from './preparations.ts';
import { createProgrammaticChecks } from './programmatic-checks.ts';
import { mergeEvidence, type Outcome, shortText, strongest, weakest } from './requirement.ts';
import { shadowedRules } from './shadowed-rules.ts';
import { createToldCallers } from './told-callers.ts';

/**
 * Decides who may call each entry point: what stands before it by path (rules, filters, constraints) and what its handler
 * asks for must both be passed; an entry point that is part of several applications is as open as the most open of them.
 */
export function decideAccess({ tools: given, entries, called }: AccessContext): AccessDecision {
  const tools: MatchTools = { ...given, handlerPaths: handlerPaths(given, entries) };
  const beans = tools.models.access.find((row) => row.on === 'beans');
  if (beans === undefined) return { verdicts: new Map(), guards: [], inertGuards: [], shadowedRules: [] };
  const applications = findApplications(tools, beans);
  const read = createApplicationAccess(tools, beans);
  const met = new Set<ApplicationAccess>();
  const accessOf = (application: Application): ApplicationAccess => {
    const access = read(application);
    met.add(access);
    return access;
  };
  const security = createMethodSecurity(tools, { beans, accessOf, applications, entries });
  const programmatic = createProgrammaticChecks(tools, called);
  const told = createToldCallers(tools);
  const prepared = createPreparations(tools, [programmatic, told]);
  const verdicts = new Map<string, AccessVerdict>();
  const guards: Guard[] = [...security.guards];
  for (const entry of entries) {
    const operator = operatorVerdict(tools, entry);
    if (operator !== undefined) {
      verdicts.set(entry.id, operator);
      continue;
    }
    const owner = tools.program.type(entry.owner);
    const there =
      owner === undefined
        ? (entry.module === undefined ? [] : applications.ofModule(entry.module)).map(accessOf)
        : present(applications.of(owner).map(accessOf), owner);
    if (there.length === 0) continue;
    const outcomes = there.map((access) => access.before(entry));
    const annotated = security.ofHandler(entry);
    const before = outcomes.map((each) => beforeHandler(each, annotated.isSpokenOf)).reduce(weakest);
    const [byCaller, earlier] = [told(entry), weakestOf(there.map((access) => prepared(entry, access)))];
    const own = programmatic(entry);
    const asked = [annotated.outcome, own, byCaller, earlier].filter((each) => each !== undefined);
    verdicts.set(entry.id, verdictOf(entry, asked.reduce(combine, before)));
    guards.push(
      ...outcomes.flatMap((each) => (outcomes.length === 1 ? each.guards : [])),
      ...pathGuards(entry, before),
      ...[byCaller, earlier].flatMap((each) => (each === undefined ? [] : pathGuards(entry, each))),
      // What else it asks than a login stands at its call.
      ...(own?.requirement.kind === 'authenticated' ? pathGuards(entry, own) : []),
    );
  }
  return {
    verdicts,
    guards: distinct(guards),
    inertGuards: security.inertGuards,
    shadowedRules: shadowedRules([...met]),
  };
}

/** Nothing is asked where one of the applications asks nothing. */
function weakestOf(outcomes: readonly (Outcome | undefined)[]): Outcome | undefined {
  return outcomes.reduce((left, right) =>
    left === undefined || right === undefined ? undefined : weakest(left, right),
  );
}

/** Applications in which the class is there under their settings; all of them where it is in none. */
function present(all: readonly ApplicationAccess[], owner: ProgramType): readonly ApplicationAccess[] {
  const there = all.filter(({ conditions }) => conditions.ofType(owner).state !== 'inactive');
  return there.length > 0 ? there : all;
}

/** What a caller meets before the handler; annotations on it take the place of what holds without any. */
function beforeHandler({ outcome, unlessAnnotated }: Before, isAnnotated: boolean): Outcome {
  return isAnnotated || unlessAnnotated === undefined ? outcome : strongest(outcome, unlessAnnotated);
}

/** Both must be passed. A handler's annotation never weakens what stands before it. */
function combine(before: Outcome, method: Outcome): Outcome {
  const both = strongest(before, method);
  return {
    ...both,
    evidence: mergeEvidence(both.evidence, both === before ? method.evidence : before.evidence),
  };
}

function verdictOf(entry: EntryDraft, { requirement, mechanism, evidence }: Outcome): AccessVerdict {
  const open = {
    ...entry.location,
    text: shortText(`${entry.verbs.join('|')} ${entry.paths.join(', ')} has no rule`),
  };
  const lines = evidence.length === 0 || mechanism === 'no-security' ? [open, ...evidence] : evidence;
  return {
    verdict: requirement.kind,
    ...(requirement.kind === 'authorized' ? { rule: requirement.rule } : {}),
    ...(requirement.kind === 'unknown' ? { reason: requirement.reason } : {}),
    mechanism,
    evidence: lines.map(({ file, line, text }) => ({ file, line, text })),
  };
}

/** The guards that a decided path puts before its handler. */
function pathGuards(entry: EntryDraft, { requirement, row, evidence }: Outcome): readonly Guard[] {
  const [first] = evidence;
  if (first === undefined || row === '') return [];
  const carrier = { kind: 'entry', entry: entry.id, handler: entry.handler } as const;
  const guard = { mechanism: row, carrier, evidence: first, confidence: 'certain' } as const;
  switch (requirement.kind) {
    case 'authenticated':
      return [{ ...guard, category: 'authentication' }];
    case 'authorized':
    case 'denied':
      return [
        { ...guard, category: 'authentication' },
        { ...guard, category: 'authorization' },
      ];
    default:
      return [];
  }
}

function distinct(guards: readonly Guard[]): readonly Guard[] {
  const byKey = new Map<string, Guard>();
  for (const guard of guards) {
    const { carrier } = guard;
    const place = carrier.kind === 'entry' ? carrier.entry : carrier.method;
    byKey.set([carrier.kind, place, guard.category, guard.mechanism].join(' '), guard);
  }
  return [...byKey.values()];
}
