import type { ConstantValue } from '../../link/program.ts';
import type { SinkAction } from '../kinds.ts';

/** What a statement does to which table, as far as its constant text tells. */
export interface SqlStatement {
  readonly action: Extract<SinkAction, 'read' | 'write' | 'delete'>;
  readonly table: string | null;
}

/** Statements are looked at this far; the verb and table stand at the start. */
const LONGEST_TEXT = 4000;
const ACTIONS: Readonly<Record<string, SqlStatement['action']>> = {
  select: 'read',
  values: 'read',
  show: 'read',
  from: 'read',
  insert: 'write',
  update: 'write',
  merge: 'write',
  replace: 'write',
  upsert: 'write',
  create: 'write',
  alter: 'write',
  grant: 'write',
  revoke: 'write',
  delete: 'delete',
  drop: 'delete',
  truncate: 'delete',
};
/** Words between the verb and the name of what it acts on. */
const NOISE = new Set(
  'into from table only if exists not ignore schema database index view sequence trigger or replace'.split(
    ' ',
  ),
);

/** Reads SQL (or JPQL) text; undefined where it starts with nothing known. */
export function readSql(text: string): SqlStatement | undefined {
  const words = text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/--[^\n]*|\/\*[^*]*\*\//gu, ' ')
    .split(/[\s(),;]+/u)
    .filter((word) => word !== '');
  const start = verbPosition(words.map((word) => word.toLowerCase()));
  const verb = words[start]?.toLowerCase();
  const action = verb === undefined ? undefined : ACTIONS[verb];
  if (action === undefined) return undefined;
  const from = action === 'read' ? words.findIndex((word) => word.toLowerCase() === 'from') : start;
  const table =
    from === -1 ? undefined : words.slice(from + 1).find((word) => !NOISE.has(word.toLowerCase()));
  return { action, table: table === undefined ? null : cleanName(table) };
}

/** Text of a statement as far as it is constant: what comes before the first unknown part. */
export function constantSql(value: ConstantValue): string | undefined {
  if (value.kind === 'text') return value.value;
  if (value.kind === 'partial') return value.parts[0] ?? undefined;
  return undefined;
}

/** A statement starts with its verb; after `with …` it is the one that changes data, if there is one. */
function verbPosition(words: readonly string[]): number {
  if (words[0] !== 'with') return words[0] !== undefined && Object.hasOwn(ACTIONS, words[0]) ? 0 : -1;
  const changes = words.findIndex((word) => ['insert', 'update', 'delete', 'merge'].includes(word));
  return changes === -1 ? words.indexOf('select') : changes;
}

function cleanName(table: string): string | null {
  const name = table.replaceAll(/["'`[\]]/gu, '');
  return /^[\w.$#:-]{1,100}$/u.test(name) ? name.toLowerCase() : null;
}
