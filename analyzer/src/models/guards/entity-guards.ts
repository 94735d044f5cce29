import { typeName } from '../../base/ids.ts';
import type { Guard, Sink } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';

/** Guards that annotations put on stored types: whatever changes an object of such a type passes them (Envers). */
export function entityGuards(tools: MatchTools, sinks: readonly Sink[]): readonly Guard[] {
  const rows = tools.models.guards.filter((row) => row.on === 'entity');
  return sinks.flatMap((sink): readonly Guard[] => {
    if (sink.kind !== 'db' || sink.action === 'read') return [];
    const entity = tools.program.type(typeName(sink.operation.slice(sink.operation.indexOf(' ') + 1)));
    if (entity === undefined) return [];
    return rows.flatMap((row): readonly Guard[] => {
      const found = tools.annotations.onType(entity, row.annotation);
      if (found === undefined) return [];
      const { written } = found;
      return [
        {
          category: row.category,
          mechanism: row.id,
          carrier: { kind: 'call', method: sink.method, operation: sink.operationIndex },
          evidence: { file: written.file, line: written.line, text: `@${simpleName(written.type)}` },
          confidence: 'certain',
        },
      ];
    });
  });
}
