/** Every input of action.yml, in its order. */
export const INPUT_NAMES = [
  ...(['path', 'project', 'config', 'mode', 'analysis', 'engine', 'server-url', 'server-token'] as const),
  ...(['image', 'image-archive', 'pull', 'baseline', 'on-missing-baseline', 'fail-on'] as const),
  ...(['max-risk', 'max-risk-increase', 'on-empty', 'on-error', 'comment', 'annotations'] as const),
  ...(['summary', 'artifact', 'artifact-retention-days', 'sarif-upload', 'cache'] as const),
  ...(['timeout-minutes', 'memory', 'cpus', 'network', 'language', 'github-token'] as const),
] as const;

/** Name of an input. */
export type InputName = (typeof INPUT_NAMES)[number];

/** The variable that a runner hands an input over in: upper case, hyphens kept. */
export function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
