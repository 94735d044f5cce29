import type { Program, ProgramMethod } from '../../link/program.ts';
import type { ApplicationSettings } from '../access/application-settings.ts';
import { findApplications } from '../access/applications.ts';
import { interceptorEffect } from '../access/interceptions/interceptor-effect.ts';
import type { Advice } from '../implicit/advice.ts';
import type { AccessVerdict, Evidence, Guard, Sink } from '../labels.ts';
import { type CallPattern, createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';

/** Calls from the advice that are looked into for what tells the caller. */
const DEEPEST = 3;

/**
 * Guards that a project writes itself: advice that can refuse, and asks who calls, before the methods it is woven
 * around. Advice that reads the attributes of its annotation asks for more than a login.
 */
export function aspectGuards(tools: MatchTools, advice: readonly Advice[]): readonly Guard[] {
  const asksWho = callerQuestion(tools);
  const credentials = credentialsOf(tools).flatMap(({ type = [], method = [] }) => ({ type, method }));
  return advice.flatMap(({ row, method, kind, advised, isSure }) => {
    if (!isSure || (kind !== 'Before' && kind !== 'Around')) return [];
    const settings = asksWho(method) ? settingsOf(tools, method) : undefined;
    if (settings === undefined) return [];
    const goesOn = kind === 'Around' ? ('call' as const) : ('return' as const);
    // Judged as an interceptor is; that it asks who calls is found out apart, through interfaces too.
    const judgedBy = { goesOn, credentials, asksCaller: true };
    const effect = interceptorEffect({ tools, settings }, judgedBy, { method });
    if (effect === undefined || effect.effect !== 'refuses') return [];
    return advised.flatMap((each): readonly Guard[] => {
      const mark = markOn(tools, method, each);
      const evidence = mark?.evidence ?? effect.evidence;
      const carrier = { kind: 'method', method: each.id } as const;
      const guard = { mechanism: row, carrier, evidence, confidence: 'likely' } as const;
      const login: Guard = { ...guard, category: 'authentication' };
      return mark?.readsAttributes === true ? [login, { ...guard, category: 'authorization' }] : [login];
    });
  });
}

/**
 * Audit that a project writes itself: advice on an annotation of the tree that asks who calls and records it, by an audit
 * event, in a store or by a message. Advice that only logs is none.
 */
export function recordingAspects(
  tools: MatchTools,
  advice: readonly Advice[],
  found: { readonly sinks: readonly Sink[]; readonly guards: readonly Guard[] },
): readonly Guard[] {
  const recording = new Set<string>([
    ...found.sinks.flatMap(({ kind, action, method }) =>
      kind === 'mq' || (kind === 'db' && action === 'write') ? [method] : [],
    ),
    ...found.guards.flatMap(({ category, carrier }) =>
      category === 'audit' && carrier.kind === 'call' ? [carrier.method] : [],
    ),
  ]);
  const asksWho = callerQuestion(tools);
  return advice.flatMap(({ row, method, advised, isSure }) => {
    if (!isSure || !asksWho(method) || !reaches(tools.program, method, ({ id }) => recording.has(id)))
      return [];
    return advised.flatMap((each): readonly Guard[] => {
      const mark = markOn(tools, method, each);
      if (mark === undefined) return [];
      const carrier = { kind: 'method', method: each.id } as const;
      return [{ category: 'audit', mechanism: row, carrier, evidence: mark.evidence, confidence: 'likely' }];
    });
  });
}

/** What an aspect on the handler asks is asked of every caller: an entry point that nothing else closes is not public. */
export function behindAspects(verdict: AccessVerdict, guards: readonly Guard[]): AccessVerdict {
  const [first] = guards;
  if (first === undefined || verdict.verdict !== 'public') return verdict;
  const asksForMore = guards.some(({ category }) => category === 'authorization');
  return {
    verdict: asksForMore ? 'authorized' : 'authenticated',
    ...(asksForMore ? { rule: first.evidence.text } : {}),
    mechanism: 'aspect',
    evidence: [first.evidence, ...verdict.evidence],
  };
}

function settingsOf(tools: MatchTools, { owner }: ProgramMethod): ApplicationSettings | undefined {
  const beans = tools.models.access.find((row) => row.on === 'beans');
  if (beans === undefined || tools.annotations.find(owner.annotations, beans.stereotypes).length === 0) {
    return undefined;
  }
  return findApplications(tools, beans).of(owner)[0]?.settings;
}

function credentialsOf(tools: MatchTools) {
  return tools.models.implicit.flatMap((row) => (row.on === 'advice' ? row.credentials : []));
}

function callerQuestion(tools: MatchTools): (method: ProgramMethod) => boolean {
  const patterns: readonly CallPattern[] = credentialsOf(tools);
  const matcher = createCallMatcher(patterns, tools);
  const asks = (each: ProgramMethod) => tools.outsideCalls(each).some((call) => matcher(call).length > 0);
  return (method) => reaches(tools.program, method, asks);
}

/** Whether a method, or one called from it within a few calls, is what is looked for. */
function reaches(program: Program, method: ProgramMethod, wanted: (each: ProgramMethod) => boolean): boolean {
  let level = new Set([method]);
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    if ([...level].some(wanted)) return true;
    level = new Set([...level].flatMap((each) => calledBy(program, each)));
  }
  return false;
}

function calledBy(program: Program, method: ProgramMethod): readonly ProgramMethod[] {
  return method.calls.flatMap(({ targets }) =>
    targets.flatMap((target) => program.method(target.method) ?? []),
  );
}

/** The annotation of the tree on the advised method or its class that the advice takes or names. */
function markOn(
  tools: MatchTools,
  advice: ProgramMethod,
  advised: ProgramMethod,
): { readonly evidence: Evidence; readonly readsAttributes: boolean } | undefined {
  const text = JSON.stringify(advice.annotations.map(({ args }) => [...args.values()]));
  const taken = advice.parameters.flatMap(({ type }) => (type.kind === 'class' ? [type.name] : []));
  for (const written of [...advised.annotations, ...advised.owner.annotations]) {
    const declared = tools.program.type(written.type);
    if (
      declared === undefined ||
      !(taken.includes(written.type) || text.includes(simpleName(written.type)))
    ) {
      continue;
    }
    const { file, line } = written;
    return {
      evidence: { file, line, text: `@${simpleName(written.type)}`.slice(0, 200) },
      readsAttributes: reaches(tools.program, advice, (each) =>
        calledBy(tools.program, each).some(({ owner }) => owner === declared),
      ),
    };
  }
  return undefined;
}
