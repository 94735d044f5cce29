import type { MethodId } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';
import { BodyRegions } from './code/body-regions.ts';
import { answersYesOrNo, gaveNothing, givesSomebody } from './code/caller-questions.ts';
import { failingCasts } from './code/failing-casts.ts';
import { isGivenBack } from './code/failing-check.ts';
import { renderCall } from './code/render-operation.ts';
import { isSure, onlyTarget } from './code/sure-operations.ts';
import { createUnavoidable, type PlaceOfCode, type Unavoidable } from './code/unavoidable.ts';
import { type Outcome, type Requirement, strongest } from './requirement.ts';

/** Mechanism of checks that a handler makes itself. */
export const PROGRAMMATIC = 'programmatic-check';
/** Helpers that a handler calls, and what they call. */
const DEEPEST = 3;

/** What the code of a handler asks of every caller; undefined where some caller comes through unasked. */
export type ProgrammaticChecks = (entry: EntryDraft) => Outcome | undefined;

/**
 * Finds checks of the caller that no run of a handler can pass by: calls that throw, and questions whose bad answer ends in
 * a refusal whatever else is asked. `called` are the guards at calls of the whole program.
 */
export function createProgrammaticChecks(tools: MatchTools, called: readonly Guard[]): ProgrammaticChecks {
  const rows = new Map(
    tools.models.guards.flatMap((row): [string, Question][] => {
      if (row.on === 'call' && row.asksCaller) return [[row.id, row]];
      return row.on === 'cast'
        ? [[row.id, { category: row.category, result: 'thrown', answers: false }]]
        : [];
    }),
  );
  const byMethod = new Map<MethodId, Check[]>();
  for (const guard of [...called, ...failingCasts(tools)]) {
    const row = rows.get(guard.mechanism);
    if (guard.carrier.kind !== 'call' || guard.confidence === 'possible' || row === undefined) continue;
    const checks = byMethod.get(guard.carrier.method) ?? [];
    const { operation } = guard.carrier;
    const isAsked = guard.confidence === 'certain';
    const check = { guard, operation, throws: row.result === 'thrown', answers: row.answers, isAsked };
    checks.push(givesSomebody(row) ? { ...check, gives: 'another' } : check);
    byMethod.set(guard.carrier.method, checks);
  }
  const reading = new CheckReading(tools, byMethod);
  return ({ handler, lambda }) => {
    const method = lambda === undefined ? tools.program.method(handler) : undefined;
    return method === undefined ? undefined : reading.of(method, 0);
  };
}

/** What a row says of a check. */
type Question = Pick<CallGuardRow, 'category' | 'result' | 'answers'>;

interface Check {
  readonly guard: Guard;
  readonly operation: OperationIndex;
  readonly throws: boolean;
  /** It answers the caller whom it turns away. */
  readonly answers: boolean;
  /** The method decides by it, and does not only give it back. */
  readonly isAsked: boolean;
  /** It says who calls; absent for one that says yes or no, or nothing. */
  readonly gives?: 'another';
  /** What it asks, where a helper asks it. */
  readonly rule?: string;
}

/** A call of a method of the tree. */
interface Helper {
  readonly operation: OperationIndex;
  readonly helper: ProgramMethod;
}

/** The methods, and all from which calls lead to one. */
function withCallers({ program }: MatchTools, methods: Iterable<MethodId>): ReadonlySet<MethodId> {
  const found = new Set(methods);
  for (const id of found) for (const { caller } of program.callersOf(id)) found.add(caller);
  return found;
}

class CheckReading {
  readonly #tools: MatchTools;
  readonly #isUnavoidable: Unavoidable;
  readonly #checks: ReadonlyMap<MethodId, readonly Check[]>;
  /** Methods with checks, and all that may call them: nothing else asks anything. */
  readonly #asking: ReadonlySet<MethodId>;
  readonly #helpers = new Map<ProgramMethod, readonly Helper[]>();
  readonly #known = new Map<MethodId, Outcome | undefined>();
  readonly #given = new Map<MethodId, Check | null>();

