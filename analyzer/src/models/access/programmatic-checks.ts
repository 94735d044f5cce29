import type { MethodId } from '../../base/ids.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { createRefusals, type Refusals } from '../match/refusing-answers.ts';
import { BodyRegions } from './code/body-regions.ts';
import { conditionWhenFailing } from './code/failing-check.ts';
import { renderCall } from './code/render-operation.ts';
import { isReached, isSure, onlyTarget } from './code/sure-operations.ts';
import { type Outcome, type Requirement, strongest } from './requirement.ts';

/** Mechanism of checks that a handler makes itself. */
const PROGRAMMATIC = 'programmatic-check';
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
    tools.models.guards.flatMap((row) =>
      row.on === 'call' && row.asksCaller ? [[row.id, row.result] as const] : [],
    ),
  );
  const byMethod = new Map<MethodId, Check[]>();
  for (const guard of called) {
    const result = rows.get(guard.mechanism);
    if (guard.carrier.kind !== 'call' || guard.confidence !== 'certain' || result === undefined) continue;
    const checks = byMethod.get(guard.carrier.method) ?? [];
    checks.push({ guard, operation: guard.carrier.operation, throws: result === 'thrown' });
    byMethod.set(guard.carrier.method, checks);
  }
  const reading = new CheckReading(tools, byMethod);
  return ({ handler, lambda }) => {
    const method = lambda === undefined ? tools.program.method(handler) : undefined;
    return method === undefined ? undefined : reading.of(method, 0);
  };
}

interface Check {
  readonly guard: Guard;
  readonly operation: OperationIndex;
  readonly throws: boolean;
}

class CheckReading {
  readonly #tools: MatchTools;
  readonly #refusals: Refusals;
  readonly #checks: ReadonlyMap<MethodId, readonly Check[]>;
  readonly #known = new Map<MethodId, Outcome | undefined>();

  constructor(tools: MatchTools, checks: ReadonlyMap<MethodId, readonly Check[]>) {
    this.#tools = tools;
    this.#refusals = createRefusals(tools);
    this.#checks = checks;
  }

  of(method: ProgramMethod, depth: number): Outcome | undefined {
    if (this.#known.has(method.id)) return this.#known.get(method.id);
    const body = method.declaration?.body;
    if (body === undefined || body === null || depth > DEEPEST || this.#checks.size === 0) return undefined;
    // A method that leads back to itself asks no more than it does here.
    this.#known.set(method.id, undefined);
    const place: Place = { method, body, regions: new BodyRegions(body) };
    const own = (this.#checks.get(method.id) ?? [])
      .filter((check) => this.#isPassedByAll(place, check))
      .map((check) => outcomeOf(method, check));
    const inherited = method.calls.flatMap(({ operation }) => {
      const helper = onlyTarget(this.#tools, method, operation);
      if (helper === undefined || !isSure(place, operation)) return [];
      return this.of(helper, depth + 1) ?? [];
    });
    const all = [...own, ...inherited];
    const outcome = all.length === 0 ? undefined : all.reduce(strongest);
    if (depth === 0 || outcome !== undefined) this.#known.set(method.id, outcome);
    else this.#known.delete(method.id);
    return outcome;
  }

  #isPassedByAll(place: Place, { operation, throws }: Check): boolean {
    if (throws) return isSure(place, operation);
    const { body, method } = place;
    const type = method.operationTypes[operation];
    const isTruth = type?.kind === 'primitive' && type.name === 'boolean';
    const check = { operation, gives: isTruth ? (false as const) : ('nothing' as const) };
    return body.regions.some(({ kind, condition }, index) => {
      if ((kind !== 'then' && kind !== 'else') || condition === undefined) return false;
      const comes = conditionWhenFailing(body, check, condition);
      const isTaken = comes !== null && comes === (kind === 'then');
      return isTaken && isReached(place, condition) && this.#refuses(place, index);
    });
  }

  /** Throws, or answers with a refusal and returns. */
  #refuses({ method, body, regions }: Place, region: number): boolean {
    const own = body.operations.flatMap((_, index) => (regions.innermost(index) === region ? [index] : []));
    const isKind = (kind: string) => own.some((index) => body.operations[index]?.kind === kind);
    if (isKind('throw')) return true;
    if (own.some((index) => this.#refusals.isReturn(method, index))) return true;
    const answers = own.some((index) => this.#refusals.isCall(method, index));
    return answers && isKind('return');
  }
}

interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly regions: BodyRegions;
}

function outcomeOf(method: ProgramMethod, { guard, operation }: Check): Outcome {
  const requirement: Requirement =
    guard.category === 'authorization'
      ? { kind: 'authorized', rule: renderCall(method, operation) }
      : { kind: 'authenticated' };
  return { requirement, mechanism: PROGRAMMATIC, row: guard.mechanism, evidence: [guard.evidence] };
}
