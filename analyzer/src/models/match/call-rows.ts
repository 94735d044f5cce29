import type { TypeName } from '../../base/ids.ts';
import { compareNumber } from '../../base/ordering.ts';
import type { Confidence } from '../../link/program.ts';
import type { CallKind } from './call-kinds.ts';
import type { CallPattern } from './call-matcher.ts';
import type { ProgramTools } from './match-tools.ts';
import { fitsParts, patternParts } from './name-pattern.ts';
import type { TypeMatcher } from './type-matcher.ts';

/** A row that is about a kind of calls by member and owner. */
export interface CandidateRow<Row> {
  readonly row: Row;
  /** How surely the owner is one of the row's; null where its annotations tell. */
  readonly owner: Confidence | null;
}

type CandidateRows<Row> = (kind: CallKind) => readonly CandidateRow<Row>[];

/** Finds the rows that can be about a kind of calls, in their order; looks once for each kind, whoever asks. */
export function candidateRows<Row extends CallPattern>(
  rows: readonly Row[],
  tools: ProgramTools,
): CandidateRows<Row> {
  const ofTools = known.get(tools.types) ?? new Map<readonly CallPattern[], CandidateRows<CallPattern>>();
  known.set(tools.types, ofTools);
  const found = (ofTools.get(rows) as CandidateRows<Row> | undefined) ?? lookUp(rows, tools);
  ofTools.set(rows, found);
  return found;
}

/** By what tells types: steps add to the tools that they hand on, and ask the same of it. */
const known = new WeakMap<TypeMatcher, Map<readonly CallPattern[], CandidateRows<CallPattern>>>();

function lookUp<Row extends CallPattern>(rows: readonly Row[], tools: ProgramTools): CandidateRows<Row> {
  const byKind = new Map<CallKind, readonly CandidateRow<Row>[]>();
  let idle: ReadonlySet<Row> | null = null;
  return (kind) => {
    let found = byKind.get(kind);
    if (found === undefined) {
      idle ??= new Set(rows.filter((row) => !hasCarriers(row, tools)));
      found = candidatesOf({ rows, idle }, kind, tools);
      byKind.set(kind, found);
    }
    return found;
  };
}

const NO_ROWS: readonly never[] = [];

function candidatesOf<Row extends CallPattern>(
  { rows, idle }: { readonly rows: readonly Row[]; readonly idle: ReadonlySet<Row> },
  { member, owners }: CallKind,
  { types }: ProgramTools,
): readonly CandidateRow<Row>[] {
  let found: CandidateRow<Row>[] | undefined;
  for (const position of positionsOf(rows, member)) {
    const row = rows[position];
    if (row === undefined || idle.has(row)) continue;
    const owner = ownerOf(row, owners, types);
    if (owner === undefined) continue;
    found ??= [];
    found.push({ row, owner });
  }
  return found ?? NO_ROWS;
}

/** Whether the tree has any of the annotations that a row asks for. */
function hasCarriers(
  { typeAnnotation, methodAnnotation }: CallPattern,
  { annotations }: ProgramTools,
): boolean {
  return (
    (typeAnnotation === undefined || annotations.isUsed(typeAnnotation)) &&
    (methodAnnotation === undefined || annotations.isUsed(methodAnnotation))
  );
}

/** How surely the owners are what a row is about; null where their annotations tell, undefined where they are not. */
function ownerOf(
  { type, typeAnnotation }: CallPattern,
  owners: CallKind['owners'],
  types: TypeMatcher,
): Confidence | null | undefined {
  if (typeAnnotation !== undefined) return null;
  if (type === undefined) return 'certain';
  let best: Confidence | undefined;
  for (let i = 0; i < owners.length && best !== 'certain'; i++) {
    best = types.match(owners[i] as TypeName, type) ?? best;
  }
  return best;
}

/** Kinds of calls of production code that rows may be about by member and owner. */
export function kindsOf(rows: readonly CallPattern[], tools: ProgramTools): ReadonlySet<CallKind> {
  const found = new Set<CallKind>();
  for (const row of rows) {
    if (!hasCarriers(row, tools)) continue;
    const owners = ownersOf(row, tools);
    if (owners?.size === 0) continue;
    for (const name of row.method ?? ANY_METHOD) {
      if (name.includes('*')) addOpen(found, row, { name, tools });
      else addExact(found, tools.calls.kindsByMember().get(name) ?? NO_ROWS, owners);
    }
  }
  return found;
}

const ANY_METHOD: readonly string[] = ['*'];

