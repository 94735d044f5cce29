import { usualPath } from '../processes/child-environment.ts';

/** What the command line of a container engine may know of our environment: where the engine is, and where programs are. */
const PASSED_ON = [
  'PATH',
  'Path',
  'PATHEXT',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'SYSTEMROOT',
  'ProgramData',
  'ProgramFiles',
  'XDG_CONFIG_HOME',
  'XDG_RUNTIME_DIR',
  'XDG_DATA_HOME',
  'SSH_AUTH_SOCK',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS',
  'DOCKER_TLS_VERIFY',
  'DOCKER_DEFAULT_PLATFORM',
  'CONTAINER_HOST',
  'CONTAINER_CONNECTION',
];

/** DOCKER_API_VERSION is left out on purpose: a pinned version breaks with the next update of either side. */
export function dockerEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...usualPath, LC_ALL: 'C', ...Object.fromEntries(passed) };
}
