import { Modifier } from '../../facts/declarations.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { CallTarget, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall, type Passes } from './implicit-call.ts';

type ConstructRow = ImplicitRowOf<'construct'>;
type TextRow = ImplicitRowOf<'text'>;

/** Types below one whose members may run for one of its objects; where there are more nobody says which. */
const MOST_TYPES = 50;

/** A value whose type has members that a construct runs. */
interface Asked {
  readonly caller: ProgramMethod;
  readonly operation: OperationIndex;
  readonly value: OperationIndex;
  /** Position of the value at the operation. */
  readonly from: number;
}

/**
 * Members of objects of the tree that the compiler calls where no source line does: `close()` of a resource, the iterator of a
 * loop, `toString()` of what is joined to a text.
 */
export function constructCalls(tools: MatchTools, rows: readonly ConstructRow[]): readonly ImplicitCall[] {
  return rows.flatMap((row) => {
    const members = memberSearch(tools, row.runs);
    return bodyIndex(tools.program)
      .having(row.construct)
      .flatMap((caller) => askedIn(caller, row.construct))
      .flatMap((asked) => runBy(tools, { row, members }, asked));
  });
}

/** Objects of the tree that a library makes a text of. */
export function textCalls(tools: MatchTools, rows: readonly TextRow[]): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  const known = new Map<TextRow, MemberSearch>();
  const searchOf = (row: TextRow): MemberSearch => {
    const members = known.get(row) ?? memberSearch(tools, row.runs);
    known.set(row, members);
    return members;
  };
  return matchCalls(rows, tools).flatMap(({ call, matches }) =>
    matches
      .filter(({ confidence }) => confidence === 'certain')
      .slice(0, 1)
      .flatMap(({ row }) =>
        (call.args ?? []).flatMap((_, from) => {
          const value = from < row.from ? undefined : argumentOperation(call, from);
          if (value === undefined) return [];
          const asked = { caller: call.caller, operation: call.site.operation, value, from };
          return runBy(tools, { row, members: searchOf(row) }, asked);
        }),
      ),
  );
}

function askedIn(caller: ProgramMethod, construct: ConstructRow['construct']): readonly Asked[] {
  const found: Asked[] = [];
  const operations = caller.declaration?.body?.operations ?? [];
  for (let operation = 0; operation < operations.length; operation++) {
    const each = operations[operation];
    if (each === undefined) continue;
    const isAsked = construct === 'concatenation' ? joins(each) : declares(each, construct);
    if (isAsked) for (const [value, from] of valuesOf(each)) found.push({ caller, operation, value, from });
  }
  return found;
}

function joins(each: Operation): boolean {
  return (
    (each.kind === 'binary' && each.operator === '+') || (each.kind === 'assign' && each.operator === '+=')
  );
}

function declares(each: Operation, role: ConstructRow['construct']): boolean {
  return each.kind === 'declare' && each.role === role;
}

/** The values whose members run, with their positions. */
function valuesOf(each: Operation): readonly (readonly [value: OperationIndex, from: number])[] {
  switch (each.kind) {
    case 'binary':
      return each.operands.map((value, from) => [value, from]);
    case 'assign':
      return [[each.value, 1]];
    case 'declare':
      return each.value === null ? [] : [[each.value, -1]];
    default:
      return [];
  }
}

function runBy(
  tools: MatchTools,
  {
    row,
    members,
  }: { readonly row: (ConstructRow | TextRow) & { readonly id: string }; readonly members: MemberSearch },
  asked: Asked,
): readonly ImplicitCall[] {
  const { caller, value, from } = asked;
  const found = members(caller, value);
  const call = (target: ProgramMethod, passes: Passes, gives?: CallTarget['gives']) =>
    implicitCall(asked, target, {
      row: row.id,
      confidence: found.members.length === 1 && found.isComplete ? 'certain' : 'likely',
      passes,
      ...(gives === undefined ? {} : { gives }),
    });
  return [
    ...found.members.map((target) =>
      call(target, [{ from, to: -1 }], found.isComplete ? row.gives : undefined),
    ),
    ...(row.on === 'construct' && row.afterwards !== undefined
      ? thenRun(tools, found.members, row.afterwards).map((target) => call(target, []))
      : []),
  ];
}

