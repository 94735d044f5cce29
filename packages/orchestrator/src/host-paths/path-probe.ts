import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonOrNull } from '../text/json-or-null.ts';
import { type MountPlan, planBelow } from './mount-plan.ts';
import type { PathPurpose } from './resolver.ts';

/** Where the directory in question is in the container of a probe. */
export const PROBE_TARGET = '/probe';

/** The line that `probe` of the analyzer contract prints. */
const answerSchema = z.object({
  probe: z.literal(1),
  nonce: z.string().nullable().describe('What stood in the nonce file; null where it could not be read.'),
  wrote: z.boolean().describe('True where the answer file could be written.'),
  names: z.array(z.string()).describe('The first names of the directory, sorted by code units.'),
  error: z.string().nullable(),
});

/** What a probe saw. */
type ProbeAnswer = z.output<typeof answerSchema>;

/** Runs `probe` of the analyzer contract over one directory: its standard output, or why no container could be started. */
export type ProbeRun = (request: {
  readonly plan: MountPlan;
  readonly readOnly: boolean;
  readonly nonceFile: string | null;
}) => Promise<{ readonly stdout: string } | { readonly failure: string }>;

/** Who the process in the container will be; null for whoever the image says. */
export type ProbeUser = { readonly uid: number; readonly gid: number } | null;

/** Names that are compared of a directory that must not be written to. */
const COMPARED_NAMES = 1_000;

/**
 * Proves that a container sees the very directory that a plan speaks of. Where it may be written to, a nonce goes there and
 * comes back; where it may not, as it is somebody's source tree, the names in it are compared. Null for a proof, else what
 * is wrong.
 */
export function probePath(
  request: { readonly path: string; readonly plan: MountPlan; readonly purpose: PathPurpose },
  run: ProbeRun,
  user: ProbeUser,
): Promise<string | null> {
  return request.purpose === 'write' ? probeWriting(request, run, user) : probeReading(request, run);
}

async function probeReading(
  { path, plan }: { readonly path: string; readonly plan: MountPlan },
  run: ProbeRun,
): Promise<string | null> {
  const answer = readAnswer(await run({ plan, readOnly: true, nonceFile: null }));
  if (typeof answer === 'string') return answer;
  if (answer.error !== null) return `a container cannot read it: ${answer.error}`;
  const names = (await readdir(path)).sort(byCodeUnits).slice(0, COMPARED_NAMES);
  const same = names.length === answer.names.length && names.every((name, at) => name === answer.names[at]);
  return same ? null : `a container sees another directory there, with ${answer.names.length} names`;
}

async function probeWriting(
  { path, plan }: { readonly path: string; readonly plan: MountPlan },
  run: ProbeRun,
  user: ProbeUser,
): Promise<string | null> {
  const directory = await mkdtemp(join(path, 'csqa-probe-'));
  try {
    const nonce = randomUUID();
    await writeFile(join(directory, NONCE_FILE), nonce);
    await chmod(join(directory, NONCE_FILE), 0o644);
    await handOver(directory, user);
    const below = planBelow(plan, directory.slice(path.length).replace(/^[\\/]+/, ''));
    const answer = readAnswer(await run({ plan: below, readOnly: false, nonceFile: NONCE_FILE }));
    if (typeof answer === 'string') return answer;
    if (answer.nonce !== nonce) return 'a container does not see what is written here';
    if (!answer.wrote) return `a container cannot write there: ${answer.error ?? 'it did not say why'}`;
    const reply = await readFile(join(directory, `${NONCE_FILE}.reply`), 'utf8').catch(() => null);
    return reply === nonce ? null : 'what a container writes does not arrive here';
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const NONCE_FILE = 'nonce';

/** Lets the process of a container write to a directory of ours: root gives it away, anybody else runs it as himself. */
export async function handOver(directory: string, user: ProbeUser): Promise<void> {
  if (user !== null && process.getuid?.() === 0) await chown(directory, user.uid, user.gid);
}

function readAnswer(ran: Awaited<ReturnType<ProbeRun>>): ProbeAnswer | string {
  if ('failure' in ran) return ran.failure;
  for (const line of ran.stdout.split('\n')) {
    const parsed = answerSchema.safeParse(jsonOrNull(line));
    if (parsed.success) return parsed.data;
  }
  return 'the image does not answer probes: it is no analyzer, or an older one';
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