/** What a row's calls are on; null where its types do not say. Most rows are about types that a tree does not use. */
function ownersOf(
  { type, typeAnnotation }: CallPattern,
  { calls }: ProgramTools,
): ReadonlySet<TypeName> | null {
  return type === undefined || typeAnnotation !== undefined ? null : calls.ownersOn(type);
}

function addExact(
  found: Set<CallKind>,
  kinds: readonly CallKind[],
  wanted: ReadonlySet<TypeName> | null,
): void {
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i] as CallKind;
    if (wanted === null || isOnOne(kind, wanted)) found.add(kind);
  }
}

function isOnOne({ owners }: CallKind, wanted: ReadonlySet<TypeName>): boolean {
  for (let i = 0; i < owners.length; i++) if (wanted.has(owners[i] as TypeName)) return true;
  return false;
}

interface WantedMember {
  readonly name: string;
  readonly tools: ProgramTools;
}

function addOpen(found: Set<CallKind>, row: CallPattern, { name, tools }: WantedMember): void {
  const parts = patternParts(name) ?? [name];
  for (const kind of kindsByOwner(row, tools)) if (fitsParts(kind.member, parts)) found.add(kind);
}

/** What a row can be about, whatever member it names. */
function kindsByOwner(
  { type, typeAnnotation, methodAnnotation }: CallPattern,
  { calls }: ProgramTools,
): Iterable<CallKind> {
  if (typeAnnotation !== undefined || methodAnnotation !== undefined) return calls.kindsOfTree();
  return type === undefined ? [...calls.kindsByMember().values()].flat() : calls.kindsOn(type);
}

/** Whether rows may be about calls of a member. */
export function areAbout(rows: readonly CallPattern[], member: string): boolean {
  const { exact, open } = memberIndex(rows);
  return (
    exact.has(member) || fitsOne(member, open.get(ANY_START)) || fitsOne(member, open.get(member.slice(0, 1)))
  );
}

/** Positions of the rows that can be about a member, rising. */
function positionsOf(rows: readonly CallPattern[], member: string): readonly number[] {
  const index = memberIndex(rows);
  const before = index.asked.get(member);
  if (before !== undefined) return before;
  const found = positionsIn(index, member);
  index.asked.set(member, found);
  return found;
}

function positionsIn({ exact, open }: MemberIndex, member: string): readonly number[] {
  const plain = exact.get(member) ?? NO_ROWS;
  const opened: number[] = [];
  addFitting(opened, member, open.get(ANY_START));
  addFitting(opened, member, open.get(member.slice(0, 1)));
  return opened.length === 0 ? plain : [...new Set([...plain, ...opened])].sort(compareNumber);
}

function addFitting(positions: number[], member: string, names: readonly OpenName[] | undefined): void {
  if (names === undefined) return;
  for (const { position, parts } of names) if (fitsParts(member, parts)) positions.push(position);
}

function fitsOne(member: string, names: readonly OpenName[] | undefined): boolean {
  return names?.some(({ parts }) => fitsParts(member, parts)) ?? false;
}

interface MemberIndex {
  /** Positions of rows by plain member name. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Patterns with the positions of their rows, by the letter that a member must start with. */
  readonly open: ReadonlyMap<string, readonly OpenName[]>;
  /** What was found for members before. */
  readonly asked: Map<string, readonly number[]>;
}

interface OpenName {
  readonly position: number;
  /** What stands between the `*` of the pattern. */
  readonly parts: readonly string[];
}

/** Stands for the start of members that a pattern does not ask for any start. */
const ANY_START = '';

const memberIndexes = new WeakMap<readonly CallPattern[], MemberIndex>();

/** A row without a name is for any member. */
function memberIndex(rows: readonly CallPattern[]): MemberIndex {
  const before = memberIndexes.get(rows);
  if (before !== undefined) return before;
  const exact = new Map<string, number[]>();
  const open = new Map<string, OpenName[]>();
  for (const [position, { method = ANY_METHOD }] of rows.entries()) {
    for (const name of method) {
      if (!name.includes('*')) addTo(exact, name, position);
      else addTo(open, name.startsWith('*') ? ANY_START : name.slice(0, 1), openName(name, position));
    }
  }
  const index = { exact, open, asked: new Map<string, readonly number[]>() };
  memberIndexes.set(rows, index);
  return index;
}

function openName(pattern: string, position: number): OpenName {
  return { position, parts: patternParts(pattern) ?? [pattern] };
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
}
