import type { ProgramMethod } from '../../link/program.ts';
import { answersYesOrNo, gaveNothing, givenBy, passedBehind } from '../access/code/caller-questions.ts';
import { type FailingCheck, isGivenBack } from '../access/code/failing-check.ts';
import { onlyTarget } from '../access/code/sure-operations.ts';
import type { Guard } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Helpers that give back what helpers give back: rounds of looking. */
const MOST_ROUNDS = 3;

/** The guards without those of methods that only tell who calls: whoever asks them is the guard. */
export function askingGuards({ models }: MatchTools, called: readonly Guard[]): readonly Guard[] {
  const telling = new Set(
    models.guards.flatMap((row) =>
      row.on === 'call' && row.asksCaller && row.result === 'refused' ? [row.id] : [],
    ),
  );
  return called.filter(({ onlyHere, mechanism }) => onlyHere !== true || !telling.has(mechanism));
}

interface GivenBack {
  readonly helper: ProgramMethod;
  /** What it gives for somebody who may not pass. */
  readonly gives: FailingCheck['gives'];
  readonly guard: Guard;
}

/**
 * Questions about the caller that a helper asks and its callers heed: `if (loginUser(request) == null) throw`. Whoever
 * calls the helper and does not mind what it gives has asked nothing.
 */
export function givenBackGuards(tools: MatchTools, called: readonly Guard[]): readonly Guard[] {
  const guards: Guard[] = [];
  const seen = new Set<string>();
  let round = called.flatMap((guard) => helperOf(tools, guard));
  for (let count = 0; count < MOST_ROUNDS && round.length > 0; count++) {
    const next: GivenBack[] = [];
    for (const { helper, guard, gives } of round) {
      const key = `${helper.id} ${guard.category}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const found = atCallers(tools, { helper, guard, gives });
      guards.push(...found.guards);
      next.push(...found.helpers);
    }
    round = next;
  }
  return guards;
}

/** The method of a question that it gives the answer of. */
function helperOf({ program, models }: MatchTools, guard: Guard): readonly GivenBack[] {
  const { carrier, mechanism } = guard;
  if (carrier.kind !== 'call' || guard.confidence === 'possible') return [];
  const question = models.guards.find(
    (row) => row.id === mechanism && row.on === 'call' && row.asksCaller && row.result !== 'thrown',
  );
  const helper = question === undefined ? undefined : program.method(carrier.method);
  const body = helper?.declaration?.body;
  if (question?.on !== 'call' || helper === undefined || !body) return [];
  const gives = givenBy(question, helper, carrier.operation);
  return isGivenBack(body, { operation: carrier.operation, gives }) ? [{ helper, guard, gives }] : [];
}

function atCallers(
  tools: MatchTools,
  { helper, guard, gives: ofHelper }: GivenBack,
): { readonly guards: readonly Guard[]; readonly helpers: readonly GivenBack[] } {
  const guards: Guard[] = [];
  const helpers: GivenBack[] = [];
  for (const site of tools.program.callersOf(helper.id)) {
    const { operation } = site;
    const caller = tools.program.method(site.caller);
    const body = caller?.declaration?.body;
    if (caller === undefined || !body || onlyTarget(tools, caller, operation) !== helper) continue;
    const isSomebody = ofHelper === 'another' && !answersYesOrNo(helper);
    const gives = isSomebody ? ofHelper : gaveNothing(caller, operation);
    const passed = passedBehind(tools, { caller, operation, gives });
    if (passed.length > 0) {
      guards.push({
        category: guard.category,
        mechanism: guard.mechanism,
        carrier: { kind: 'call', method: caller.id, operation },
        evidence: { file: site.file, line: site.nameLine, text: `asks ${helper.name}`.slice(0, 200) },
        confidence: 'likely',
        passed,
      });
    }
    if (isGivenBack(body, { operation, gives })) {
      helpers.push({ helper: caller, guard, gives });
    }
  }
  return { guards, helpers };
}
