import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Evidence, Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Application } from './applications.ts';
import { groupsBelow } from './configured-rules.ts';
import { dependenciesOf } from './default-protection.ts';
import { type AccessRequest, matchRequest } from './path-matchers/request-matcher.ts';

/** Limits that stand before all requests of an entry point. */
export type ConfiguredLimits = (entry: EntryDraft, requests: readonly AccessRequest[]) => readonly Guard[];

interface Limit {
  readonly row: string;
  /** A regular expression over paths. */
  readonly pattern: string;
  readonly evidence: Evidence;
}

/** Reads limits of requests from settings: paths below one prefix, one group of keys a limit. */
export function readConfiguredLimits(tools: MatchTools, application: Application): ConfiguredLimits {
  const limits = limitsOf(tools, application);
  return (entry, requests) =>
    limits
      .filter(({ pattern }) =>
        requests.every(
          (request) =>
            matchRequest({ kind: 'pattern', style: 'regex', pattern, verb: null }, request).relation ===
            'all',
        ),
      )
      .slice(0, 1)
      .map(
        ({ row, evidence }): Guard => ({
          category: 'rate-limiting',
          mechanism: row,
          carrier: { kind: 'entry', entry: entry.id, handler: entry.handler },
          evidence,
          confidence: 'certain',
        }),
      );
}

function limitsOf(tools: MatchTools, application: Application): readonly Limit[] {
  return tools.models.access.flatMap((row): readonly Limit[] => {
    if (row.on !== 'configured-limits') return [];
    const isBrought = dependenciesOf(tools, application).some((each) =>
      fitsAny(`${each.group ?? ''}:${each.name}`, row.dependency),
    );
    if (!isBrought || application.settings.find(row.enabledBy)?.value === 'false') return [];
    return groupsBelow(application, row.prefix).flatMap(({ values }) =>
      row.patterns
        .flatMap((key) => values.get(key) ?? [])
        .filter(({ known }) => known)
        .map(({ value, evidence }) => ({ row: row.id, pattern: value, evidence })),
    );
  });
}
