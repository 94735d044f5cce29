import type { OperationIndex } from '../../../facts/operations.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { originOf } from '../../match/value-origin.ts';
import type { PathRulesRow } from '../../schema/access-rows.ts';
import type { CodeWalker, WalkedCall } from '../code/code-walker.ts';
import { renderCall } from '../code/render-operation.ts';
import { type Requirement, shortText } from '../requirement.ts';
import type { AccessRule } from '../rule-list.ts';
import { classifyExpression, type ExpressionNames } from '../spel/classify-expression.ts';
import { notKnown } from './matcher-arguments.ts';

/** What reads the end of a rule. */
export interface TerminalContext {
  readonly row: PathRulesRow;
  readonly names: ExpressionNames;
  /** `not()` stood before it. */
  readonly inverted: boolean;
}

/** What the last call of a rule asks of the caller. */
export function requirementOf<V>(
  walker: CodeWalker<V>,
  call: WalkedCall<V>,
  context: TerminalContext,
): Asked {
  const asks = plainRequirement(walker, call, context);
  return context.inverted ? { requirement: opposite(asks.requirement) } : asks;
}

/** `onlyAnonymous`: those alone who did not log in. */
type Asked = Pick<AccessRule, 'requirement' | 'onlyAnonymous'>;

function plainRequirement<V>(walker: CodeWalker<V>, call: WalkedCall<V>, context: TerminalContext): Asked {
  const text = renderCall(call.frame.method, call.index);
  const asks = asked(context.row, call.name);
  switch (asks) {
    case 'public':
    case 'authenticated':
    case 'denied':
      return { requirement: { kind: asks } };
    case 'anonymous':
      return { requirement: { kind: 'public' }, onlyAnonymous: true };
    case 'authorized':
      return { requirement: { kind: 'authorized', rule: withConstants(walker, call) ?? text } };
    case 'expression':
      return expressionRequirement(walker, call, { ...context, text });
    default:
      // `hasVariable("id").equalTo(…)` and whatever newer versions add.
      return {
        requirement: isAboutVariable(call)
          ? { kind: 'authorized', rule: text }
          : { kind: 'unknown', reason: notKnown(text) },
      };
  }
}

/** The call with its constants written out: `hasRole(ADMIN)` is `hasRole("ADMIN")`; undefined where one is not known. */
function withConstants<V>(walker: CodeWalker<V>, { frame, name, args }: WalkedCall<V>): string | undefined {
  const texts = args.map((argument) => walker.textsAt(frame, argument));
  if (texts.length === 0 || texts.includes(null)) return undefined;
  return shortText(
    `${name}(${texts
      .flatMap((each) => each ?? [])
      .map((each) => JSON.stringify(each))
      .join(', ')})`,
  );
}

function isAboutVariable<V>({ name }: WalkedCall<V>): boolean {
  return name === 'equalTo';
}

function asked(row: PathRulesRow, name: string) {
  return row.terminals.find((each) => fitsAny(name, each.method))?.asks;
}

/** `access("hasRole('X')")`, `access(new Manager("…"))`, `access(Managers.hasRole("X"))`, `access(this::check)`. */
function expressionRequirement<V>(
  walker: CodeWalker<V>,
  call: WalkedCall<V>,
  context: TerminalContext & { readonly text: string },
): Asked {
  const [first] = call.args;
  if (first === undefined) return { requirement: { kind: 'unknown', reason: notKnown(context.text) } };
  const written = expressionAt(walker, call, first);
  if (written !== null) {
    const { requirement, onlyAnonymous } = classifyExpression(written, context.names);
    return { requirement, ...(onlyAnonymous === true ? { onlyAnonymous } : {}) };
  }
  return { requirement: managerRequirement(call, first, context) };
}

/** What a manager object asks: a constant answer, one that the library makes, or code of its own. */
function managerRequirement<V>(
  call: WalkedCall<V>,
  first: OperationIndex,
  context: TerminalContext & { readonly text: string },
): Requirement {
  const { method, regions } = call.frame;
  const made = regions.operation(originOf(method, first) ?? first);
  if (made?.kind === 'lambda' && made.result !== null) {
    const constant = constantDecision(call, made.result);
    if (constant !== null) return constant;
  }
  if (made?.kind === 'call') {
    const asks = asked(context.row, made.name);
    if (asks === 'public' || asks === 'authenticated' || asks === 'denied') return { kind: asks };
  }
  // A manager in code decides about the caller.
  return { kind: 'authorized', rule: context.text };
}

/** The text of an expression, given directly or to the constructor of a manager. */
function expressionAt<V>(
  walker: CodeWalker<V>,
  { frame }: WalkedCall<V>,
  argument: OperationIndex,
): string | null {
  const direct = walker.textsAt(frame, argument);
  if (direct?.length === 1) return direct[0] ?? null;
  const made = frame.regions.operation(originOf(frame.method, argument) ?? argument);
  const [first] = made?.kind === 'new' ? made.args : [];
  const inner = first === undefined ? null : walker.textsAt(frame, first);
  return inner?.length === 1 ? (inner[0] ?? null) : null;
}

/** `(authentication, context) -> new AuthorizationDecision(true)`. */
function constantDecision<V>({ frame }: WalkedCall<V>, result: OperationIndex): Requirement | null {
  const decision = frame.regions.operation(result);
  const [first] = decision?.kind === 'new' ? decision.args : [];
  const granted = first === undefined ? undefined : frame.regions.operation(first);
  if (granted?.kind !== 'literal' || granted.type !== 'boolean') return null;
  return { kind: granted.value === 'true' ? 'public' : 'denied' };
}

/** Who does not have a role includes who never logged in. */
function opposite(requirement: Requirement): Requirement {
  switch (requirement.kind) {
    case 'public':
      return { kind: 'denied' };
    case 'unknown':
      return requirement;
    default:
      return { kind: 'public' };
  }
}
