import { typeName } from '../../base/ids.ts';
import type { Evidence, Guard, Sink } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';

/**
 * Guards that stored types bring: whatever changes an object of a type with an annotation passes it (Envers), and a record
 * in a table that is kept for it is one itself.
 */
export function entityGuards(tools: MatchTools, sinks: readonly Sink[]): readonly Guard[] {
  const rows = tools.models.guards.filter((row) => row.on === 'entity');
  return sinks.flatMap((sink): readonly Guard[] => {
    if (sink.kind !== 'db' || sink.action === 'read') return [];
    const subject = sink.operation.slice(sink.operation.indexOf(' ') + 1);
    return rows.flatMap((row): readonly Guard[] => {
      const found = row.annotation === undefined ? undefined : annotationOn(tools, subject, row.annotation);
      const isRecord = row.named !== undefined && sink.action === 'write' && isNamed(subject, row.named);
      if (found === undefined && !isRecord) return [];
      return [
        {
          category: row.category,
          mechanism: row.id,
          carrier: { kind: 'call', method: sink.method, operation: sink.operationIndex },
          evidence: found ?? { ...sink.location, text: `writes ${simpleName(subject)}`.slice(0, 200) },
          confidence: found === undefined ? 'likely' : 'certain',
        },
      ];
    });
  });
}

function annotationOn(tools: MatchTools, subject: string, wanted: readonly string[]): Evidence | undefined {
  const entity = tools.program.type(typeName(subject));
  const written = entity && tools.annotations.onType(entity, wanted)?.written;
  return written && { file: written.file, line: written.line, text: `@${simpleName(written.type)}` };
}

/** `org.clinic.AuditLog`, `audit_log`. */
function isNamed(subject: string, names: readonly string[]): boolean {
  return fitsAny(simpleName(subject).toLowerCase().replaceAll('_', ''), names);
}
