import type { Text } from '../../../base/text.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { Evidence } from '../../labels.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { PathRulesRow } from '../../schema/access-rows.ts';
import type { CallReader, CodeWalker, WalkedCall, WalkValue } from '../code/code-walker.ts';
import { renderCall } from '../code/render-operation.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import { shortText } from '../requirement.ts';
import type { AccessRule } from '../rule-list.ts';
import type { ExpressionNames } from '../spel/classify-expression.ts';
import { anonymousCall, openAnonymous } from './anonymous-part.ts';
import type { ChainDraft, RuleBlock } from './chain.ts';
import { type MatcherStyle, prefixed, readMatcherArguments } from './matcher-arguments.ts';
import type { PatternBase } from './pattern-base.ts';
import { handsDecisionOver } from './replaced-decisions.ts';
import { requirementOf } from './terminal-requirement.ts';
import { decidedByCode, notFollowed, unread } from './unread-calls.ts';

/** An object of the configuration code while it is read. */
export type RuleObject =
  | { readonly kind: 'builder'; readonly chain: ChainDraft }
  | { readonly kind: 'rules'; readonly chain: ChainDraft; readonly block: RuleBlock }
  /** A rule whose matcher is known and whose terminal is still to come. */
  | {
      readonly kind: 'pending';
      readonly chain: ChainDraft;
      readonly block: RuleBlock;
      readonly matcher: RequestMatcher;
      readonly inverted: boolean;
      readonly text: string;
      readonly line: number;
    }
  | { readonly kind: 'scopes'; readonly chain: ChainDraft }
  | { readonly kind: 'page'; readonly chain: ChainDraft; readonly row: PageRow; readonly urls: Set<string> }
  /** A part of the builder that says nothing about access. */
  | { readonly kind: 'part'; readonly chain: ChainDraft }
  /** What those have who did not log in. */
  | { readonly kind: 'anonymous'; readonly chain: ChainDraft }
  | { readonly kind: 'bypass'; readonly chain: ChainDraft; readonly listed: boolean };

type PageRow = PathRulesRow['pages'][number];
type Call = WalkedCall<RuleObject>;
type Walker = CodeWalker<RuleObject>;
type Value = WalkValue<RuleObject>;

/** Reads one configuration language of path rules into chains. */
export class RuleLanguage implements CallReader<RuleObject> {
  readonly #row: PathRulesRow;
  readonly #names: ExpressionNames;
  readonly #base: PatternBase;

  constructor(row: PathRulesRow, names: ExpressionNames, base: PatternBase) {
    this.#row = row;
    this.#base = base;
    this.#names = names;
  }

