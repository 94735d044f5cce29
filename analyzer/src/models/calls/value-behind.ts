import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { type CallMatcher, createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { assignedLocals } from '../match/passed-checks.ts';
import type { Row } from '../models.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';

/** Calls between a value and another one that is made of it. */
const LONGEST_CHAIN = 6;

/** Finds the values that others stand for: the address behind a host, the name behind a path, the text behind a matcher. */
export class ValuesBehind {
  private readonly tools: MatchTools;
  private readonly matchAddress: CallMatcher<Row<'addresses'>>;
  private readonly changing = new Map<Body, ReadonlySet<OperationIndex>>();

  constructor(tools: MatchTools) {
    this.tools = tools;
    this.matchAddress = createCallMatcher(tools.models.addresses, tools);
  }

  /** The operation that gave a value, through locals that are never given another one. */
  originOf(method: ProgramMethod, operation: OperationIndex): OperationIndex | undefined {
    const body = method.declaration?.body;
    if (!body) return undefined;
    const changing = this.changing.get(body) ?? assignedLocals(body);
    this.changing.set(body, changing);
    let at = operation;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const each = body.operations[at];
      if (each?.kind === 'local' && !changing.has(each.declaration)) at = each.declaration;
      else if (each?.kind === 'declare' && each.role === 'local' && each.value !== null) at = each.value;
      else if (each?.kind === 'cast') at = each.operand;
      else return each?.kind === 'local' ? undefined : at;
    }
    return undefined;
  }

  /** What the check really looks at, where that is not the argument itself. */
  checked(call: CallFacts, operation: OperationIndex, of: CallGuardRow['of']): OperationIndex {
    const made = of === undefined ? undefined : this.madeBy(call.caller, operation)?.call;
    if (made === undefined || of === undefined || !fitsAny(made.member, of.method)) return operation;
    const isMeant = made.owners.some((owner) => this.tools.types.match(owner, of.type) !== undefined);
    return (isMeant ? argumentOperation(made, of.argument) : undefined) ?? operation;
  }

  /** The values of which another one is the host, each made of the next: `uri` and `text` for `uri.getHost()`. */
  addresses(method: ProgramMethod, operation: OperationIndex): readonly OperationIndex[] {
    const found: OperationIndex[] = [];
    let at: OperationIndex | undefined = operation;
    let isHost = false;
    for (let step = 0; step < LONGEST_CHAIN && at !== undefined; step++) {
      const made = this.madeBy(method, at);
      if (made === undefined) break;
      isHost ||= this.matchAddress(made.call)[0]?.row.does === 'host';
      at = made.args[0] ?? made.object ?? undefined;
      if (isHost && at !== undefined) found.push(at);
    }
    return found;
  }

  /** The text that another one is, but for its case and the space around it. */
  sameText(method: ProgramMethod, operation: OperationIndex): OperationIndex | undefined {
    const made = this.madeBy(method, operation);
    const isSame = made !== undefined && this.matchAddress(made.call)[0]?.row.does === 'same';
    return isSame ? (made.object ?? undefined) : undefined;
  }

  /** The values that a path is made of, each of the one before: `base.resolve(name).normalize()`. */
  names(method: ProgramMethod, operation: OperationIndex): readonly OperationIndex[] {
    const found: OperationIndex[] = [];
    let at: OperationIndex | undefined = operation;
    for (let step = 0; step < LONGEST_CHAIN && at !== undefined; step++) {
      const made = this.madeBy(method, at);
      if (made === undefined || this.matchAddress(made.call)[0]?.row.does !== 'path') break;
      at = made.args.at(-1) ?? made.object ?? undefined;
      if (at !== undefined) found.push(at);
    }
    return found;
  }

  private madeBy(method: ProgramMethod, operation: OperationIndex) {
    const origin = this.originOf(method, operation);
    const made = origin === undefined ? undefined : method.declaration?.body?.operations[origin];
    if (origin === undefined || (made?.kind !== 'call' && made?.kind !== 'new')) return undefined;
    const call = this.tools.callAt(method, origin);
    return call === undefined ? undefined : { call, args: made.args, object: made.object };
  }
}
