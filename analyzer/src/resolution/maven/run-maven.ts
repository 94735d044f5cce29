/** One call of Maven. */
export interface MavenCall {
  /** Absolute path of `mvn`. */
  readonly command: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  /** The whole environment of the child: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Told every piece of output as it comes, secrets taken out. */
  readonly log: (text: string) => void;
  /** What must be in no output; the longest ones first. */
  readonly secrets: readonly string[];
}

/** How a call ended. */
export type MavenEnd =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly output: string }
  | { readonly kind: 'timeout' | 'not-started'; readonly output: string };

/** Output beyond this is thrown away: nothing that is looked for comes so late. */
const MAX_OUTPUT = 16 * 1024 * 1024;
const GRACE_MS = 5_000;

/**
 * Starts Maven and waits for its end: the one place where the analyzer starts a process. What Maven gets to see are
 * projects of ours, never one of the tree (docs/decisions/0010). Never rejects for how it went.
 */
export async function runMaven(call: MavenCall): Promise<MavenEnd> {
  // Loaded when it is needed: reading it takes longer than the analysis of a small tree, and few start Maven.
  const { execa } = await import('execa');
  const child = execa(call.command, [...call.arguments], {
    cwd: call.directory,
    env: call.environment,
    extendEnv: false,
    reject: false,
    buffer: false,
    stdin: 'ignore',
    all: true,
    timeout: call.timeoutMs,
    forceKillAfterDelay: GRACE_MS,
  });
  let output = '';
  const keep = (text: string): void => {
    if (output.length >= MAX_OUTPUT || text === '') return;
    output += text;
    call.log(text);
  };
  const held = new HeldOutput(call.secrets);
  child.all.setEncoding('utf8').on('data', (text: string) => keep(held.push(text)));
  const { exitCode, timedOut } = await child;
  keep(held.end());
  if (timedOut) return { kind: 'timeout', output };
  return exitCode === undefined ? { kind: 'not-started', output } : { kind: 'ended', exitCode, output };
}

/** Takes secrets out of text that comes in pieces: as much is held back as could be the beginning of one. */
class HeldOutput {
  readonly #secrets: readonly string[];
  readonly #longest: number;
  #held = '';

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
    this.#longest = secrets.reduce((longest, { length }) => Math.max(longest, length), 1);
  }

  push(text: string): string {
    const clean = this.#secrets.reduce((found, secret) => found.replaceAll(secret, '***'), this.#held + text);
    const end = Math.max(0, clean.length - this.#longest + 1);
    this.#held = clean.slice(end);
    return clean.slice(0, end);
  }

  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}
