import { binaryNameOf } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { PathRule } from '../schema/entry-rows.ts';
import { annotationLiterals, classLiterals } from './class-tests.ts';
import { servedPrefixes } from './served-prefixes.ts';

type AddedRule = NonNullable<PathRule['added']>;

/** What configuration code puts before the paths of a class. */
export type AddedPrefixes = (owner: ProgramType) => readonly string[];

interface Added {
  readonly prefix: readonly string[];
  holds(owner: ProgramType): boolean;
}

/** Reads the prefixes that configuration adds; one whose test nobody can read is left out. */
export function addedPrefixes(tools: MatchTools, rule: PathRule | undefined): AddedPrefixes {
  const served = servedPrefixes(tools, rule?.served);
  const added = rule?.added;
  if (added === undefined) return served;
  const all = callsOf([added], tools)
    .filter((call) => call.owners.some((owner) => tools.types.match(owner, added.type) === 'certain'))
    .flatMap((call) => readAdded(tools, call, added));
  return (owner) => all.find((each) => each.holds(owner))?.prefix ?? served(owner);
}

function readAdded(tools: MatchTools, call: CallFacts, rule: AddedRule): readonly Added[] {
  const text = argumentOperation(call, rule.prefix);
  const test = argumentOperation(call, rule.test);
  if (text === undefined || test === undefined) return [];
  const prefix = textsOf(tools.program.evaluateOperation(call.caller, text)).slice(0, 1);
  const holds = readTest(tools, { method: call.caller, test, rule });
  return holds === undefined ? [] : [{ prefix, holds }];
}

interface TestPlace {
  readonly method: ProgramMethod;
  readonly test: OperationIndex;
  readonly rule: AddedRule;
}

function readTest(tools: MatchTools, place: TestPlace): Added['holds'] | undefined {
  const { method, test } = place;
  const body = method.declaration?.body;
  const origin = originOf(method, test) ?? test;
  const written = body?.operations[origin];
  if (written?.kind === 'lambda') {
    const region = body?.regions[written.region];
    const annotations = region === undefined ? [] : annotationLiterals(tools, method, region);
    const result = written.result === null ? undefined : body?.operations[written.result];
    if (result?.kind === 'literal' && result.value === 'true') return () => true;
    return annotations.length === 0 ? undefined : carries(tools, annotations);
  }
  return written?.kind === 'call' ? madeTest(tools, place, origin) : undefined;
}

/** `HandlerTypePredicate.forAnnotation(RestController.class)` and its like. */
function madeTest(
  tools: MatchTools,
  { method, rule: { tests } }: TestPlace,
  at: OperationIndex,
): Added['holds'] | undefined {
  const call = method.declaration?.body?.operations[at];
  if (call?.kind !== 'call') return undefined;
  if (fitsAny(call.name, tests.any)) return () => true;
  const span = { start: Math.min(at, ...call.args), end: at };
  if (fitsAny(call.name, tests.annotation)) return carries(tools, annotationLiterals(tools, method, span));
  const classes = classLiterals(method, span);
  if (fitsAny(call.name, tests.below)) {
    return (owner) => tools.types.match(owner.name, classes) === 'certain';
  }
  if (fitsAny(call.name, tests.packageOf)) {
    return within(classes.map(binaryNameOf).map((name) => name.slice(0, Math.max(0, name.lastIndexOf('.')))));
  }
  if (!fitsAny(call.name, tests.package)) return undefined;
  return within(call.args.flatMap((argument) => textsOf(tools.program.evaluateOperation(method, argument))));
}

function carries(tools: MatchTools, annotations: readonly string[]): Added['holds'] {
  return (owner) => tools.annotations.onType(owner, annotations) !== undefined;
}

function within(packages: readonly string[]): Added['holds'] {
  return ({ file }) =>
    packages.some((name) => file.facts.package === name || file.facts.package.startsWith(`${name}.`));
}