  read(call: Call, walker: Walker): Value | undefined {
    const { receiver } = call;
    if (receiver === undefined) return this.#inherited(call);
    switch (receiver.kind) {
      case 'builder':
        return this.#builderCall(call, walker, receiver.chain);
      case 'rules':
        return this.#rulesCall(call, walker, receiver);
      case 'pending':
        return this.#pendingCall(call, walker, receiver);
      case 'scopes':
        return this.#scopesCall(call, walker, receiver.chain);
      case 'page':
        return this.#pageCall(call, walker, receiver);
      case 'bypass':
        return this.#bypassCall(call, walker, receiver);
      case 'anonymous':
        return anonymousCall(call, walker, { chain: receiver.chain, back: this.#row.back });
      case 'part':
        return this.#partCall(call, receiver.chain);
    }
  }

  /** Whoever is handed the builder may add rules. */
  lost(object: RuleObject, call: Call): void {
    if (object.kind === 'builder' || object.kind === 'rules')
      object.chain.handedOn ??= unread(renderCall(call.frame.method, call.index));
  }

  /** `super.configure(http)`: the adapter's own rules ask for a login everywhere. */
  #inherited(call: Call): Value | undefined {
    const { operation, frame, index } = call;
    const object = operation.object === null ? undefined : frame.regions.operation(operation.object);
    const [first] = call.args;
    const given = first === undefined ? undefined : frame.values.get(first);
    if (object?.kind !== 'super' || given?.kind !== 'object' || given.object.kind !== 'builder')
      return undefined;
    if (!this.#row.chainMethods.some((each) => fitsAny(call.name, each.method))) return undefined;
    const site = frame.method.calls.find((each) => each.operation === index);
    if (site !== undefined && site.targets.length > 0) return undefined;
    const evidence = this.#evidence(call, `super.${call.name}(…)`);
    given.object.chain.blocks.push(loginEverywhere(evidence, call.doubt));
    return undefined;
  }

  #builderCall(call: Call, walker: Walker, chain: ChainDraft): Value | undefined {
    const builder: Value = { kind: 'object', object: { kind: 'builder', chain } };
    const opener = this.#row.openers.find((each) => fitsAny(call.name, each.method));
    if (opener !== undefined) return this.#open(call, walker, { chain, opener });
    const page = this.#row.pages.find((each) => fitsAny(call.name, each.method));
    if (page !== undefined) return this.#openPage(call, walker, { chain, page });
    const scope = this.#row.scopes.find((each) => fitsAny(call.name, each.method));
    if (scope !== undefined) return this.#scope(call, walker, { chain, style: scope.style });
    if (this.#row.filters !== undefined && fitsAny(call.name, this.#row.filters)) {
      this.#addFilter(call, chain);
      return builder;
    }
    if (this.#row.configurers !== undefined && fitsAny(call.name, this.#row.configurers)) {
      return this.#applyConfigurer(call, walker, chain);
    }
    if (this.#row.anonymous !== undefined && fitsAny(call.name, this.#row.anonymous)) {
      return openAnonymous(call, walker, chain);
    }
    // With a customizer the builder comes back; without one a part of it, from which `and()` leads back.
    const isPart = call.args.length === 0 && call.name !== 'build';
    return isPart ? { kind: 'object', object: { kind: 'part', chain } } : builder;
  }

  #open(
    call: Call,
    walker: Walker,
    { chain, opener }: { readonly chain: ChainDraft; readonly opener: PathRulesRow['openers'][number] },
  ): Value {
    const evidence = this.#evidence(call, `${call.name}(…)`);
    const existing = chain.blocks.find((block) => block.evidence.text === evidence.text);
    const block: RuleBlock = existing ?? {
      unmatched: { kind: opener.unmatched },
      rules: [],
      evidence,
      uncertain: call.doubt,
      needsIdentity: opener.needsIdentity,
    };
    if (existing === undefined) chain.blocks.push(block);
    const rules: Value = { kind: 'object', object: { kind: 'rules', chain, block } };
    const [customizer] = call.args;
    if (customizer === undefined) return rules;
    const ran = walker.runFunction(call.frame, customizer, {
      parameters: [rules],
      // A doubt about the list as a whole is kept with the list.
      doubt: existing === undefined ? undefined : call.doubt,
    });
    if (ran === 'no-function' && !this.#changesNothing(call, customizer)) {
      const written = renderCall(call.frame.method, call.index);
      chain.unreadable = notFollowed(written);
    }
    return { kind: 'object', object: { kind: 'builder', chain } };
  }

