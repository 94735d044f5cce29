/** A command that a step gave the runner by a line of its output. */
export interface RunnerCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What a runner makes of the output of a step. */
export interface RunnerLog {
  /** What people see: no command, no secret. */
  readonly text: string;
  readonly commands: readonly RunnerCommand[];
  /** Those that are shown: ten of a kind; the others vanish without a word. */
  readonly annotations: readonly RunnerCommand[];
}

const MOST_OF_A_KIND = 10;
const KNOWN = new Set([
  ...[
    'add-mask',
    'debug',
    'echo',
    'endgroup',
    'error',
    'group',
    'notice',
    'save-state',
    'set-env',
    'set-output',
  ],
  ...['add-matcher', 'add-path', 'remove-matcher', 'stop-commands', 'warning'],
]);

/** Reads the output of a step as a runner does: commands are obeyed unless they are stopped, and masked words never shown. */
export function readLog(stdout: string, secrets: readonly string[]): RunnerLog {
  const masks = new Set(secrets);
  const commands: RunnerCommand[] = [];
  const shown: string[] = [];
  let stoppedUntil: string | null = null;
  for (const line of stdout.split(/\r?\n/)) {
    const command = commandOf(line);
    if (stoppedUntil !== null) {
      if (command?.command === stoppedUntil) stoppedUntil = null;
      else shown.push(masked(line, masks));
      continue;
    }
    if (command === null || !KNOWN.has(command.command)) {
      shown.push(masked(line, masks));
      continue;
    }
    if (command.command === 'stop-commands') stoppedUntil = command.message;
    if (command.command === 'add-mask') masks.add(command.message);
    commands.push(command);
  }
  return { text: shown.join('\n'), commands, annotations: annotationsOf(commands) };
}

function annotationsOf(commands: readonly RunnerCommand[]): RunnerCommand[] {
  return ['error', 'warning', 'notice'].flatMap((kind) =>
    commands.filter(({ command }) => command === kind).slice(0, MOST_OF_A_KIND),
  );
}

/** `::name key=value,key=value::message`, with what is escaped given back. */
function commandOf(line: string): RunnerCommand | null {
  const [, command, properties = '', message = ''] = /^\s*::([^:\s]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (command === undefined) return null;
  const pairs = properties
    .split(',')
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))] as const);
  return { command, properties: Object.fromEntries(pairs), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

function masked(line: string, masks: ReadonlySet<string>): string {
  return [...masks].reduce((text, mask) => (mask === '' ? text : text.replaceAll(mask, '***')), line);
}
