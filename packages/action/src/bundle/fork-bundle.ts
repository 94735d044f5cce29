import { gunzipSync, gzipSync } from 'node:zlib';
import { type Report, type RunRecord, readReport, readRunRecord } from '@csqa/report';
import { z } from 'zod';
import type { BaselineAbsence, Project } from '../run-types.ts';

/** The file that the run of a fork leaves for the trusted stage. */
export const BUNDLE_FILE = 'csqa-bundle.json.gz';
/** What the names of the artifacts begin with that hold one. */
export const BUNDLE_PREFIX = 'csqa-bundle-';

/** What one project of a bundle says. Nothing in it is rendered and nothing names a file: the trusted stage makes both. */
export interface BundledProject {
  readonly project: Project;
  readonly head: Report;
  readonly record: RunRecord;
  readonly base:
    | { readonly status: 'there'; readonly sha: string | null; readonly report: Report }
    | { readonly status: 'absent'; readonly sha: string | null; readonly reason: BaselineAbsence };
}

/** What the run of a fork hands over. */
export interface ForkBundle {
  /** Full id of the head of the pull request; GitHub is asked whether that is so. */
  readonly headSha: string;
  /** Full id of the commit that was analysed. */
  readonly testedSha: string;
  readonly projects: readonly BundledProject[];
}

/** Why a bundle was not read. */
export type BundleRefusal = 'too-large' | 'not-a-bundle' | 'invalid';

/** A bundle, or why there is none; `where` names the first place that is wrong and repeats nothing of it. */
export type BundleReading =
  | { readonly ok: true; readonly bundle: ForkBundle }
  | { readonly ok: false; readonly refusal: BundleRefusal; readonly where: string };

/** Bytes of a bundle, packed and unpacked. */
export interface BundleLimits {
  readonly packed: number;
  readonly unpacked: number;
}

const LIMITS: BundleLimits = { packed: 64 * 1024 ** 2, unpacked: 512 * 1024 ** 2 };
const MOST_PROJECTS = 64;

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const ABSENCES = [
  ...(['not-asked', 'no-earlier-state', 'nothing-there', 'commit-unreachable'] as const),
  ...(['analysis-failed', 'file-unreadable', 'not-git'] as const),
] as const satisfies readonly BaselineAbsence[];

/** No segment is empty or only dots, and nothing but `/` separates them. */
const projectPath = z
  .string()
  .max(1_024)
  .regex(/^(?!\/)[^\\\p{Cc}:]*$/u)
  .refine((path) => path === '' || path.split('/').every((part) => part !== '' && !/^\.+$/.test(part)));

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** Reports travel as texts, so that each is read with the limits that any report is read with. */
const bundleSchema = z.strictObject({
  bundle: z.literal(1),
  headSha: sha,
  testedSha: sha,
  projects: z
    .array(
      z.strictObject({
        project: z.strictObject({ slug, path: projectPath }),
        ...{ head: z.string(), record: z.string() },
        base: z.discriminatedUnion('status', [
          z.strictObject({ status: z.literal('there'), sha: sha.nullable(), report: z.string() }),
          z.strictObject({ status: z.literal('absent'), sha: sha.nullable(), reason: z.enum(ABSENCES) }),
        ]),
      }),
    )
    .min(1)
    .max(MOST_PROJECTS),
});

/** Packs what was found for a stage that trusts none of it. */
export function packBundle({ headSha, testedSha, projects }: ForkBundle): Buffer {
  const document: z.input<typeof bundleSchema> = {
    bundle: 1,
    ...{ headSha, testedSha },
    projects: projects.map(({ project, head, record, base }) => ({
      project: { slug: project.slug, path: project.path },
      ...{ head: JSON.stringify(head), record: JSON.stringify(record) },
      base: base.status === 'there' ? { ...base, report: JSON.stringify(base.report) } : base,
    })),
  };
  return gzipSync(JSON.stringify(document));
}

/** Reads what a run of a fork left, as the work of somebody who wants to harm us. Never throws. */
export function readBundle(packed: Uint8Array, limits: BundleLimits = LIMITS): BundleReading {
  if (packed.length > limits.packed) return refused('too-large', 'the file');
  const text = unpack(packed, limits.unpacked);
  if (typeof text !== 'string') return text;
  const document = parse(text);
  const parsed = bundleSchema.safeParse(document);
  if (!parsed.success) return refused('invalid', whereOf(parsed.error));
  const { projects, headSha, testedSha } = parsed.data;
  const slugs = new Set(projects.map(({ project }) => project.slug));
  if (slugs.size < projects.length) return refused('invalid', 'projects');
  const read: BundledProject[] = [];
  for (const [at, { project, head, record, base }] of projects.entries()) {
    const tested = readReport(head);
    if (!tested.ok) return refused('invalid', `projects.${at}.head`);
    const how = readRunRecord(record);
    if (!how.ok) return refused('invalid', `projects.${at}.record`);
    const before = base.status === 'there' ? readReport(base.report) : null;
    if (before !== null && !before.ok) return refused('invalid', `projects.${at}.base`);
    read.push({ project, head: tested.value, record: how.value, base: baseOf(base, before?.value ?? null) });
  }
  return { ok: true, bundle: { headSha, testedSha, projects: read } };
}

type WrittenBase = z.output<typeof bundleSchema>['projects'][number]['base'];

function baseOf(base: WrittenBase, report: Report | null): BundledProject['base'] {
  if (base.status === 'absent') return base;
  return report === null
    ? { status: 'absent', sha: base.sha, reason: 'file-unreadable' }
    : { status: 'there', sha: base.sha, report };
}

function unpack(packed: Uint8Array, most: number): string | BundleReading {
  try {
    return gunzipSync(packed, { maxOutputLength: most }).toString('utf8');
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? refused('too-large', 'the file once unpacked') : refused('not-a-bundle', 'the file');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Places of our own schema alone: keys that somebody made up are not repeated. */
function whereOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path.length === 0 ? 'the file' : path.map(String).join('.').slice(0, 100);
}

function refused(refusal: BundleRefusal, where: string): BundleReading {
  return { ok: false, refusal, where };
}
