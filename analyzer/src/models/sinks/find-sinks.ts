import type { Diagnostic } from '../../base/diagnostics.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { SinkAction, SinkKind } from '../kinds.ts';
import type { Sink } from '../labels.ts';
import { argumentOperation, argumentType, type CallFacts } from '../match/call-facts.ts';
import { type CallMatch, type MatchedCall, matchCalls, matchCallsOf } from '../match/call-matcher.ts';
import { kindsOf } from '../match/call-rows.ts';
import { isConstant } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { hasDependency } from '../match/named-dependency.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import { expandBraces } from '../schema/expand-braces.ts';
import { type UnreadSettings, unreadSettings, whatIsHarmless } from './harmless-settings.ts';
import { libraryDanger } from './harmless-versions.ts';
import { type MapperStatements, readMapperStatements } from './mapper-statements.ts';
import { describeStatement } from './sink-statement.ts';
import { subjectOf } from './sink-subject.ts';

type SinkRow = Row<'sinks'>;

/** What is known beside the call itself. */
interface Beside {
  readonly statements: MapperStatements;
  readonly unread: UnreadSettings;
}

/** Finds the calls to things that matter, in order of methods and operations, and what of their settings could not be read. */
export function findSinks(tools: MatchTools): {
  readonly sinks: readonly Sink[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const beside: Beside = { statements: readMapperStatements(tools), unread: unreadSettings() };
  const sinks = callsWithRows(tools, beside.statements).flatMap((matched) =>
    sinksOfCall(tools, matched, beside),
  );
  return { sinks, diagnostics: beside.unread.diagnostics() };
}

/** Calls that rows are about. The row of mapper files names no call: it is about those that a file has a statement for. */
function callsWithRows(tools: MatchTools, statements: MapperStatements): readonly MatchedCall<SinkRow>[] {
  const { sinks } = tools.models;
  const named = sinks.filter(({ sql }) => sql !== 'mybatis-mapper');
  if (statements.size === 0) return matchCalls(named, tools);
  const members = new Set([...statements.keys()].map((key) => key.slice(key.lastIndexOf('#') + 1)));
  const mapped = [...tools.calls.kindsOfTree()].filter(({ member }) => members.has(member));
  return matchCallsOf([...kindsOf(named, tools), ...mapped], sinks, tools);
}

function sinksOfCall(
  tools: MatchTools,
  { call, matches }: MatchedCall<SinkRow>,
  beside: Beside,
): readonly Sink[] {
  const byKind = new Map<SinkKind, Sink>();
  const frameworks = new Set<string>();
  for (const match of matches) {
    // The first row of a framework that fits is the most specific one.
    if (frameworks.has(match.row.framework)) continue;
    const sink = sinkOf(tools, { call, match, beside });
    if (sink === undefined) continue;
    frameworks.add(match.row.framework);
    const before = byKind.get(match.row.kind);
    if (before === undefined || before.confidence === 'possible') {
      byKind.set(match.row.kind, sink);
    }
  }
  return [...byKind.values()];
}

function sinkOf(
  tools: MatchTools,
  {
    call,
    match,
    beside,
  }: { readonly call: CallFacts; readonly match: CallMatch<SinkRow>; readonly beside: Beside },
): Sink | undefined {
  const { row, confidence } = match;
  if (lacksEngine(tools, row)) return undefined;
  const statement = describeStatement(tools, { call, row, statements: beside.statements });
  if (row.sql === 'mybatis-mapper' && statement === undefined) return undefined;
  const library = libraryDanger(tools, row);
  const own = library === 'harmless' ? [] : dangersOf(tools, { call, row, beside });
  const dangers = [...own, ...(statement?.dangers ?? [])];
  if (row.only === 'dynamic' && dangers.length === 0) return undefined;
  const isChecked = statement?.isChecked === true;
  const action = statement?.action ?? row.action;
  const owner = call.owners.at(-1);
  if (owner === undefined) return undefined;
  const subject = subjectOf(tools, { call, row, table: statement?.table ?? null });
  return {
    id: `${call.caller.id}@${call.site.operation}/${row.kind}`,
    kind: row.kind,
    action,
    operation: `${operationName(row.kind, action)} ${subject}`,
    privileged: row.privileged ?? (isPrivileged(row.kind, action) || (isBuilt(dangers) && !isChecked)),
    owner,
    member: call.member,
    method: call.caller.id,
    operationIndex: call.site.operation,
    location: { file: call.site.file, line: call.site.nameLine },
    dangers,
    mechanism: row.id,
    confidence: isChecked || library === 'unknown' ? 'possible' : confidence,
  };
}

function lacksEngine(tools: MatchTools, { engines }: SinkRow): boolean {
  return engines !== undefined && !hasDependency(tools, engines);
}

/** The dangers of a row that nothing takes away. */
function dangersOf(
  tools: MatchTools,
  { call, row, beside }: { readonly call: CallFacts; readonly row: SinkRow; readonly beside: Beside },
): SinkRow['dangers'] {
  const { isHarmless: isSettled, unread } = whatIsHarmless(tools, call, row);
  const dangers = row.dangers.filter((danger) => !isHarmless(tools, call, danger));
  if (unread !== undefined && dangers.length > 0) beside.unread.add(unread);
  return isSettled ? [] : dangers;
}

/** A constant cannot come from outside; nor can an argument that is not there; nor is an object text. */
function isHarmless(
  tools: MatchTools,
  call: CallFacts,
  { argument, taint }: Row<'sinks'>['dangers'][number],
): boolean {
  if (call.args === null) return argument === -1;
  const operation = argumentOperation(call, argument);
  if (operation === undefined) return true;
  if (TEXT_ONLY.has(taint) && !canBeText(argumentType(call, argument))) return true;
  if (taint === 'path' && isContent(tools, argumentType(call, argument))) return true;
  return isConstant(tools.program.evaluateOperation(call.caller, operation));
}

/** Languages that are dangerous only as text: a query built as an object has its values apart. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['sql', 'ldap', 'xpath']);
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'java.lang.String',
  'java.lang.CharSequence',
  'java.lang.StringBuilder',
  'java.lang.StringBuffer',
  'java.lang.Object',
]);

function canBeText(type: ResolvedType | undefined): boolean {
  if (type === undefined || type.kind === 'unknown') return true;
  if (type.kind === 'array') return canBeText(type.element);
  const name = classOf(type);
  return name !== undefined && TEXT_TYPES.has(name);
}

/** What is written into a file, not its name. */
const CONTENT_TYPES = [
  'java.io.InputStream',
  'java.io.Reader',
  '{javax,jakarta}.servlet.ServletInputStream',
].flatMap(expandBraces);

function isContent(tools: MatchTools, type: ResolvedType | undefined): boolean {
  if (type === undefined) return false;
  if (type.kind === 'array') return type.element.kind === 'primitive';
  return tools.types.matchResolved(type, CONTENT_TYPES) === 'certain';
}

/** Kinds in which it matters what is done; in the others one thing can be done. */
const NAMED_ACTIONS: ReadonlySet<SinkAction> = new Set(['read', 'write', 'delete', 'raw', 'bind']);

function operationName(kind: SinkKind, action: SinkAction): string {
  return NAMED_ACTIONS.has(action) ? `${kind}.${action}` : kind;
}

const STORES: ReadonlySet<SinkKind> = new Set(['db', 'fs', 'ldap', 'identity']);

/** Kinds that give whoever steers them the powers of the process, and letters in its name. */
const POWERS: ReadonlySet<SinkKind> = new Set(['exec', 'template', 'deserialization', 'reflection', 'mail']);

/** Changing or deleting what is stored, running code of another's choice, and writing to people. */
function isPrivileged(kind: SinkKind, action: SinkAction): boolean {
  return POWERS.has(kind) || (STORES.has(kind) && action !== 'read');
}

/** A statement that is put together from text can do anything that its language can say. */
function isBuilt(dangers: Sink['dangers']): boolean {
  return dangers.some(({ taint }) => taint === 'sql');
}
