import type { MethodId } from '../base/ids.ts';
import { byText, compareLocation, inOrder } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import { type SecretRead, secretReads } from './secret-reads.ts';
import type { Hop, SecretUse } from './security-view.ts';
import type { Summaries } from './taint/summaries.ts';
import { hopsTo, placeIn } from './taint/taint-hops.ts';
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
  const leaks = new Map<string, SecretUse>();
  const harmless: SecretUse[] = [];
  for (const read of secretReads(program, labels)) {
    const { what, source } = read;
    const found = leaksOf({ program, labels, summaries, handlers }, read);
    for (const leak of found) {
      const place = `${leak.reaches} ${leak.location.file}:${leak.location.line}`;
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
      byText((use) => use.what),
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
  const mayBeAnswered = labels.answerableSecrets.has(read.what);
  const leaks: Leak[] = [];
  const note = (reaches: Leak['reaches'], step: TaintStep, at: OperationIndex | null) => {
    if (reaches === 'response' && mayBeAnswered) return;
    const location = placeIn(step, at);
    leaks.push({ reaches, method: step.method.id, location, hops: hopsTo(step, location) });
  };
  searchTaint(program, summaries, {
    method: read.method,
    seed: read.seed,
    depthLimit: DEPTH_LIMIT,
    onArgument: (step, argument) => {
      for (const role of labels.callRoles.get(step.method.id)?.get(argument.call) ?? []) {
        if (role.role !== 'log' && role.role !== 'response') continue;
        const reached =
          role.arguments === 'all' ? argument.position >= 0 : role.arguments.includes(argument.position);
        if (!reached) continue;
        note(role.role, step, argument.call);
        return 'stop';
      }
      return 'follow';
    },
    onResult: (step, at) => {
      if (handlers.has(step.method.id)) note('response', step, at);
    },
  });
  return leaks;
}
