import type { ReadSetting } from '../settings.ts';
import { invalidSetting } from '../settings.ts';

/** What whoever speaks through the proxy may have of the engine. */
export interface ProxyPolicy {
  /** Whose containers these are: what was made under another scope, or without the proxy, is out of reach. */
  readonly scope: string;
  /** Images that containers may be made of, word for word. */
  readonly images: ReadonlySet<string>;
  /** Named volumes that may be mounted, or a directory in them. */
  readonly volumes: ReadonlySet<string>;
  /**
   * Directories of the host that may be mounted: these themselves and nothing in them, for what lies in them may be a link
   * by the time that the engine follows it.
   */
  readonly binds: ReadonlySet<string>;
  readonly gpus: boolean;
  readonly network: boolean;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/u;
/** An absolute path in its shortest spelling: no empty part, none of dots, no slash at its end. */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/u;

/** The label that the proxy puts on every container, and asks of every container that it lets anybody touch. */
export const SCOPE_LABEL = 'csqa.proxy';

/** The label of Compose by which containers of one stack know each other. */
export const PROJECT_LABEL = 'com.docker.compose.project';

/**
 * Reads `CSQA_PROXY_SCOPE` (the name of the stack), `CSQA_PROXY_VOLUMES` and `CSQA_PROXY_BINDS` (by semicolons), and what the
 * orchestrator reads too: `CSQA_IMAGE_FAST`, `CSQA_IMAGE_FULL`, `CSQA_ANALYZER_GPUS`, `CSQA_ANALYZER_NETWORK`. Throws
 * CONFIG_INVALID naming the variable.
 */
export function proxyPolicyFrom(read: ReadSetting): ProxyPolicy {
  const scope = read('CSQA_PROXY_SCOPE') ?? 'csqa';
  if (!NAME.test(scope)) throw invalidSetting('CSQA_PROXY_SCOPE', 'the name of a stack', scope.slice(0, 40));
  return {
    scope,
    images: new Set([
      read('CSQA_IMAGE_FAST') ?? 'csqa-metrics:fast',
      read('CSQA_IMAGE_FULL') ?? 'csqa-metrics:full',
    ]),
    volumes: listOf(read, 'CSQA_PROXY_VOLUMES', { shape: NAME, expected: 'names of volumes by semicolons' }),
    binds: listOf(read, 'CSQA_PROXY_BINDS', {
      shape: PLAIN_PATH,
      expected: 'absolute paths by semicolons, without dots and double slashes',
    }),
    gpus: read('CSQA_ANALYZER_GPUS') !== undefined,
    network: read('CSQA_ANALYZER_NETWORK') === 'bridge',
  };
}

function listOf(
  read: ReadSetting,
  name: string,
  { shape, expected }: { readonly shape: RegExp; readonly expected: string },
): ReadonlySet<string> {
  const parts = (read(name) ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wrong = parts.find((part) => !shape.test(part));
  if (wrong !== undefined) throw invalidSetting(name, expected, wrong.slice(0, 200));
  return new Set(parts);
}
