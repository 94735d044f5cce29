import type { MountPlan } from '../host-paths/mount-plan.ts';

/** One directory or file of a container. */
export interface ContainerMount {
  readonly target: string;
  readonly readOnly: boolean;
  readonly plan: MountPlan;
}

/**
 * The flags of one mount. What is copied gets a volume without a name, which goes with the container. A directory of a
 * volume stays as it is: an engine would give an empty one to whom the directory of the image at its target belongs.
 */
export function mountFlags({ target, readOnly, plan }: ContainerMount, isPodman: boolean): readonly string[] {
  const fields = [
    ...sourceFields(plan),
    ...(plan.kind === 'volume' && !isPodman ? [['volume-nocopy', 'true'] as const] : []),
    ['target', target],
  ];
  // A volume that is filled by copying has to be writable until it is full.
  const flags = readOnly && plan.kind !== 'copy' ? ['readonly'] : [];
  return ['--mount', [...fields.map(([name, value]) => csvField(`${name}=${value}`)), ...flags].join(',')];
}

function sourceFields(plan: MountPlan): readonly (readonly [string, string])[] {
  switch (plan.kind) {
    case 'bind':
      return [
        ['type', 'bind'],
        ['source', plan.hostPath],
      ];
    case 'volume':
      return [
        ['type', 'volume'],
        ['source', plan.volume],
        ...(plan.subpath === '' ? [] : [['volume-subpath', plan.subpath] as const]),
      ];
    case 'copy':
      return [['type', 'volume']];
  }
}

/** `--mount` is one record of CSV (RFC 4180): a field with a comma or a quote stands in quotes. */
function csvField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
