import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';

/** One validation guard an entry point whose parameters are checked before the handler runs. */
export function entryGuards(entries: readonly EntryDraft[]): readonly Guard[] {
  return entries.flatMap((entry): readonly Guard[] => {
    const first = entry.checks[0];
    if (first === undefined) return [];
    return [
      {
        category: 'validation',
        mechanism: first.mechanism,
        carrier: { kind: 'entry', entry: entry.id, handler: entry.handler },
        evidence: first.evidence,
        confidence: 'certain',
        parameters: entry.checks.map((check) => check.index),
      },
    ];
  });
}
