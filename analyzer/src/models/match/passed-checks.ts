import type { Region } from '../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';

/** What is known where a check has passed: facts by name, or `anything` where control never comes. */
export type Known = ReadonlySet<string> | 'anything';

/** Operations before which a check has passed: a half-open range. */
export interface Passed {
  readonly fact: string;
  readonly start: OperationIndex;
  readonly end: OperationIndex;
  /** Up to the end of the body, by every way that comes there. */
  readonly isToEnd: boolean;
}

/** Which outcome of a value is asked about, and how deep in others. */
interface Asked {
  readonly outcome: boolean;
  readonly depth: number;
}

type BinaryOperation = Extract<Operation, { readonly kind: 'binary' }>;

export interface CheckQuestions {
  /** What holds where the call has answered yes. */
  readonly answers: (call: OperationIndex) => Known;
  /** What holds where the call has answered no. */
  readonly denies: (call: OperationIndex) => Known;
  /** What holds where the call has given something, and not null. */
  readonly gives: (call: OperationIndex) => Known;
  /** What holds where the value is null. */
  readonly absent: (value: OperationIndex) => Known;
  /** What holds behind a call that returns at all. */
  readonly demands: (call: OperationIndex) => Known;
  /** What holds where the value is one of the constants that a switch lists. */
  readonly listed: (subject: OperationIndex) => Known;
  /** A function whose answer for some element the call tells by its own: `answer` of the call says that `result` was `function`. */
  readonly ofElements: (
    call: OperationIndex,
  ) => { readonly result: OperationIndex; readonly answer: boolean; readonly function: boolean } | undefined;
  /** The condition that the call throws without; undefined for other calls. */
  readonly asserts: (call: OperationIndex) => OperationIndex | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();
/** What ends a branch so that nothing behind it in the same block runs. */
const LEAVING: ReadonlySet<Operation['kind']> = new Set(['throw', 'return', 'break', 'continue']);
/** Conditions in conditions that are looked into. */
const DEEPEST = 20;

/** Tells where in a body which checks are sure to have passed: in the branch for yes, and behind a branch that leaves for no. */
export class PassedChecks {
  readonly ranges: readonly Passed[];
  private readonly body: Body;
  private readonly questions: CheckQuestions;
  private readonly assigned: ReadonlySet<OperationIndex>;
  private readonly known = new Map<number, Known>();

  constructor(body: Body, questions: CheckQuestions) {
    this.body = body;
    this.questions = questions;
    this.assigned = assignedLocals(body);
    const innermost = innermostRegions(body);
    this.ranges = [
      ...body.regions.flatMap((region, index) => this.ofBranch(region, index, innermost)),
      ...body.operations.flatMap((operation, at) => this.ofOperation(operation, at, innermost)),
      ...[...casesOf(body, innermost)].flatMap(([subject, cases]) => this.ofSwitch(subject, cases)),
    ];
  }

  /** What is known when control comes to the operation, or to the end of the body. */
  at(operation: OperationIndex): ReadonlySet<string> {
    return new Set(
      this.ranges.flatMap(({ fact, start, end, isToEnd }) =>
        operation >= start && (operation < end || isToEnd) ? [fact] : [],
      ),
    );
  }

  /** What is known where the value is true. */
  whenTrue(at: OperationIndex): Known {
    return this.given(at, { outcome: true, depth: 0 });
  }

  /** What is known where the value is false. */
  whenFalse(at: OperationIndex): Known {
    return this.given(at, { outcome: false, depth: 0 });
  }

  private given(at: OperationIndex, asked: Asked): Known {
    const key = at * 2 + Number(asked.outcome);
    const known = this.known.get(key) ?? this.saidBy(at, asked);
    this.known.set(key, known);
    return known;
  }

  private saidBy(at: OperationIndex, asked: Asked): Known {
    const { outcome, depth } = asked;
    const operation = this.body.operations[at];
    if (operation === undefined || depth > DEEPEST) return NOTHING;
    const of = (inner: OperationIndex, wanted = outcome) =>
      this.given(inner, { outcome: wanted, depth: depth + 1 });
    switch (operation.kind) {
      case 'literal':
        return operation.type === 'boolean' && operation.value === String(!outcome) ? 'anything' : NOTHING;
      case 'unary':
        return operation.operator === '!' ? of(operation.operand, !outcome) : NOTHING;
      case 'binary':
        return this.ofJunction(operation, asked);
      case 'conditional':
        return bothOf([
          allOf([of(operation.condition, true), of(operation.then)]),
          allOf([of(operation.condition, false), of(operation.otherwise)]),
        ]);
      case 'local':
        return this.ofLocal(operation.declaration, asked);
      case 'call': {
        const asked = this.questions.ofElements(at);
        if (asked?.answer === outcome) return of(asked.result, asked.function);
        return outcome ? this.questions.answers(at) : this.questions.denies(at);
      }
      case 'method-reference':
        return outcome ? this.questions.answers(at) : this.questions.denies(at);
      default:
        return NOTHING;
    }
  }

