import type { Diagnostic } from '../../base/diagnostics.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatcher, type CallPattern, createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import { type Judgement, judgeDecider } from './deciding-functions.ts';

const matchers = new WeakMap<MatchTools, Map<string, CallMatcher<CallPattern>>>();

/** What becomes of a sink's danger; `unread` is the call whose argument decides and cannot be read. */
interface Harmless {
  readonly isHarmless: boolean;
  readonly unread?: CallFacts;
}

/**
 * Whether what a sink's row calls a danger was taken away where it stands: by a setting in the same method, or by a type of the
 * tree that overrides the member in question. A setting elsewhere is not seen: what is reported then says so by its lines.
 */
export function whatIsHarmless(tools: MatchTools, call: CallFacts, row: Row<'sinks'>): Harmless {
  if (isOverridden(tools, call, row)) return { isHarmless: true };
  const { id, harmlessWith, harmlessUnless } = row;
  if (harmlessWith === undefined) return { isHarmless: false };
  const others = tools.outsideCalls(call.caller);
  const setting = matcherOf<Setting>(tools, `${id} with`, harmlessWith);
  const unless = matcherOf(tools, `${id} unless`, harmlessUnless ?? []);
  const settings = others.flatMap((other) =>
    setting(other).map((match) => ({ other, judgement: judgeSetting(tools, other, match.row) })),
  );
  const isOpen = settings.some(({ judgement }) => judgement === 'allows');
  const isHarmless = settings.length > 0 && !isOpen && !others.some((other) => unless(other).length > 0);
  const unread = settings.find(({ judgement }) => judgement === 'unknown')?.other;
  return isHarmless && unread !== undefined ? { isHarmless, unread } : { isHarmless };
}

/** Settings that decide whether there is a danger and cannot be read, each told once. */
export interface UnreadSettings {
  add(call: CallFacts): void;
  diagnostics(): readonly Diagnostic[];
}

/** Collects them. */
export function unreadSettings(): UnreadSettings {
  const found = new Map<string, Diagnostic>();
  return {
    add({ site: { file, nameLine }, owners, member }) {
      const owner = owners[0] ?? '';
      const name = `${owner.slice(owner.lastIndexOf('.') + 1)}.${member}`;
      found.set(`${file}:${nameLine}`, {
        code: 'unread-setting',
        stage: 'models',
        severity: 'info',
        message: {
          en: `what ${name} is given here cannot be read: whether it keeps anything out is unknown, and no danger is reported`,
          ru: `что здесь получает ${name}, прочитать нельзя: отсекает ли это что-нибудь, неизвестно, и опасность не сообщается`,
        },
        file,
        line: nameLine,
      });
    },
    diagnostics: () => [...found.values()],
  };
}

type Setting = NonNullable<Row<'sinks'>['harmlessWith']>[number];

function judgeSetting(tools: MatchTools, call: CallFacts, { decidedBy }: Setting): Judgement {
  if (decidedBy === undefined) return 'refuses';
  const operation = argumentOperation(call, decidedBy.argument);
  if (operation === undefined) return 'unknown';
  return judgeDecider(tools, decidedBy, { method: call.caller, operation });
}

function matcherOf<Pattern extends CallPattern>(
  tools: MatchTools,
  key: string,
  patterns: readonly Pattern[],
): CallMatcher<Pattern> {
  const known = matchers.get(tools) ?? new Map<string, CallMatcher<CallPattern>>();
  matchers.set(tools, known);
  const matcher = known.get(key) ?? createCallMatcher<CallPattern>(patterns, tools);
  known.set(key, matcher);
  return matcher as CallMatcher<Pattern>;
}

function isOverridden(tools: MatchTools, call: CallFacts, { harmlessByOverride }: Row<'sinks'>): boolean {
  if (harmlessByOverride === undefined) return false;
  return call.owners.some((owner) =>
    tools.program
      .type(owner)
      ?.methods.some(
        ({ name, declaration }) => declaration?.body != null && fitsAny(name, harmlessByOverride),
      ),
  );
}
