import type { Guard } from '../labels.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { createCallMatcher, weaker } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { useOfResult } from '../match/result-use.ts';
import type { Row } from '../models.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';

type CallGuard = Row<'guards'> & CallGuardRow;

/** Guards in code: checks that can refuse, limiters, audit events, and encoders of values. */
export function callGuards(tools: MatchTools): readonly Guard[] {
  const matchGuard = createCallMatcher(
    tools.models.guards.filter((row): row is CallGuard => row.on === 'call'),
    tools,
  );
  const matchSanitizer = createCallMatcher(
    tools.models.sanitizers.filter((row) => row.how === 'encoding'),
    tools,
  );
  return tools.productionMethods.flatMap((method) =>
    tools.outsideCalls(method).flatMap((call) => [
      ...matchGuard(call)
        .slice(0, 1)
        .flatMap(({ row, confidence }) => guardOf(call, row, confidence) ?? []),
      ...matchSanitizer(call)
        .slice(0, 1)
        .map(
          ({ row, confidence }): Guard => ({
            ...carried(call),
            category: 'sanitization',
            mechanism: row.id,
            confidence,
            cleans: row.cleans,
            parameters: row.arguments,
          }),
        ),
    ]),
  );
}

function guardOf(call: CallFacts, row: CallGuard, matched: Guard['confidence']): Guard | undefined {
  const confidence = confidenceOfUse(call, row.result);
  if (confidence === undefined) return undefined;
  return {
    ...carried(call),
    category: row.category,
    mechanism: row.id,
    confidence: weaker(matched, confidence),
    ...(row.arguments === undefined ? {} : { parameters: row.arguments }),
  };
}

/** A check whose result is dropped checks nothing; one that is handed on may be tested elsewhere. */
function confidenceOfUse(call: CallFacts, needed: CallGuard['result']): Guard['confidence'] | undefined {
  const body = call.caller.declaration?.body;
  if (needed === 'thrown' || body === undefined || body === null) return 'certain';
  const use = useOfResult(body, call.site.operation);
  if (use === 'dropped') return undefined;
  return needed === 'used' || use === 'tested' ? 'certain' : 'likely';
}

function carried(call: CallFacts): Pick<Guard, 'carrier' | 'evidence'> {
  const owner = call.owners.at(-1);
  return {
    carrier: { kind: 'call', method: call.caller.id, operation: call.site.operation },
    evidence: {
      file: call.site.file,
      line: call.site.nameLine,
      text: `${owner === undefined ? '' : `${simpleName(owner)}.`}${call.member}`.slice(0, 200),
    },
  };
}
