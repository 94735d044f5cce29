/** How the host's name of a path was found, in the order in which the ways are tried. */
export const PATH_STRATEGIES = ['explicit', 'identity', 'self-inspection', 'same-path', 'copy'] as const;

/** How the host's name of a path was found. */
export type PathStrategy = (typeof PATH_STRATEGIES)[number];

/** How a directory of ours becomes one of a container. */
export type MountPlan =
  | { readonly kind: 'bind'; readonly hostPath: string; readonly strategy: PathStrategy }
  | {
      readonly kind: 'volume';
      readonly volume: string;
      /** Directory inside of the volume, without a leading slash; empty for the whole volume. */
      readonly subpath: string;
      readonly strategy: PathStrategy;
    }
  /** No path is shared: the files go through the engine. */
  | { readonly kind: 'copy'; readonly strategy: 'copy' };

/** A way that was not taken, and why. */
export interface DiscardedPlan {
  readonly strategy: PathStrategy;
  readonly reason: string;
  /** The reason in Russian; absent where the words are those of the engine. */
  readonly ru?: string;
}

/** The plan of a directory inside of one that has a plan. `rest` is relative, with forward slashes; empty for the same. */
export function planBelow(plan: MountPlan, rest: string): MountPlan {
  if (rest === '' || plan.kind === 'copy') return plan;
  if (plan.kind === 'bind') return { ...plan, hostPath: joinHost(plan.hostPath, rest) };
  return { ...plan, subpath: plan.subpath === '' ? rest : `${plan.subpath}/${rest}` };
}

/** Joins with the separator of the host, which is not always ours. */
function joinHost(base: string, rest: string): string {
  const isWindows = /^[A-Za-z]:[\\/]/.test(base);
  const separator = isWindows ? '\\' : '/';
  const trimmed = base.replace(isWindows ? /[\\/]+$/ : /\/+$/, '');
  return `${trimmed}${separator}${isWindows ? rest.replaceAll('/', '\\') : rest}`;
}

/** One line about a plan, for people. */
export function describePlan(plan: MountPlan): string {
  switch (plan.kind) {
    case 'bind':
      return `bind ${plan.hostPath} (${plan.strategy})`;
    case 'volume':
      return `volume ${plan.volume}${plan.subpath === '' ? '' : `, ${plan.subpath}`} (${plan.strategy})`;
    case 'copy':
      return 'copy through the engine';
  }
}
