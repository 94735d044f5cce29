import { z } from 'zod';
import { PROJECT_LABEL, type ProxyPolicy, SCOPE_LABEL } from './proxy-policy.ts';

/** What somebody may do with a container that the engine described. */
export type ContainerAccess =
  /** Made through this proxy: anything that a route knows. */
  | { readonly kind: 'own'; readonly id: string }
  /** Of the same stack: how it is mounted, by which the app learns what the host calls its directory. */
  | { readonly kind: 'neighbour'; readonly described: string }
  | { readonly kind: 'foreign' };

const inspectedSchema = z.object({
  Id: z.string().regex(/^[0-9a-f]{64}$/u),
  Name: z.string().optional(),
  Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
  Mounts: z.array(z.unknown()).nullish(),
  HostConfig: z.object({ Mounts: z.array(z.unknown()).nullish() }).optional(),
});

/** Judges by what the engine answered to an inspection. What cannot be read is foreign. */
export function containerAccess(inspected: string, { scope }: ProxyPolicy): ContainerAccess {
  const found = inspectedSchema.safeParse(parsedOrNull(inspected)).data;
  if (found === undefined) return { kind: 'foreign' };
  const labels = found.Config.Labels ?? {};
  if (labels[SCOPE_LABEL] === scope) return { kind: 'own', id: found.Id };
  if (labels[PROJECT_LABEL] !== scope) return { kind: 'foreign' };
  // Without its environment: there are passwords in it.
  const { Id, Name, Mounts, HostConfig } = found;
  const described = { Id, Name, Mounts, HostConfig: { Mounts: HostConfig?.Mounts } };
  return { kind: 'neighbour', described: JSON.stringify(described) };
}

const labelFilter = z.strictObject({
  label: z.union([z.record(z.string().max(512), z.literal(true)), z.array(z.string().max(512))]).optional(),
});

/** The filters of a list of containers, narrowed down to those made through this proxy; null for filters that are not known. */
export function scopedFilters(filters: string | null, { scope }: ProxyPolicy): string | null {
  const asked = labelFilter.safeParse(parsedOrNull(filters ?? '{}'));
  if (!asked.success) return null;
  const { label = [] } = asked.data;
  const names = Array.isArray(label) ? label : Object.keys(label);
  return JSON.stringify({ label: [...names, `${SCOPE_LABEL}=${scope}`] });
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
