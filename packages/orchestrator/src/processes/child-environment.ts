/** What a child process may know of our environment; everything else stays here, secrets above all. */
const PASSED_ON = [
  'PATH',
  'Path',
  'PATHEXT',
  'SystemRoot',
  'SYSTEMROOT',
  'windir',
  'ComSpec',
  'TZ',
  'LANG',
  'LC_ALL',
  // Where Node keeps compiled code, if anywhere.
  'NODE_COMPILE_CACHE',
];

/** Where programs are where nobody says: the usual places of Linux and macOS. */
export const usualPath: Readonly<Record<string, string>> =
  process.platform === 'win32' ? {} : { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin' };

/** The environment of a child process: the allow-listed names, and a home and a temporary directory of its own. */
export function childEnvironment(
  environment: Readonly<Record<string, string>>,
  privateDirectory: string,
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...usualPath,
    ...Object.fromEntries(passed),
    HOME: privateDirectory,
    USERPROFILE: privateDirectory,
    TMPDIR: privateDirectory,
    TMP: privateDirectory,
    TEMP: privateDirectory,
  };
}