  private ofJunction(junction: BinaryOperation, { outcome, depth }: Asked): Known {
    const { operator, operands } = junction;
    if (operator === '!=' || operator === '==') return this.ofEquality(junction, { outcome, depth });
    if (operator !== '&&' && operator !== '||') return NOTHING;
    const parts = operands.map((operand) => this.given(operand, { outcome, depth: depth + 1 }));
    return (operator === '&&') === outcome ? allOf(parts) : bothOf(parts);
  }

  private ofLocal(declaration: OperationIndex, { outcome, depth }: Asked): Known {
    const value = this.fixedValue(declaration);
    return value === null ? NOTHING : this.given(value, { outcome, depth: depth + 1 });
  }

  /** `check(value) == false`, and what is compared with null. */
  private ofEquality(junction: BinaryOperation, { outcome, depth }: Asked): Known {
    const isEqual = (junction.operator === '==') === outcome;
    const [left = -1, right = -1] = junction.operands;
    const said = (at: OperationIndex): boolean | undefined => {
      const each = this.body.operations[at];
      return each?.kind === 'literal' && each.type === 'boolean' ? each.value === 'true' : undefined;
    };
    const literal = said(right) ?? said(left);
    if (literal === undefined) return this.ofNull(junction, isEqual);
    const asked = said(right) === undefined ? right : left;
    return this.given(asked, { outcome: literal === isEqual, depth: depth + 1 });
  }

  /** `check(value) != null`, `value == null`. */
  private ofNull({ operands }: BinaryOperation, isNull: boolean): Known {
    const { operations } = this.body;
    const others = operands.filter((operand) => {
      const each = operations[operand];
      return each?.kind !== 'literal' || each.type !== 'null';
    });
    const [asked] = others;
    if (asked === undefined || others.length !== operands.length - 1) return NOTHING;
    if (isNull) return this.questions.absent(asked);
    const read = operations[asked];
    const call = read?.kind === 'local' ? this.fixedValue(read.declaration) : asked;
    return call !== null && operations[call]?.kind === 'call' ? this.questions.gives(call) : NOTHING;
  }

  /** What a local is declared with that is never given another value. */
  private fixedValue(declaration: OperationIndex): OperationIndex | null {
    const declared = this.body.operations[declaration];
    const isFixed =
      declared?.kind === 'declare' && declared.role === 'local' && !this.assigned.has(declaration);
    return isFixed ? declared.value : null;
  }

  private ofBranch(region: Region, index: number, innermost: Int32Array): readonly Passed[] {
    const { kind, condition, start, end, parent } = region;
    if (condition === undefined || (kind !== 'then' && kind !== 'else')) return [];
    const inside = passed(this.given(condition, { outcome: kind === 'then', depth: 0 }), {
      start,
      end,
      isToEnd: false,
    });
    const last = this.body.operations[end - 1]?.kind;
    const leaves = innermost[end - 1] === index && last !== undefined && LEAVING.has(last);
    const outer = this.body.regions[parent ?? 0];
    if (!leaves || outer === undefined) return inside;
    return [
      ...inside,
      ...passed(this.given(condition, { outcome: kind !== 'then', depth: 0 }), {
        start: end,
        end: outer.end,
        isToEnd: parent === 0 && (last === 'throw' || last === 'return'),
      }),
    ];
  }

  /** In a case that names constants the value is one of them; behind a switch too, where any other has left by the default. */
  private ofSwitch(subject: OperationIndex, cases: readonly Case[]): readonly Passed[] {
    const listed = this.questions.listed(subject);
    const found: Passed[] = [];
    // Something that no label names has come in by a case before this one, and falls into the next.
    let fallsIn = false;
    for (const { region, isOpen, leaves } of cases) {
      const isListed: boolean = !isOpen && !fallsIn;
      if (isListed) found.push(...passed(listed, { start: region.start, end: region.end, isToEnd: false }));
      fallsIn = !isListed && leaves === undefined && !region.arrow;
    }
    const open = cases.filter(({ isOpen }) => isOpen);
    const parent = open[0]?.region.parent ?? null;
    const outer = this.body.regions[parent ?? 0];
    const isRefused = open[0]?.leaves === 'throw' || open[0]?.leaves === 'return';
    if (open.length !== 1 || !isRefused || outer === undefined) return found;
    const behind = cases.reduce((last, { region }) => Math.max(last, region.end), 0);
    return [...found, ...passed(listed, { start: behind, end: outer.end, isToEnd: parent === 0 })];
  }

