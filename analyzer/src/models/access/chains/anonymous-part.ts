import { fitsAny } from '../../match/name-pattern.ts';
import type { CodeWalker, WalkedCall, WalkValue } from '../code/code-walker.ts';
import type { ChainDraft } from './chain.ts';
import type { RuleObject } from './rule-language.ts';

type Call = WalkedCall<RuleObject>;
type Walker = CodeWalker<RuleObject>;
type Value = WalkValue<RuleObject>;

/** `http.anonymous(…)`: what those have who did not log in. */
export function openAnonymous(call: Call, walker: Walker, chain: ChainDraft): Value {
  const object: RuleObject = { kind: 'anonymous', chain };
  const [customizer] = call.args;
  if (customizer === undefined) return { kind: 'object', object };
  const given = call.frame.regions.operation(customizer);
  if (given?.kind === 'method-reference' && given.name === 'disable' && call.doubt === undefined)
    chain.anonymous = null;
  walker.runFunction(call.frame, customizer, {
    parameters: [{ kind: 'object', object }],
    doubt: call.doubt,
  });
  return { kind: 'object', object: { kind: 'builder', chain } };
}

/** A call on that part of the builder. */
export function anonymousCall(
  call: Call,
  walker: Walker,
  { chain, back }: { readonly chain: ChainDraft; readonly back: readonly string[] },
): Value {
  const builder: Value = { kind: 'object', object: { kind: 'builder', chain } };
  if (fitsAny(call.name, back)) return builder;
  if (call.name === 'disable') {
    if (call.doubt === undefined) chain.anonymous = null;
    return builder;
  }
  const texts = call.args.map((argument) => walker.textsAt(call.frame, argument));
  if (call.name === 'authorities' && texts.every((each) => each !== null)) {
    chain.anonymous = texts.flatMap((each) => each ?? []);
  }
  return { kind: 'object', object: { kind: 'anonymous', chain } };
}
