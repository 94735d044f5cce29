import type { TypeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';

/** Collections of the JDK and of Guava: what their calls give holds what they are given, and no more. */
const COLLECTION_PACKAGES = ['java.util.', 'com.google.common.collect.'];
/** Static types that say nothing of what stands behind them. */
const VAGUE_TYPES: ReadonlySet<string> = new Set([
  'java.lang.Object',
  'java.lang.Class',
  'java.lang.Iterable',
]);
/** Values inside values: deeper ones are not read. */
const DEEPEST = 12;

/** A value of a method's body, with how many values it stands in. */
export interface ListedValue {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
  readonly depth: number;
  /** Whether a call of the library itself gives nothing. */
  readonly isNothing: (method: ProgramMethod, operation: OperationIndex) => boolean;
}

/**
 * Types that a value names: by class literals, by objects of them, and by collections made of either. Undefined where any
 * part of it cannot be read: then it may name everything.
 */
export function listedTypes(tools: MatchTools, value: ListedValue): readonly TypeName[] | undefined {
  const { method } = value;
  const operation = originOf(method, value.operation);
  const written = operation === undefined ? undefined : method.declaration?.body?.operations[operation];
  if (operation === undefined || written === undefined || value.depth > DEEPEST) return undefined;
  if (value.isNothing(method, operation)) return [];
  const place = { ...value, operation, depth: value.depth + 1 };
  const plain = byType(tools, place, written);
  if (plain !== undefined) return plain;
  switch (written.kind) {
    case 'new':
      return isCollection(written, place) ? ofAll(tools, place, written.args) : undefined;
    case 'new-array':
      return ofAll(tools, place, written.items);
    case 'conditional':
      return ofAll(tools, place, [written.then, written.otherwise]);
    case 'call':
      return ofCall(tools, place, written);
    case 'name':
    case 'field':
      return ofField(tools, place);
    default:
      return undefined;
  }
}

/** What a literal, or the static type of a value, says by itself; undefined where that leaves it open. */
function byType(
  tools: MatchTools,
  { method, operation }: ListedValue,
  written: Operation,
): readonly TypeName[] | undefined {
  if (written.kind === 'literal') return [];
  const type = method.operationTypes[operation];
  if (written.kind === 'class-literal') {
    const named = type?.kind === 'class' && type.args[0] !== undefined ? classOf(type.args[0]) : undefined;
    return named === undefined ? [] : [named];
  }
  if (type?.kind === 'primitive') return [];
  const named = type === undefined ? undefined : classOf(type);
  if (named === undefined || VAGUE_TYPES.has(named) || isInCollections(named)) return undefined;
  return tools.program.type(named) === undefined ? [] : [named];
}

function isInCollections(name: string): boolean {
  return COLLECTION_PACKAGES.some((start) => name.startsWith(start));
}

function isCollection(written: Operation, { method, operation }: ListedValue): boolean {
  const type = method.operationTypes[operation];
  return written.kind === 'new' && type?.kind === 'class' && isInCollections(type.name);
}

function ofAll(
  tools: MatchTools,
  place: ListedValue,
  operations: readonly OperationIndex[],
): readonly TypeName[] | undefined {
  const found: TypeName[] = [];
  for (const operation of operations) {
    const named = listedTypes(tools, { ...place, operation });
    if (named === undefined) return undefined;
    found.push(...named);
  }
  return found;
}

/** `Set.of(A.class)`, `Stream.of(A.class).collect(toSet())`; what a method of the tree gives is read where it stands. */
function ofCall(
  tools: MatchTools,
  place: ListedValue,
  written: Extract<Operation, { readonly kind: 'call' }>,
): readonly TypeName[] | undefined {
  const site = callAt(place.method, place.operation);
  if (site === undefined) return undefined;
  const { resolution } = site;
  if (resolution.status === 'exact' || resolution.status === 'narrowed') {
    return ofReturned(
      tools,
      place,
      site.targets.map(({ method }) => tools.program.method(method)),
    );
  }
  if (resolution.status !== 'external' || !isInCollections(resolution.owner)) return undefined;
  const { object } = written;
  const isStatic = object === null || place.method.operationTypes[object]?.kind === 'void';
  return ofAll(tools, place, [...(isStatic ? [] : [object]), ...written.args]);
}

function ofReturned(
  tools: MatchTools,
  place: ListedValue,
  targets: readonly (ProgramMethod | undefined)[],
): readonly TypeName[] | undefined {
  const found: TypeName[] = [];
  for (const method of targets) {
    const operations = method?.declaration?.body?.operations;
    if (method === undefined || operations === undefined) return undefined;
    for (const each of operations) {
      if (each.kind !== 'return' || each.value === null) continue;
      const named = listedTypes(tools, { ...place, method, operation: each.value });
      if (named === undefined) return undefined;
      found.push(...named);
    }
  }
  return found;
}

/** A field of the tree holds what it is assigned. */
function ofField(tools: MatchTools, place: ListedValue): readonly TypeName[] | undefined {
  const field = tools.program.fieldOf(place.method, place.operation)?.field;
  const values = field === undefined ? [] : tools.valuesOf(field);
  if (values.length === 0) return undefined;
  const found: TypeName[] = [];
  for (const { method, operation } of values) {
    const named = listedTypes(tools, { ...place, method, operation });
    if (named === undefined) return undefined;
    found.push(...named);
  }
  return found;
}
