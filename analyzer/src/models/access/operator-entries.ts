import type { EntryDraft } from '../entries/entry-draft.ts';
import type { AccessVerdict } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { Row } from '../models.ts';

/**
 * The verdict of entry points that no web request makes run; undefined for all others. Whoever operates the machine starts
 * jobs and command lines: a person the organisation knows, though no line of the source checks it. Who may publish a message
 * is up to the broker, which the source does not show; who may speak over a connection of the program's own, to the handler.
 */
export function operatorVerdict({ models }: MatchTools, entry: EntryDraft): AccessVerdict | undefined {
  const evidence = [
    { ...entry.location, text: `${entry.kind} ${entry.paths.join(', ')}`.trim().slice(0, 200) },
  ];
  const isConnected = isOfConnection(models.access, entry.mechanism);
  if (isConnected) {
    const reason = {
      en: 'the handler itself decides who may speak over its connection',
      ru: 'кто может обращаться по соединению, решает сам обработчик',
    };
    return { verdict: 'unknown', reason, mechanism: 'connection', evidence };
  }
  switch (entry.kind) {
    case 'job':
    case 'cli':
      return { verdict: 'authenticated', mechanism: 'operator-started', evidence };
    case 'mq':
      return {
        verdict: 'unknown',
        reason: {
          en: 'who may publish is decided by the broker',
          ru: 'кто может публиковать, решает брокер',
        },
        mechanism: 'broker',
        evidence,
      };
    default:
      return undefined;
  }
}

const isOfConnection = rememberedOf((rows: readonly Row<'access'>[], mechanism: string): boolean =>
  rows.some((row) => row.on === 'transport' && row.web === 'connection' && row.entries.includes(mechanism)),
);
