import { z } from 'zod';

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const fullName = z.string().regex(/^[^/\s]+\/[^/\s]+$/);

/** The commit id that stands for "there was none". */
export function isZero(id: string): boolean {
  return /^0+$/.test(id);
}

/** What the action reads of an event's payload; the rest of it, written by anybody, is never looked at. */
const payloadSchema = z.object({
  repository: z
    .object({ private: z.boolean(), default_branch: z.string().min(1) })
    .partial()
    .optional(),
  pull_request: z
    .object({
      number: z.int().positive(),
      head: z.object({ sha, repo: z.object({ full_name: fullName }).nullable() }),
      base: z.object({ ref: z.string().min(1) }),
    })
    .optional(),
  merge_group: z.object({ base_sha: sha, head_sha: sha }).optional(),
  before: sha.optional(),
  forced: z.boolean().optional(),
  workflow_run: z
    .object({
      id: z.int().positive(),
      head_sha: sha,
      event: z.string(),
      head_branch: z.string().nullable(),
      head_repository: z.object({ full_name: fullName }).nullable(),
    })
    .optional(),
});

/** The part of an event's payload that matters. */
export type EventPayload = z.infer<typeof payloadSchema>;

/** Reads the payload of an event; null for what is no payload of the events that the action knows. */
export function readPayload(text: string): EventPayload | null {
  try {
    const parsed = payloadSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