  constructor(tools: MatchTools, checks: ReadonlyMap<MethodId, readonly Check[]>) {
    this.#tools = tools;
    this.#isUnavoidable = createUnavoidable(tools);
    this.#checks = checks;
    this.#asking = withCallers(tools, checks.keys());
  }

  of(method: ProgramMethod, depth: number): Outcome | undefined {
    if (this.#known.has(method.id)) return this.#known.get(method.id);
    const body = method.declaration?.body;
    if (body === undefined || body === null || depth > DEEPEST || !this.#asking.has(method.id))
      return undefined;
    // A method that leads back to itself asks no more than it does here.
    this.#known.set(method.id, undefined);
    const place: PlaceOfCode = { method, body, regions: new BodyRegions(body) };
    const checks = (this.#checks.get(method.id) ?? []).filter(({ isAsked }) => isAsked);
    const own = [...checks, ...this.#helpersOf(method, depth)]
      .filter((check) => (check.throws ? isSure(place, check.operation) : this.#isUnavoidable(place, check)))
      .map((check) => outcomeOf(method, check));
    const inherited = this.#calledBy(method).flatMap(({ operation, helper }) =>
      isSure(place, operation) ? (this.of(helper, depth + 1) ?? []) : [],
    );
    const all = [...own, ...inherited];
    const outcome = all.length === 0 ? undefined : all.reduce(strongest);
    if (depth === 0 || outcome !== undefined) this.#known.set(method.id, outcome);
    else this.#known.delete(method.id);
    return outcome;
  }

  /** Calls of helpers that give back what a check says: a bad answer to the check is a bad answer of the helper. */
  #helpersOf(method: ProgramMethod, depth: number): readonly Check[] {
    if (depth >= DEEPEST) return [];
    return this.#calledBy(method).flatMap(({ operation, helper }): readonly Check[] => {
      const check = this.#givenBackBy(helper, depth + 1);
      return check === undefined
        ? []
        : [{ ...check, operation, throws: false, answers: false, isAsked: true }];
    });
  }

  /** The methods that a method calls and that may ask something, a call each. */
  #calledBy(method: ProgramMethod): readonly Helper[] {
    const known = this.#helpers.get(method);
    if (known !== undefined) return known;
    const found = method.calls.flatMap(({ operation }): readonly Helper[] => {
      const helper = onlyTarget(this.#tools, method, operation);
      return helper !== undefined && this.#asking.has(helper.id) ? [{ operation, helper }] : [];
    });
    this.#helpers.set(method, found);
    return found;
  }

  /** A check that decides every answer of a method. */
  #givenBackBy(method: ProgramMethod, depth: number): Check | undefined {
    const known = this.#given.get(method.id);
    if (known !== undefined) return known ?? undefined;
    this.#given.set(method.id, null);
    const body = method.declaration?.body;
    if (!body) return undefined;
    const checks = [...(this.#checks.get(method.id) ?? []), ...this.#helpersOf(method, depth)];
    const found = checks.find(
      ({ operation, throws, gives }) =>
        !throws && isGivenBack(body, { operation, gives: gives ?? gaveNothing(method, operation) }),
    );
    if (found === undefined) return undefined;
    const { gives, ...rest } = found;
    const given: Check = {
      ...rest,
      ...(gives === undefined || answersYesOrNo(method) ? {} : { gives }),
      rule: found.rule ?? renderCall(method, found.operation),
    };
    this.#given.set(method.id, given);
    return given;
  }
}

function outcomeOf(method: ProgramMethod, { guard, operation, rule }: Check): Outcome {
  const requirement: Requirement =
    guard.category === 'authorization'
      ? { kind: 'authorized', rule: rule ?? renderCall(method, operation) }
      : { kind: 'authenticated' };
  return { requirement, mechanism: PROGRAMMATIC, row: guard.mechanism, evidence: [guard.evidence] };
}
