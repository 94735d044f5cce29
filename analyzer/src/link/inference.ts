import { type TypeName, typeName } from '../base/ids.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { ResolvedType } from './resolved-type.ts';
import { asSuper, isSubtype, knownSupers } from './subtyping.ts';
import { type ClassType, classType, type VariableType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** Types nest no deeper than this while they are compared. */
const MAX_DEPTH = 12;

/**
 * A type argument of one call that is still looked for. It is unified rather than solved from a set of bounds: the
 * first thing it must equal is its solution, and values passed directly may widen it to what they have in common.
 */
export class InferenceVariable implements VariableType {
  readonly kind = 'variable';
  readonly name: string;
  readonly owner: string;
  readonly bound: ResolvedType;
  solution: ResolvedType | null = null;
  /** Found as an argument of another type: it must equal that, later values do not widen it. */
  isPinned = false;

  constructor(variable: VariableType, ordinal: number) {
    this.name = variable.name;
    this.owner = `?${ordinal}`;
    this.bound = variable.bound;
  }
}

/** Follows solved variables to what they stand for. */
export function prune(type: ResolvedType): ResolvedType {
  let at = type;
  while (at.kind === 'variable' && at instanceof InferenceVariable && at.solution !== null) at = at.solution;
  return at;
}

/** Whether anything in the type is still looked for. */
export function hasFree(type: ResolvedType, depth = 0): boolean {
  const at = prune(type);
  if (at.kind === 'variable') return at instanceof InferenceVariable;
  if (depth > MAX_DEPTH) return false;
  if (at.kind === 'array') return hasFree(at.element, depth + 1);
  if (at.kind !== 'class') return false;
  for (let i = 0; i < at.args.length; i++) {
    const arg = at.args[i];
    if (arg !== undefined && hasFree(arg, depth + 1)) return true;
  }
  return false;
}

/** Puts solutions into a type. What is still free stays so with `keep`, and becomes its bound with `bound`. */
export function solved(type: ResolvedType, free: 'keep' | 'bound', depth = 0): ResolvedType {
  const at = prune(type);
  if (at.kind === 'variable')
    return free === 'keep' || !(at instanceof InferenceVariable) ? at : withoutFree(at.bound);
  if (at.kind === 'array') {
    const element = solved(at.element, free, depth + 1);
    return element === at.element ? at : { kind: 'array', element };
  }
  if (at.kind !== 'class' || at.args.length === 0) return at;
  return depth > MAX_DEPTH ? classType(at.name) : withSolvedArguments(at, free, depth);
}

/** Most types have nothing open in them, and stay the objects they are. */
function withSolvedArguments(at: ClassType, free: 'keep' | 'bound', depth: number): ClassType {
  let args: ResolvedType[] | null = null;
  for (let i = 0; i < at.args.length; i++) {
    const arg = at.args[i];
    if (arg === undefined) continue;
    const next = solved(arg, free, depth + 1);
    if (next === arg) continue;
    args ??= [...at.args];
    args[i] = next;
  }
  return args === null ? at : classType(at.name, args);
}

function withoutFree(bound: ResolvedType): ResolvedType {
  return bound.kind === 'class' ? classType(bound.name) : bound;
}

/** What comparing types needs to know. */
export interface Inference {
  readonly world: World;
  readonly rules: ResolutionRules;
}

/** Two types that must agree. `direct` is a value itself, `argument` stands inside a type, where both must be equal. */
export interface Agreement {
  readonly formal: ResolvedType;
  readonly actual: ResolvedType;
  readonly place?: 'direct' | 'argument';
}

interface Pair extends Required<Agreement> {
  readonly depth: number;
}

/** Makes a value of type `actual` fit where `formal` is expected, by solving what is free on either side. Nothing is refused. */
export function constrain(inference: Inference, types: Agreement): void {
  const pending: Pair[] = [{ place: 'direct', ...types, depth: 0 }];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) agree(inference, at, pending);
}

function agree(inference: Inference, pair: Pair, pending: Pair[]): void {
  const { place, depth } = pair;
  const formal = prune(pair.formal);
  const actual = prune(pair.actual);
  if (formal === actual || depth > MAX_DEPTH || isBare(actual) || isBare(formal)) return;
  if (formal instanceof InferenceVariable) {
    solve(formal, boxed(inference.rules, actual), place);
    return;
  }
  if (pair.formal instanceof InferenceVariable) widen(inference, { variable: pair.formal, actual }, place);
  if (actual instanceof InferenceVariable) {
    solve(actual, boxed(inference.rules, formal), place);
  } else if (formal.kind === 'array' && actual.kind === 'array') {
    pending.push({ formal: formal.element, actual: actual.element, place, depth: depth + 1 });
  } else if (formal.kind === 'class') {
    agreeOnArguments(inference, { formal, actual, depth }, pending);
  }
}

