import type { Region } from '../../../facts/control-flow.ts';
import type { Body, OperationIndex } from '../../../facts/operations.ts';

/** The regions of one `try` statement. */
export interface TryGroup {
  /** Its last part: the `finally`, else the last `catch`, else the `try` itself. */
  readonly last: number;
  readonly hasFinally: boolean;
  readonly hasCatch: boolean;
}

/** Which regions of a body belong together, and what is assigned where control may leave at any point. */
export interface ControlGroups {
  /** Conditions of which the other outcome has a region too. */
  readonly twoWay: ReadonlySet<OperationIndex>;
  /** Cases of a switch by its subject. */
  readonly cases: ReadonlyMap<OperationIndex, readonly number[]>;
  readonly tries: ReadonlyMap<number, TryGroup>;
  /** Locals declared before a `loop` or `try` region that are assigned in it. */
  assignedIn(region: number): ReadonlySet<OperationIndex>;
  /** The same for a `try` with its `catch` blocks. */
  assignedAround(tryRegion: number): ReadonlySet<OperationIndex>;
  /** For an operation the `lambda` region it stands in, innermost; null outside lambdas. */
  lambdaAround(operation: OperationIndex): number | null;
}

const COLLECTING: ReadonlySet<Region['kind']> = new Set(['loop', 'try', 'catch']);
const NONE: ReadonlySet<OperationIndex> = new Set();

/** Goes over a body once; linear in it, times the nesting of loops and `try` statements. */
export function controlGroups(body: Body): ControlGroups {
  // Most bodies are one region.
  if (body.regions.length === 1 && body.regions[0]?.kind === 'body') return NO_GROUPS;
  const innermost = innermostRegions(body);
  const lambdas = nearest(body, (region) => region.kind === 'lambda');
  const { inRegion, around } = assignedByRegion(body, innermost);
  return {
    ...regionsTogether(body),
    assignedIn: (region) => inRegion.get(region) ?? NONE,
    assignedAround: (region) => around.get(region) ?? NONE,
    lambdaAround: lambdas.some((lambda) => lambda !== null) ? lambdasAround(innermost, lambdas) : noLambda,
  };
}

const noLambda = () => null;
const NO_GROUPS: ControlGroups = {
  twoWay: NONE,
  cases: new Map(),
  tries: new Map(),
  assignedIn: () => NONE,
  assignedAround: () => NONE,
  lambdaAround: noLambda,
};

/** A function of its own, which keeps nothing else of a body. */
function lambdasAround(
  innermost: Int32Array,
  lambdas: readonly (number | null)[],
): ControlGroups['lambdaAround'] {
  return (operation) => lambdas[innermost[operation] ?? 0] ?? null;
}

type LocalsByRegion = Map<number, Set<OperationIndex>>;

function assignedByRegion(body: Body, innermost: Int32Array) {
  const collecting = nearest(body, (region) => COLLECTING.has(region.kind));
  const inRegion: LocalsByRegion = new Map();
  const around: LocalsByRegion = new Map();
  const note = (into: LocalsByRegion, region: number | undefined, local: OperationIndex) => {
    if (region === undefined || local >= (body.regions[region]?.start ?? 0)) return;
    into.set(region, (into.get(region) ?? new Set()).add(local));
  };
  for (const { operation, local } of assignedLocals(body)) {
    let at = collecting[innermost[operation] ?? 0] ?? null;
    while (at !== null) {
      const region = body.regions[at];
      note(inRegion, at, local);
      note(around, region?.kind === 'try' ? at : region?.of, local);
      at = region?.parent == null ? null : (collecting[region.parent] ?? null);
    }
  }
  return { inRegion, around };
}

/** For each operation its innermost region. */
function innermostRegions(body: Body): Int32Array {
  const innermost = new Int32Array(body.operations.length);
  let next = 0;
  let at = 0;
  for (let index = 0; index < innermost.length; index++) {
    for (let region = body.regions[next]; region && region.start <= index; region = body.regions[++next]) {
      if (region.end > index) at = next;
    }
    while ((body.regions[at]?.end ?? 0) <= index && at > 0) at = body.regions[at]?.parent ?? 0;
    innermost[index] = at;
  }
  return innermost;
}

/** For each region the innermost one of a kind that it is or lies in. */
function nearest(body: Body, isMeant: (region: Region) => boolean): readonly (number | null)[] {
  const found: (number | null)[] = [];
  body.regions.forEach((region, index) => {
    const around = region.parent === null ? null : (found[region.parent] ?? null);
    found.push(isMeant(region) ? index : around);
  });
  return found;
}

function assignedLocals(body: Body) {
  return body.operations.flatMap((operation, index) => {
    const isStep = operation.kind === 'unary' && (operation.operator === '++' || operation.operator === '--');
    const place = operation.kind === 'assign' ? operation.target : isStep ? operation.operand : null;
    const target = place === null ? undefined : body.operations[place];
    return target?.kind === 'local' ? [{ operation: index, local: target.declaration }] : [];
  });
}

function regionsTogether(body: Body): Pick<ControlGroups, 'twoWay' | 'cases' | 'tries'> {
  const twoWay = new Set<OperationIndex>();
  const cases = new Map<OperationIndex, number[]>();
  body.regions.forEach(({ kind, condition }, index) => {
    if (condition === undefined) return;
    if (kind === 'else') twoWay.add(condition);
    if (kind !== 'case') return;
    const known = cases.get(condition);
    if (known) known.push(index);
    else cases.set(condition, [index]);
  });
  return { twoWay, cases, tries: triesOf(body) };
}

function triesOf(body: Body): ControlGroups['tries'] {
  const tries = new Map<number, TryGroup>();
  body.regions.forEach(({ kind, of }, index) => {
    if (kind === 'try') tries.set(index, { last: index, hasFinally: false, hasCatch: false });
    const group = of === undefined ? undefined : tries.get(of);
    if (of === undefined || group === undefined) return;
    tries.set(of, {
      last: index,
      hasFinally: group.hasFinally || kind === 'finally',
      hasCatch: group.hasCatch || kind === 'catch',
    });
  });
  return tries;
}
