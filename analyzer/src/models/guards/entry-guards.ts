import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';

/** Guards at the door: one validation where parameters are checked before the handler runs, and a limit of requests. */
export function entryGuards(entries: readonly EntryDraft[]): readonly Guard[] {
  return entries.flatMap((entry) => [...validationAt(entry), ...limitAt(entry)]);
}

function validationAt({ id, handler, checks }: EntryDraft): readonly Guard[] {
  const first = checks[0];
  if (first === undefined) return [];
  return [
    {
      category: 'validation',
      mechanism: first.mechanism,
      carrier: { kind: 'entry', entry: id, handler },
      evidence: first.evidence,
      confidence: 'certain',
      parameters: checks.map((check) => check.index),
    },
  ];
}

function limitAt({ id, handler, limited, mechanism }: EntryDraft): readonly Guard[] {
  if (limited === undefined) return [];
  return [
    {
      category: 'rate-limiting',
      mechanism,
      carrier: { kind: 'entry', entry: id, handler },
      evidence: limited,
      confidence: 'certain',
    },
  ];
}
