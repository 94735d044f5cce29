import { z } from 'zod';
import type { ProcessIdentity } from '../processes/process-identity.ts';
import { processIdentitySchema } from '../processes/process-identity-schema.ts';
import { jsonOrNull } from '../text/json-or-null.ts';

/** What a container of ours says about itself, as labels. */
export interface ContainerOwner {
  readonly instance: string;
  readonly analysisId: string;
  readonly attempt: number;
  /** After this moment nobody needs it any more. */
  readonly deadline: Date;
  /** The process that runs it. */
  readonly process: ProcessIdentity;
}

/** The label that all containers of all instances have. */
export const MANAGED_LABEL = 'csqa.managed';

/** The label that tells instances apart. */
export const INSTANCE_LABEL = 'csqa.instance';

/** Writes labels. */
export function labelsOf(owner: ContainerOwner): Readonly<Record<string, string>> {
  return {
    [MANAGED_LABEL]: '1',
    [INSTANCE_LABEL]: owner.instance,
    'csqa.analysis': owner.analysisId,
    'csqa.attempt': String(owner.attempt),
    'csqa.deadline': String(Math.ceil(owner.deadline.getTime() / 1000)),
    'csqa.process': JSON.stringify(owner.process),
  };
}

const labelsSchema = z.object({
  [MANAGED_LABEL]: z.literal('1'),
  [INSTANCE_LABEL]: z.string(),
  'csqa.analysis': z.string(),
  'csqa.attempt': z.coerce.number().int(),
  'csqa.deadline': z.coerce.number().positive(),
  'csqa.process': z.string(),
});

/** Reads labels; null for what no version of ours wrote. */
export function ownerOf(labels: unknown): ContainerOwner | null {
  const parsed = labelsSchema.safeParse(labels);
  if (!parsed.success) return null;
  const identity = processIdentitySchema.safeParse(jsonOrNull(parsed.data['csqa.process']));
  if (!identity.success) return null;
  return {
    instance: parsed.data[INSTANCE_LABEL],
    analysisId: parsed.data['csqa.analysis'],
    attempt: parsed.data['csqa.attempt'],
    deadline: new Date(parsed.data['csqa.deadline'] * 1000),
    process: identity.data,
  };
}
