import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramParameter } from '../../link/program.ts';
import { onlyTarget } from '../access/code/sure-operations.ts';
import { isCredentialCall } from '../access/interceptions/credentials.ts';
import { isSupported } from '../access/resolvers/supported-parameter.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isOfLanguage } from '../match/language-classes.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { rememberedOf } from '../match/remembered.ts';
import { originOf } from '../match/value-origin.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';

type ResolverRow = AccessRowOf<'argument-resolver'>;

/** A class of the tree that gives handlers parameters of which no caller says what they hold. */
interface OwnGiver {
  readonly row: ResolverRow;
  readonly supports: ProgramMethod;
}

/** Helpers that are looked into for what they read of a request. */
const DEEPEST = 2;

/**
 * Whether the application gives a parameter by itself: who the caller is, as it was made out from a token or a session, or
 * something of the server's own. One whose giver reads anything else of the request comes from outside as ever.
 */
export function isGivenByServer(
  tools: MatchTools,
  { parameter, framework }: { readonly parameter: ProgramParameter; readonly framework: string },
): boolean {
  return giversOf(tools, framework).some(
    ({ row, supports }) => isSupported(tools, row, { method: supports, parameter }) === true,
  );
}

const giversOf = rememberedOf((tools: MatchTools, framework: string): readonly OwnGiver[] =>
  tools.models.access.flatMap((row) => {
    if (row.on !== 'argument-resolver' || !row.frameworks.includes(framework)) return [];
    const reading = new GiverReading(tools, row);
    return tools.typesBelow(row.type).flatMap((type): readonly OwnGiver[] => {
      const method = (names: readonly string[]) =>
        tools.exposedMethods(type).find((each) => fitsAny(each.name, names) && each.declaration?.body);
      const [supports, gives] = [method(row.supports), method(row.resolves)];
      return supports !== undefined && gives !== undefined && reading.isOwn(gives) ? [{ row, supports }] : [];
    });
  }),
);

class GiverReading {
  readonly #tools: MatchTools;
  readonly #row: ResolverRow;
  readonly #isRead: (call: CallFacts) => boolean;

  constructor(tools: MatchTools, row: ResolverRow) {
    this.#tools = tools;
    this.#row = row;
    const matcher = createCallMatcher(tools.models.sources, tools);
    this.#isRead = (call) => matcher(call).length > 0;
  }

  /** It reads of the request only what tells the caller, and gives what code of the tree or a library makes of that. */
  isOwn(gives: ProgramMethod): boolean {
    const reads = this.#tools.outsideCalls(gives).some(this.#isRead);
    const returned = (gives.declaration?.body?.operations ?? []).flatMap((each) =>
      each.kind === 'return' && each.value !== null ? [originOf(gives, each.value) ?? each.value] : [],
    );
    if (reads && !returned.every((value) => this.#isMade(gives, value))) return false;
    return !this.#handsRequestOn(gives) && !this.#readsMore(gives, 0);
  }

  /** Null, or what a method makes that does more than to write a text in another way. */
  #isMade(method: ProgramMethod, value: OperationIndex): boolean {
    const made = method.declaration?.body?.operations[value];
    if (made?.kind === 'literal') return true;
    if (made?.kind !== 'call') return false;
    const call = this.#tools.callAt(method, value);
    return call === undefined || !(this.#isRead(call) || call.owners.some(isOfLanguage));
  }

  /** What a method of the tree or a function does with the request itself is not followed. */
  #handsRequestOn({ declaration, parameters }: ProgramMethod): boolean {
    const operations = declaration?.body?.operations ?? [];
    const given = new Set(
      parameters.flatMap(({ type }, index) =>
        this.#tools.types.matchResolved(type, this.#row.requests) === 'certain' ? [index] : [],
      ),
    );
    const isRequest = (at: OperationIndex) => {
      const each = operations[at];
      return each?.kind === 'local' ? given.has(each.declaration) : given.has(at);
    };
    return operations.some((each) => {
      if (each.kind === 'call' || each.kind === 'new') return each.args.some(isRequest);
      return each.kind === 'method-reference' && each.object !== null && isRequest(each.object);
    });
  }

  #readsMore(method: ProgramMethod, depth: number): boolean {
    const more = this.#tools
      .outsideCalls(method)
      .some((call) => this.#isRead(call) && !this.#tellsCaller(call));
    if (more || depth >= DEEPEST) return more;
    return method.calls.some(({ operation }) => {
      const helper = onlyTarget(this.#tools, method, operation);
      return helper !== undefined && this.#readsMore(helper, depth + 1);
    });
  }

  #tellsCaller(call: CallFacts): boolean {
    const [first] = call.args ?? [];
    const said =
      first === undefined ? [] : textsOf(this.#tools.program.evaluateOperation(call.caller, first));
    return isCredentialCall(this.#tools, { credentials: this.#row.credentials, call }, (named) =>
      said.some((text) => fitsAny(text.toLowerCase(), named)),
    );
  }
}