/** Types that say nothing about a variable. */
function isBare(type: ResolvedType): boolean {
  return type.kind === 'unknown' || type.kind === 'null' || type.kind === 'void';
}

function solve(variable: InferenceVariable, type: ResolvedType, place: 'direct' | 'argument'): void {
  if (occursIn(variable, type, 0)) return;
  variable.solution = type;
  variable.isPinned = place === 'argument';
}

function occursIn(variable: InferenceVariable, type: ResolvedType, depth: number): boolean {
  const at = prune(type);
  if (at === variable || depth > MAX_DEPTH) return true;
  if (at.kind === 'array') return occursIn(variable, at.element, depth + 1);
  if (at.kind !== 'class') return false;
  for (let i = 0; i < at.args.length; i++) {
    const arg = at.args[i];
    if (arg !== undefined && occursIn(variable, arg, depth + 1)) return true;
  }
  return false;
}

/** A second value for a variable: its solution becomes what both have in common. */
function widen(
  inference: Inference,
  found: { readonly variable: InferenceVariable; readonly actual: ResolvedType },
  place: 'direct' | 'argument',
): void {
  const { variable, actual } = found;
  const known = prune(variable);
  if (place === 'argument' || variable.isPinned || known.kind !== 'class') return;
  if (variable.solution instanceof InferenceVariable) return;
  const value = boxed(inference.rules, actual);
  if (value.kind === 'class') variable.solution = commonSuper(inference, known, value);
}

function agreeOnArguments(
  inference: Inference,
  types: { readonly formal: ClassType; readonly actual: ResolvedType; readonly depth: number },
  pending: Pair[],
): void {
  const { formal, depth } = types;
  const actual = formal.args.length === 0 ? null : classOf(inference.rules, types.actual);
  if (actual === null) return;
  const seen = asSuper(inference.world, actual, formal.name);
  if (seen === null || seen === 'unknown' || seen.args.length !== formal.args.length) return;
  for (let i = formal.args.length - 1; i >= 0; i--) {
    const mine = formal.args[i];
    const other = seen.args[i];
    if (mine === undefined || other === undefined) continue;
    pending.push({ formal: mine, actual: other, place: 'argument', depth: depth + 1 });
  }
}

function classOf(rules: ResolutionRules, type: ResolvedType): ClassType | null {
  let at = boxed(rules, type);
  for (let steps = 0; at.kind === 'variable' && steps < MAX_DEPTH; steps++) at = prune(at.bound);
  return at.kind === 'class' ? at : null;
}

/** The reference type of a primitive (JLS 5.1.7); other types as they are. */
export function boxed(rules: ResolutionRules, type: ResolvedType): ResolvedType {
  if (type.kind !== 'primitive') return type;
  const name = rules.boxes[type.name];
  return name === undefined ? type : classType(typeName(name));
}

/** The primitive in a box (JLS 5.1.8); null for other types. */
export function unboxed(rules: ResolutionRules, type: ResolvedType): string | null {
  if (type.kind === 'primitive') return type.name;
  if (type.kind !== 'class') return null;
  for (const primitive in rules.boxes) if (rules.boxes[primitive] === type.name) return primitive;
  return null;
}

/** The nearest type both stand below: a superclass if not the root, else an interface, else the root. */
export function commonSuper({ world, rules }: Inference, left: ClassType, right: ClassType): ResolvedType {
  if (isSubtype(world, right.name, left.name) === true) return left;
  if (isSubtype(world, left.name, right.name) === true) return right;
  let best: TypeName | null = null;
  for (const { name } of knownSupers(world, left.name).types) {
    if (name === rules.rootType || isSubtype(world, right.name, name) !== true) continue;
    const kind = shapeOf(world, name)?.kind;
    if (best === null || kind === 'class') best = name;
    if (kind === 'class') break;
  }
  if (best === null) return classType(typeName(rules.rootType));
  const seen = asSuper(world, left, best);
  return seen === null || seen === 'unknown' ? classType(best) : seen;
}
