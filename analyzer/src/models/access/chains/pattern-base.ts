import type { ProgramMethod } from '../../../link/program.ts';
import type { CallFacts } from '../../match/call-facts.ts';
import { callsOf } from '../../match/call-matcher.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { textsAt } from '../code/texts-at.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import type { ChainContext } from './read-chains.ts';

/** What stands before the patterns of rules, by their style; null where it is known only at run time. */
export type PatternBase = (style: PatternStyle | 'regex') => string | null;

/** Reads the beans that set a base for all patterns of an application. */
export function readPatternBase(context: ChainContext): PatternBase {
  const { tools, application, conditions } = context;
  const bases = new Map<string, string | null>();
  const there = (method: ProgramMethod) =>
    application.includes(method.owner) && conditions.ofMethod(method).state === 'active';
  const rows = tools.models.access.filter((row) => row.on === 'pattern-base');
  for (const call of callsOf(rows, tools)) {
    const styles = stylesOf(context, call);
    if (styles.length === 0 || !there(call.caller)) continue;
    for (const style of styles) bases.set(style, textOf(context, call));
  }
  return (style) => bases.get(style) ?? (bases.has(style) ? null : '');
}

function stylesOf({ tools }: ChainContext, call: CallFacts): readonly string[] {
  return tools.models.access.flatMap((row) =>
    row.on === 'pattern-base' &&
    fitsAny(call.member, row.method) &&
    call.owners.some((owner) => tools.types.match(owner, row.type) === 'certain')
      ? row.styles
      : [],
  );
}

function textOf({ tools, application }: ChainContext, call: CallFacts): string | null {
  const [argument] = call.args ?? [];
  if (argument === undefined) return null;
  const [text] = textsAt({ tools, settings: application.settings }, call.caller, argument) ?? [];
  return text?.replace(/\/$/u, '') ?? null;
}
