import { z } from 'zod';
import { askedValue } from './asked-value.ts';
import { type ProxyPolicy, SCOPE_LABEL } from './proxy-policy.ts';

/** What became of a request to create a container. */
export type CreateVerdict =
  /** Every setting that the engine gets, written anew: what was not understood is not in it. */
  { readonly body: string } | { readonly status: 400 | 403; readonly refused: string };

const COUNT = z.int().positive();
const TEXT = z.string().max(32_768);
const INSIDE = z.string().regex(/^\/[^\0]*$/u);

/**
 * Judges the body of POST /containers/create. What an analysis needs is listed here, and everything else is refused that is
 * not simply switched off: settings of later engines too. The isolation of an analysis is not a matter of choice, so its
 * flags must be there. The engine gets the body that this function wrote from what it understood, so a name that is there
 * twice, or in other letters, cannot mean one thing here and another there.
 */
export function judgeCreate(text: string, policy: ProxyPolicy): CreateVerdict {
  let asked: unknown;
  try {
    asked = askedValue(JSON.parse(text));
  } catch (error) {
    return { status: 400, refused: `the body is no JSON that can be read: ${(error as Error).message}` };
  }
  const judged = createSchema(policy).safeParse(asked ?? {});
  if (!judged.success) return { status: 403, refused: explain(judged.error.issues[0]) };
  const { Labels, ...rest } = judged.data;
  return { body: JSON.stringify({ ...rest, Labels: { ...Labels, [SCOPE_LABEL]: policy.scope } }) };
}

function createSchema(policy: ProxyPolicy) {
  return z.strictObject({
    Image: listed(policy.images, 'is not one of CSQA_IMAGE_FAST, CSQA_IMAGE_FULL'),
    Cmd: z.array(TEXT).max(256).optional(),
    Env: z.array(TEXT).max(256).optional(),
    User: z
      .string()
      .regex(/^\d{1,10}:\d{1,10}$/u)
      .optional(),
    Labels: z.record(z.string().max(256), TEXT).optional(),
    StopTimeout: COUNT.optional(),
    AttachStdout: z.literal(true).optional(),
    AttachStderr: z.literal(true).optional(),
    HostConfig: hostSchema(policy),
  });
}

function hostSchema(policy: ProxyPolicy) {
  return z.strictObject({
    // Isolation: all of it, always.
    NetworkMode: policy.network ? z.enum(['none', 'bridge']) : z.literal('none'),
    CapDrop: z.tuple([z.literal('ALL')]),
    SecurityOpt: z.tuple([z.literal('no-new-privileges')]),
    IpcMode: z.literal('none'),
    ReadonlyRootfs: z.literal(true),
    Memory: COUNT,
    MemorySwap: COUNT,
    NanoCpus: COUNT,
    PidsLimit: COUNT,
    // A driver of logs other than this one sends them to where the request says.
    LogConfig: z.strictObject({
      Type: z.literal('json-file'),
      Config: z.record(z.string(), TEXT).optional(),
    }),
    Ulimits: z
      .array(
        z.strictObject({ Name: z.enum(['nofile', 'core']), Hard: COUNT.optional(), Soft: COUNT.optional() }),
      )
      .optional(),
    Tmpfs: z.strictObject({ '/tmp': TEXT }).optional(),
    Init: z.literal(true).optional(),
    RestartPolicy: z.strictObject({ Name: z.literal('no') }).optional(),
    MemorySwappiness: z.literal(-1).optional(),
    Mounts: z.array(mountSchema(policy)).max(16).optional(),
    ...(policy.gpus ? { DeviceRequests: z.array(gpuSchema).max(1).optional() } : {}),
  });
}

const gpuSchema = z.strictObject({
  Count: z.int().min(-1).optional(),
  DeviceIDs: z.array(TEXT).max(64).optional(),
  Capabilities: z.tuple([z.tuple([z.literal('gpu')])]),
});

function mountSchema({ volumes, binds }: ProxyPolicy) {
  const common = { Target: INSIDE, ReadOnly: z.literal(true).optional() };
  return z.discriminatedUnion('Type', [
    z.strictObject({
      ...common,
      Type: z.literal('bind'),
      Source: listed(binds, 'is not shared from the host; CSQA_PROXY_BINDS names the directories that are'),
    }),
    z.strictObject({
      ...common,
      Type: z.literal('volume'),
      // A volume without a name is new, and goes with the container.
      Source: listed(
        volumes,
        'is not shared from the host; CSQA_PROXY_VOLUMES names the volumes that are',
      ).optional(),
      VolumeOptions: z
        .strictObject({
          NoCopy: z.literal(true).optional(),
          Subpath: z.string().refine(staysInside).optional(),
        })
        .optional(),
    }),
  ]);
}

function listed(allowed: ReadonlySet<string>, complaint: string) {
  return z
    .string()
    .refine((value) => allowed.has(value), { error: ({ input }) => `${JSON.stringify(input)} ${complaint}` });
}

/** The engine itself lets no link lead out of a volume; it is not asked to go up. */
function staysInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Settings that somebody may want to allow, by where they are, and how that is done. */
const ALLOWED_BY: Readonly<Record<string, string>> = {
  'HostConfig.NetworkMode':
    'CSQA_ANALYZER_NETWORK=bridge allows the network "bridge", and nothing allows another',
  'HostConfig.DeviceRequests': 'CSQA_ANALYZER_GPUS allows devices',
  'HostConfig.Binds': 'mount by Mounts; CSQA_PROXY_BINDS names the directories of the host',
};

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'the request is not understood';
  const where = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join(
    '.',
  );
  const why = issue.code === 'unrecognized_keys' ? 'no analysis needs it' : issue.message;
  const remedy = ALLOWED_BY[where];
  return `${where}: ${why}${remedy === undefined ? '' : ` (${remedy})`}`;
}