  #scope(
    call: Call,
    walker: Walker,
    { chain, style }: { readonly chain: ChainDraft; readonly style: PathRulesRow['scopes'][number]['style'] },
  ): Value {
    const [first] = call.args;
    if (first === undefined) return { kind: 'object', object: { kind: 'scopes', chain } };
    const group: Value = { kind: 'object', object: { kind: 'scopes', chain } };
    const isFunction = walker.valueAt(call.frame, first)?.kind === 'function';
    if (
      !isFunction ||
      walker.runFunction(call.frame, first, { parameters: [group], doubt: call.doubt }) === 'no-function'
    ) {
      chain.scopes.push(doubtful(this.#matcherIn(call, walker, style), call.doubt));
    } else if (chain.scopes.length === 0) {
      chain.scopes.push({
        kind: 'unknown',
        reason: decidedByCode(renderCall(call.frame.method, call.index)),
      });
    }
    return { kind: 'object', object: { kind: 'builder', chain } };
  }

  #scopesCall(call: Call, walker: Walker, chain: ChainDraft): Value {
    if (fitsAny(call.name, this.#row.back)) return { kind: 'object', object: { kind: 'builder', chain } };
    if (fitsAny(call.name, this.#row.everything)) chain.scopes.push({ kind: 'any' });
    const row = [...this.#row.matchers, ...this.#row.scopes].find((each) => fitsAny(call.name, each.method));
    if (row !== undefined) {
      chain.scopes.push(doubtful(this.#matcherIn(call, walker, row.style), call.doubt));
    }
    return { kind: 'object', object: { kind: 'scopes', chain } };
  }

  #rulesCall(call: Call, walker: Walker, rules: Extract<RuleObject, { kind: 'rules' }>): Value {
    const { chain, block } = rules;
    const matcher = this.#startedMatcher(call, walker);
    if (matcher !== undefined) {
      const text = renderCall(call.frame.method, call.index);
      return {
        kind: 'object',
        object: { kind: 'pending', chain, block, matcher, inverted: false, text, line: this.#line(call) },
      };
    }
    if (fitsAny(call.name, this.#row.back)) return { kind: 'object', object: { kind: 'builder', chain } };
    if (handsDecisionOver(call, walker, this.#row)) block.rules.unshift(this.#codeDecides(call));
    return { kind: 'object', object: rules };
  }

  /** Whatever the rules say. */
  #codeDecides(call: Call): AccessRule {
    const reason = decidedByCode(shortText(renderCall(call.frame.method, call.index)));
    const evidence = this.#evidence(call, `${call.name}(…)`);
    const doubt = call.doubt === undefined ? {} : { uncertain: call.doubt };
    return { matcher: { kind: 'any' }, requirement: { kind: 'unknown', reason }, evidence, ...doubt };
  }

  #startedMatcher(call: Call, walker: Walker): RequestMatcher | undefined {
    if (fitsAny(call.name, this.#row.everything)) return { kind: 'any' };
    if (this.#row.otherDispatches !== undefined && fitsAny(call.name, this.#row.otherDispatches)) {
      return { kind: 'none' };
    }
    const row = this.#row.matchers.find((each) => fitsAny(call.name, each.method));
    return row === undefined ? undefined : this.#matcherIn(call, walker, row.style);
  }

  #matcherIn(call: Call, walker: Walker, style: MatcherStyle['style']): RequestMatcher {
    return readMatcherArguments(walker, call, { style, prefix: this.#base(style) });
  }

  #pendingCall(call: Call, walker: Walker, pending: Extract<RuleObject, { kind: 'pending' }>): Value {
    const { chain, block } = pending;
    const terminal = this.#row.terminals.find((each) => fitsAny(call.name, each.method));
    if (terminal?.asks === 'inverts') {
      return {
        kind: 'object',
        object: { ...pending, inverted: !pending.inverted, text: `${pending.text}.not()` },
      };
    }
    if (
      terminal?.asks === 'variable' ||
      (this.#row.prefixes !== undefined && fitsAny(call.name, this.#row.prefixes))
    ) {
      const matcher =
        terminal === undefined ? this.#withPrefix(call, walker, pending.matcher) : pending.matcher;
      const text = shortText(`${pending.text}.${renderCall(call.frame.method, call.index)}`);
      return { kind: 'object', object: { ...pending, matcher, text } };
    }
    const asked = { row: this.#row, names: this.#names, inverted: pending.inverted };
    block.rules.push({
      matcher: pending.matcher,
      ...requirementOf(walker, call, asked),
      evidence: {
        file: call.frame.method.owner.file.facts.path,
        line: pending.line,
        text: shortText(`${pending.text}.${renderCall(call.frame.method, call.index)}`),
      },
      ...(call.doubt === undefined ? {} : { uncertain: call.doubt }),
    });
    return { kind: 'object', object: { kind: 'rules', chain, block } };
  }

  #withPrefix(call: Call, walker: Walker, matcher: RequestMatcher): RequestMatcher {
    const [first] = call.args;
    const prefix = first === undefined ? null : walker.textsAt(call.frame, first);
    if (prefix?.[0] === undefined)
      return {
        kind: 'unknown',
        reason: { en: 'the servlet path of the rule is not known', ru: 'путь сервлета в правиле неизвестен' },
      };
    return prefixed(matcher, prefix[0]);
  }

  #openPage(
    call: Call,
    walker: Walker,
    { chain, page }: { readonly chain: ChainDraft; readonly page: PageRow },
  ): Value {
    const object: RuleObject = { kind: 'page', chain, row: page, urls: new Set() };
    const [customizer] = call.args;
    if (customizer === undefined) return { kind: 'object', object };
    walker.runFunction(call.frame, customizer, {
      parameters: [{ kind: 'object', object }],
      doubt: call.doubt,
    });
    return { kind: 'object', object: { kind: 'builder', chain } };
  }

  #pageCall(call: Call, walker: Walker, page: Extract<RuleObject, { kind: 'page' }>): Value {
    const { chain, row, urls } = page;
    if (fitsAny(call.name, this.#row.back)) return { kind: 'object', object: { kind: 'builder', chain } };
    const [first] = call.args;
    if (fitsAny(call.name, row.urls) && first !== undefined) {
      for (const url of walker.textsAt(call.frame, first) ?? []) urls.add(url);
    }
    if (fitsAny(call.name, row.opens) && !isFalse(call, first)) this.#letPagesThrough(call, page);
    return { kind: 'object', object: page };
  }

  #letPagesThrough(call: Call, { chain, row, urls }: Extract<RuleObject, { kind: 'page' }>): void {
    const evidence = this.#evidence(call, `${row.method[0] ?? ''}(…${call.name}())`);
    const pages = urls.size > 0 ? [...urls] : row.otherwise;
    for (const url of pages) {
      // A URL with a query is another request than the page itself.
      if (url.includes('?')) continue;
      chain.pages.push({
        matcher: { kind: 'pattern', style: 'exact', pattern: url, verb: null },
        requirement: { kind: 'public' },
        evidence,
        ...(call.doubt === undefined ? {} : { uncertain: call.doubt }),
      });
    }
  }

  /** `Customizer.withDefaults()`. */
  #changesNothing(call: Call, customizer: OperationIndex): boolean {
    const made = call.frame.regions.operation(customizer);
    return made?.kind === 'call' && made.args.length === 0 && fitsAny(made.name, this.#row.defaults ?? []);
  }

  #partCall(call: Call, chain: ChainDraft): Value {
    const leadsBack = fitsAny(call.name, this.#row.back) || call.name === 'disable';
    return { kind: 'object', object: { kind: leadsBack ? 'builder' : 'part', chain } };
  }

  #bypassCall(call: Call, walker: Walker, bypass: Extract<RuleObject, { kind: 'bypass' }>): Value {
    const { chain } = bypass;
    if (!bypass.listed) {
      const listed = this.#row.bypass !== undefined && fitsAny(call.name, this.#row.bypass.method);
      return { kind: 'object', object: { kind: 'bypass', chain, listed } };
    }
    if (fitsAny(call.name, this.#row.back))
      return { kind: 'object', object: { kind: 'bypass', chain, listed: false } };
    const matcher = this.#startedMatcher(call, walker);
    if (matcher !== undefined) {
      chain.bypass.push({
        matcher,
        requirement: { kind: 'public' },
        evidence: this.#evidence(call, `ignoring().${renderCall(call.frame.method, call.index)}`),
        ...(call.doubt === undefined ? {} : { uncertain: call.doubt }),
      });
    }
    return { kind: 'object', object: bypass };
  }

  #addFilter(call: Call, chain: ChainDraft): void {
    const [first] = call.args;
    const type = first === undefined ? undefined : call.frame.method.operationTypes[first];
    const named = type === undefined ? undefined : classOf(type);
    if (named === undefined) return;
    chain.filters.push({
      type: named,
      evidence: this.#evidence(call, renderCall(call.frame.method, call.index)),
    });
  }

  #applyConfigurer(call: Call, walker: Walker, chain: ChainDraft): Value {
    const [first] = call.args;
    const type = first === undefined ? undefined : call.frame.method.operationTypes[first];
    const named = type === undefined ? undefined : classOf(type);
    const owner = named === undefined ? undefined : walker.tools.program.type(named);
    const builder: Value = { kind: 'object', object: { kind: 'builder', chain } };
    for (const method of owner?.methods ?? []) {
      const takes = method.parameters.findIndex(
        (parameter) => walker.tools.types.matchResolved(parameter.type, this.#row.builder) === 'certain',
      );
      if (takes === -1) continue;
      const values = method.parameters.map((_, index) => (index === takes ? builder : undefined));
      walker.runMethod(method, values, { depth: call.frame.depth, doubt: call.doubt });
    }
    return builder;
  }

  #evidence(call: Call, text: string): Evidence {
    return { file: call.frame.method.owner.file.facts.path, line: this.#line(call), text: shortText(text) };
  }

  #line({ operation, line }: Call): number {
    return operation.kind === 'call' ? operation.nameLine : line;
  }
}

/** A list with one rule: everything takes a login. */
export function loginEverywhere(evidence: Evidence, uncertain?: Text): RuleBlock {
  const rule = {
    matcher: { kind: 'any' as const },
    requirement: { kind: 'authenticated' as const },
    evidence,
  };
  return { unmatched: { kind: 'public' }, rules: [rule], evidence, uncertain, needsIdentity: true };
}

function doubtful(matcher: RequestMatcher, doubt: Text | undefined): RequestMatcher {
  return doubt === undefined ? matcher : { kind: 'unknown', reason: doubt };
}

function isFalse(call: Call, argument: OperationIndex | undefined): boolean {
  const operation = argument === undefined ? undefined : call.frame.regions.operation(argument);
  return operation?.kind === 'literal' && operation.value === 'false';
}