  private ofOperation(operation: Operation, at: OperationIndex, innermost: Int32Array): readonly Passed[] {
    switch (operation.kind) {
      case 'conditional': {
        const { condition, then } = operation;
        return [
          ...passed(this.given(condition, { outcome: true, depth: 0 }), {
            start: condition + 1,
            end: then + 1,
            isToEnd: false,
          }),
          ...passed(this.given(condition, { outcome: false, depth: 0 }), {
            start: then + 1,
            end: at,
            isToEnd: false,
          }),
        ];
      }
      case 'binary': {
        const [first] = operation.operands;
        if (first === undefined || (operation.operator !== '&&' && operation.operator !== '||')) return [];
        return passed(this.given(first, { outcome: operation.operator === '&&', depth: 0 }), {
          start: first + 1,
          end: at,
          isToEnd: false,
        });
      }
      case 'call': {
        const end = this.body.regions[innermost[at] ?? 0]?.end ?? at;
        const asserted = this.questions.asserts(at);
        const known =
          asserted === undefined
            ? this.questions.demands(at)
            : this.given(asserted, { outcome: true, depth: 0 });
        return passed(known, { start: at + 1, end, isToEnd: innermost[at] === 0 });
      }
      default:
        return [];
    }
  }
}

interface Case {
  readonly region: Region;
  /** It lets in what none of its labels names. */
  readonly isOpen: boolean;
  /** What ends it so that nothing behind it in the same block runs. */
  readonly leaves: Operation['kind'] | undefined;
}

/** The cases of each switch of a body, by its subject. */
function casesOf(
  { operations, regions }: Body,
  innermost: Int32Array,
): ReadonlyMap<OperationIndex, readonly Case[]> {
  const found = new Map<OperationIndex, Case[]>();
  regions.forEach((region, index) => {
    if (region.kind !== 'case' || region.condition === undefined) return;
    const last = operations[region.end - 1]?.kind;
    const isLast = innermost[region.end - 1] === index && last !== undefined && LEAVING.has(last);
    const each = { region, isOpen: isOpen(region.labels), leaves: isLast ? last : undefined };
    const known = found.get(region.condition);
    if (known) known.push(each);
    else found.set(region.condition, [each]);
  });
  return found;
}

/** A constant as a label of a case: text, or a name. */
const CONSTANT_LABEL = /^(?:"|[\w.]+$)/u;

/** The labels let in what they do not name. */
function isOpen(labels: readonly string[] = []): boolean {
  return labels.some((label) => label === 'default' || !CONSTANT_LABEL.test(label));
}

function passed(known: Known, where: Omit<Passed, 'fact'>): readonly Passed[] {
  return known === 'anything' ? [] : [...known].map((fact) => ({ fact, ...where }));
}

/** Everything that any of them says. */
export function allOf(parts: readonly Known[]): Known {
  const facts = new Set<string>();
  for (const part of parts) {
    if (part === 'anything') return part;
    for (const fact of part) facts.add(fact);
  }
  return facts;
}

/** What each of them says. */
export function bothOf(parts: readonly Known[]): Known {
  let common: ReadonlySet<string> | undefined;
  for (const part of parts) {
    if (part === 'anything') continue;
    const before = common;
    common = before === undefined ? part : new Set([...before].filter((fact) => part.has(fact)));
  }
  return common ?? (parts.length === 0 ? NOTHING : 'anything');
}

/** Locals and parameters that are given another value later, by their declaration. */
export function assignedLocals({ operations }: Body): ReadonlySet<OperationIndex> {
  return new Set(
    operations.flatMap((operation) => {
      const place = operation.kind === 'assign' ? operations[operation.target] : undefined;
      return place?.kind === 'local' ? [place.declaration] : [];
    }),
  );
}

function innermostRegions(body: Body): Int32Array {
  const innermost = new Int32Array(body.operations.length);
  body.regions.forEach(({ start, end }, index) => {
    innermost.fill(index, start, end);
  });
  return innermost;
}
