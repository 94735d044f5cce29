import type { MethodId } from '../base/ids.ts';
import { byText, compareLocation, inOrder } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramField } from '../link/program.ts';
import type { ResolvedType } from '../link/resolved-type.ts';
import type { CallRole, Labels } from '../models/labels.ts';
import { findPrintedSecrets } from './printed-secrets.ts';
import { type SecretRead, secretReads } from './secret-reads.ts';
import type { Hop, SecretUse } from './security-view.ts';
import { argumentAt } from './taint/argument-at.ts';
import type { TaintedArgument } from './taint/body-flow.ts';
import type { Summaries } from './taint/summaries.ts';
import { hopsTo, placeIn } from './taint/taint-hops.ts';
import type { Part } from './taint/taint-mask.ts';
import { searchTaint, type TaintStep } from './taint/taint-search.ts';

/** Calls that a secret is followed through. */
const DEPTH_LIMIT = 4;

interface Leak {
  readonly reaches: 'log' | 'response';
  readonly method: MethodId;
  readonly location: SourceLocation;
  readonly hops: readonly Hop[];
}

/**
 * Every read of a secret in production code, with where its value ends: in a log, in an answer, or elsewhere. A place
 * that leaks is one leak however many reads lead to it, and one read may leak in several places.
 */
export function findSecretUses(program: Program, labels: Labels, summaries: Summaries): SecretUse[] {
  const handlers = new Set(
    labels.entryPoints.filter((entry) => entry.kind === 'http').map((entry) => entry.handler),
  );
  const placeOf = ({ reaches, location }: Pick<SecretUse, 'reaches' | 'location'>) =>
    `${reaches} ${location.file}:${location.line}`;
  const leaks = new Map(findPrintedSecrets(program, labels).map((use) => [placeOf(use), use]));
  const harmless: SecretUse[] = [];
  for (const read of secretReads(program, labels)) {
    const { what, source } = read;
    const found = leaksOf({ program, labels, summaries, handlers }, read);
    for (const leak of found) {
      const place = placeOf(leak);
      const known = leaks.get(place);
      if (!known || leak.hops.length < known.hops.length) leaks.set(place, { what, source, ...leak });
    }
    if (found.length > 0) continue;
    const line = read.method.declaration?.body?.operations[read.operation]?.line ?? 1;
    const location = { file: read.method.owner.file.facts.path, line };
    harmless.push({ what, source, method: read.method.id, location, reaches: 'elsewhere', hops: [] });
  }
  return [...leaks.values(), ...harmless].sort(
    inOrder<SecretUse>(
      (left, right) => compareLocation(left.location, right.location),
      byText((use) => use.what.en),
      byText((use) => use.reaches),
    ),
  );
}

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly summaries: Summaries;
  readonly handlers: ReadonlySet<MethodId>;
}

/** Where the value leaves. A token in the answer to whoever asked for one is its purpose; in a log it is a leak. */
function leaksOf({ program, labels, summaries, handlers }: Known, read: SecretRead): Leak[] {
  const mayBeAnswered = labels.answerableSecrets.has(read.what.en);
  const leaks: Leak[] = [];
  const note = (reaches: Leak['reaches'], step: TaintStep, at: OperationIndex | null) => {
    if (reaches === 'response' && mayBeAnswered) return;
    const location = placeIn(step, at);
    leaks.push({ reaches, method: step.method.id, location, hops: hopsTo(step, location) });
  };
  const isLeftOut = (where: Leak['reaches'], step: TaintStep, argument: TaintedArgument) => {
    const hidden = where === 'log' ? labels.hiddenParts.text : labels.hiddenParts.answer;
    return isHiddenPart(program, hidden, { type: typeOf(step, argument), part: argument.part });
  };
  searchTaint(program, summaries, {
    method: read.method,
    seed: read.seed,
    depthLimit: DEPTH_LIMIT,
    waysOf: (summary) => summaries.onward(summary),
    onArgument: (step, { argument }) => {
      for (const role of labels.callRoles.get(step.method.id)?.get(argument.call) ?? []) {
        if (role.role !== 'log' && role.role !== 'response') continue;
        if (!isReached(role, argument.position) || isLeftOut(role.role, step, argument)) continue;
        note(role.role, step, argument.call);
        return 'stop';
      }
      return 'follow';
    },
    onResult: (step, at) => {
      const parts = [...step.summary.flow.result.keys()];
      const isHidden = parts.every((part) =>
        isHiddenPart(program, labels.hiddenParts.answer, { type: step.method.returnType, part }),
      );
      if (handlers.has(step.method.id) && !isHidden) note('response', step, at);
    },
  });
  return leaks;
}

/** A place where only the text of a failure is put to be shown keeps a secret on the server. */
function isReached(
  role: Extract<CallRole, { readonly role: 'log' | 'response' }>,
  position: number,
): boolean {
  if (role.role === 'response' && role.failures) return false;
  return role.arguments === 'all' ? position >= 0 : role.arguments.includes(position);
}

function typeOf({ method }: TaintStep, { call, position }: TaintedArgument): ResolvedType | undefined {
  const body = method.declaration?.body;
  const operation = body ? argumentAt(body, call, position) : null;
  return operation === null ? undefined : method.operationTypes[operation];
}

/** Supertypes and type arguments looked at for one type; a cap against hostile hierarchies. */
const MOST_TYPES = 100;

/** The part is a field that stays out where an object of the type, or one that the type holds, is printed or sent. */
function isHiddenPart(
  program: Program,
  hidden: ReadonlySet<ProgramField>,
  { type, part }: { readonly type: ResolvedType | undefined; readonly part: Part },
): boolean {
  if (part === null || hidden.size === 0) return false;
  const pending = [type];
  for (let looked = 0; looked < MOST_TYPES && pending.length > 0; looked++) {
    const next = pending.pop();
    if (next?.kind === 'array') pending.push(next.element);
    if (next?.kind !== 'class') continue;
    const declared = program.type(next.name);
    const field = declared?.fields.find(({ name }) => name === part);
    if (field) return hidden.has(field);
    pending.push(...(declared ? program.supertypesOf(next.name) : next.args));
  }
  return false;
}
