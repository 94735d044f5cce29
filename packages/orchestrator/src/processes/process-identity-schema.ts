import { z } from 'zod';
import type { ProcessIdentity } from './process-identity.ts';

/** Reads what was written down of a process. */
export const processIdentitySchema: z.ZodType<ProcessIdentity> = z.object({
  pid: z.int().positive(),
  host: z.string(),
  bootId: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  startTicks: z.number().nullable(),
});
