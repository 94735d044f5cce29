import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Sink } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { isConstant, textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import { type MapperStatements, rawNamesIn } from './mapper-statements.ts';
import { constantSql, readSql } from './sql-text.ts';

/** What the statement behind a database call says, beyond its row. */
export interface StatementFacts {
  /** `raw` for text that is put together so that even its verb is unknown. */
  readonly action: Sink['action'] | undefined;
  readonly table: string | null;
  readonly dangers: Sink['dangers'];
  /** Whether a library looks at what is dangerous before it takes it. */
  readonly isChecked?: boolean;
}

/** Reads the statement where the row says it stands; undefined for rows without one. */
export function describeStatement(
  tools: MatchTools,
  {
    call,
    row,
    statements,
  }: { readonly call: CallFacts; readonly row: Row<'sinks'>; readonly statements: MapperStatements },
): StatementFacts | undefined {
  const { sql } = row;
  if (sql === undefined) return undefined;
  if (sql === 'mybatis-mapper') return mapperStatement(call, statements);
  if ('provider' in sql) return providedStatement(tools, call, sql);
  if ('argument' in sql) return argumentStatement(tools, call, { row, position: sql.argument });
  return annotationStatement(tools, call, sql);
}

function argumentStatement(
  tools: MatchTools,
  call: CallFacts,
  { row, position }: { readonly row: Row<'sinks'>; readonly position: number },
): StatementFacts | undefined {
  const operation = argumentOperation(call, position);
  if (operation === undefined) return undefined;
  const value = tools.program.evaluateOperation(call.caller, operation);
  const text = constantSql(value);
  const read = text === undefined ? undefined : readSql(text);
  const unknownVerb = read === undefined && !isConstant(value) && row.action === 'raw';
  return { action: unknownVerb ? 'raw' : read?.action, table: read?.table ?? null, dangers: [] };
}

type AnnotatedSql = Extract<Row<'sinks'>['sql'], { readonly annotation: unknown }>;

function annotationStatement(
  tools: MatchTools,
  call: CallFacts,
  sql: AnnotatedSql,
): StatementFacts | undefined {
  if (call.declared === null) return undefined;
  const found = tools.annotations.onMethod(call.declared, sql.annotation);
  if (found === undefined) return undefined;
  const text = sql.attributes.flatMap((name) => textsOf(found.attributes.get(name))).join(' ');
  const read = readSql(text.replace(/^<script>/u, ''));
  const written = dangersOf(call.declared, rawNamesIn(text));
  const isOrdered =
    sql.order !== undefined && textsOf(found.attributes.get(sql.order.attribute)).includes('true');
  const orders = isOrdered ? ordersOf(tools, call.declared, sql.order?.types ?? []) : [];
  return {
    action: read?.action,
    table: read?.table ?? null,
    dangers: [...written, ...orders],
    isChecked: written.length === 0 && orders.length > 0,
  };
}

type ProvidedSql = Extract<Row<'sinks'>['sql'], { readonly provider: unknown }>;

/** A statement that a method of another class puts together: dangerous are the parameters that it writes into the text. */
function providedStatement(
  tools: MatchTools,
  { declared }: CallFacts,
  sql: ProvidedSql,
): StatementFacts | undefined {
  const found = declared === null ? undefined : tools.annotations.onMethod(declared, sql.provider);
  const textOf = (keys: readonly string[]) =>
    keys.flatMap((key) => textsOf(found?.attributes.get(key))).find((text) => text !== '');
  const [type, member] = [textOf(sql.class), textOf(sql.member)];
  const provider = tools.program
    .type((type ?? '') as TypeName)
    ?.methods.find((method) => method.name === (member ?? declared?.name));
  if (declared === null || provider === undefined) return undefined;
  return { action: undefined, table: null, dangers: dangersOf(declared, writtenNames(provider)) };
}

/** Names of the parameters that a method puts into the text it returns, one behind the other. */
function writtenNames(method: ProgramMethod): readonly string[] {
  const operations = method.declaration?.body?.operations ?? [];
  const pending = operations.flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [each.value] : [],
  );
  const names: string[] = [];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const origin = originOf(method, at);
    if (origin === undefined || seen.has(origin)) continue;
    seen.add(origin);
    const here = operations[origin];
    if (here?.kind === 'binary' && here.operator === '+') pending.push(...here.operands);
    const parameter = here?.kind === 'parameter' ? method.parameters[here.index] : undefined;
    if (parameter !== undefined) names.push(nameInStatement(parameter));
  }
  return names;
}

/** Parameters that say by which columns a statement sorts. */
function ordersOf(
  tools: MatchTools,
  { parameters }: ProgramMethod,
  types: readonly string[],
): Sink['dangers'] {
  return parameters.flatMap(({ type }, argument) =>
    tools.types.matchResolved(type, types) === 'certain' ? [{ argument, taint: 'sql' }] : [],
  );
}

function mapperStatement(call: CallFacts, statements: MapperStatements): StatementFacts | undefined {
  const { declared } = call;
  const statement = declared === null ? undefined : statements.get(`${declared.owner.name}#${declared.name}`);
  if (declared === null || statement === undefined) return undefined;
  return {
    action: statement.action,
    table: statement.table,
    dangers: dangersOf(declared, statement.rawNames),
  };
}

/** Arguments whose value lands in the statement's text, by the name the statement knows them under. */
function dangersOf(declared: ProgramMethod, rawNames: readonly string[]): Sink['dangers'] {
  if (rawNames.length === 0) return [];
  const positions = declared.parameters.flatMap((parameter, argument) => {
    return rawNames.includes(nameInStatement(parameter)) ? [argument] : [];
  });
  // A single parameter that no name fits is an object whose properties the statement names.
  const all = positions.length === 0 && declared.parameters.length === 1 ? [0] : positions;
  return all.map((argument) => ({ argument, taint: 'sql' }));
}

/** The name that a statement knows a parameter under. */
function nameInStatement({ annotations, name }: ProgramMethod['parameters'][number]): string {
  return annotations.flatMap((annotation) => textsOf(annotation.args.get('value')))[0] ?? name;
}