/** What objects that a value may be answer with. */
interface FoundMembers {
  readonly members: readonly ProgramMethod[];
  /** Each of their types has one. */
  readonly isComplete: boolean;
}

type MemberSearch = (method: ProgramMethod, value: OperationIndex) => FoundMembers;

const NO_MEMBERS: FoundMembers = { members: [], isComplete: true };

/** Finds members of such names; looked up once for a type, because texts are joined of few types. */
function memberSearch(tools: MatchTools, names: readonly string[]): MemberSearch {
  const ofMade = new Map<ProgramType, FoundMembers>();
  const ofAll = new Map<ProgramType, FoundMembers>();
  return (method, value) => {
    const meant = meantBy(tools, method, value);
    if (meant === undefined) return NO_MEMBERS;
    const known = meant.isMade ? ofMade : ofAll;
    const found = known.get(meant.type) ?? membersOf(tools, runTypes(tools, meant), names);
    known.set(meant.type, found);
    return found;
  };
}

/** A class, and whether a value is an object of just this one: it is made there. */
interface Meant {
  readonly type: ProgramType;
  readonly isMade: boolean;
}

function meantBy(tools: MatchTools, method: ProgramMethod, value: OperationIndex): Meant | undefined {
  const origin = originOf(method, value);
  const isMade = origin !== undefined && method.declaration?.body?.operations[origin]?.kind === 'new';
  const type = typeOf(tools, method.operationTypes[isMade ? origin : value]);
  return type === undefined ? undefined : { type, isMade };
}

/** The types whose objects a value may be: the one that is made there, else the static one and all below it. */
function runTypes({ program }: MatchTools, { type, isMade }: Meant): readonly ProgramType[] {
  return isMade ? [type] : program.subtypesOf(type.name).filter(({ file }) => file.role !== 'test');
}

function typesAt(tools: MatchTools, method: ProgramMethod, value: OperationIndex): readonly ProgramType[] {
  const meant = meantBy(tools, method, value);
  return meant === undefined ? [] : runTypes(tools, meant);
}

function typeOf({ program }: MatchTools, type: ResolvedType | undefined): ProgramType | undefined {
  const name = type === undefined ? undefined : classOf(type);
  return name === undefined ? undefined : program.type(name);
}

/** Members without parameters that objects of the types answer with; complete where each of them has one. */
function membersOf(tools: MatchTools, types: readonly ProgramType[], names: readonly string[]): FoundMembers {
  if (types.length > MOST_TYPES) return { members: [], isComplete: false };
  const members = new Set<ProgramMethod>();
  let isComplete = true;
  for (const type of types) {
    const own = tools
      .exposedMethods(type)
      .filter(
        ({ name, parameters, declaration }) =>
          parameters.length === 0 && declaration?.body != null && fitsAny(name, names),
      );
    for (const each of own) members.add(each);
    if (own.length === 0 && canBeMade(type)) isComplete = false;
  }
  return { members: [...members], isComplete };
}

function canBeMade({ declaration }: ProgramType): boolean {
  return declaration.kind !== 'interface' && (declaration.modifiers & Modifier.abstract) === 0;
}

/** Members of what a member gives: of the type that it is declared to give, else of those that it makes. */
function thenRun(
  tools: MatchTools,
  givers: readonly ProgramMethod[],
  names: readonly string[],
): readonly ProgramMethod[] {
  const types = givers.flatMap((method) =>
    (method.declaration?.body?.operations ?? []).flatMap((each) =>
      each.kind === 'return' && each.value !== null ? typesAt(tools, method, each.value) : [],
    ),
  );
  return membersOf(tools, [...new Set(types)], names).members;
}
