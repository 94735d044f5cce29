import { CsqaError, type CsqaErrorCode } from '../errors.ts';
import type { CliResult } from './docker-cli.ts';

interface KnownFailure {
  readonly code: CsqaErrorCode;
  readonly says: RegExp;
  readonly what: string;
  readonly ru: string;
  readonly hint: string;
  readonly ruHint: string;
}

/** What engines and their command lines say, by what it means. First match counts. */
const KNOWN: readonly KnownFailure[] = [
  {
    code: 'ENGINE_FORBIDDEN',
    says: /permission denied while trying to connect|dial unix [^:]*: connect: permission denied/i,
    what: 'This user may not use the socket of the engine',
    ru: 'Этому пользователю нельзя обращаться к сокету движка',
    hint: 'On a host: sudo usermod -aG docker "$USER", then log in again. In a container: --group-add "$(stat -c %g /var/run/docker.sock)"',
    ruHint:
      'На хосте: sudo usermod -aG docker "$USER", затем войдите заново. В контейнере: --group-add "$(stat -c %g /var/run/docker.sock)"',
  },
  {
    code: 'ENGINE_API_MISMATCH',
    says: /client version [\d.]+ is too (?:old|new)|(?:minimum|maximum) supported API version/i,
    what: 'The command line and the engine do not speak the same version',
    ru: 'Клиент и движок говорят на разных версиях API',
    hint: 'Install a Docker command line 27 or later, and unset DOCKER_API_VERSION.',
    ruHint: 'Установите клиент Docker 27 или новее и уберите DOCKER_API_VERSION.',
  },
  {
    code: 'ENGINE_FORBIDDEN',
    says: /403 Forbidden|request returned Forbidden|denied by (?:policy|authorization plugin)/i,
    what: 'Something in front of the engine refuses the request',
    ru: 'Что-то перед движком отклоняет запрос',
    hint: 'Allow containers/create, start, kill, logs, archive, json and DELETE in the socket proxy.',
    ruHint: 'Разрешите в прокси сокета containers/create, start, kill, logs, archive, json и DELETE.',
  },
  {
    // Registries speak version 2 of their API, engines 1.something: which of the two is away is told by the address.
    code: 'IMAGE_PULL_FAILED',
    says: /error response from daemon: (?:Get|Head) "https?:\/\/[^"]*\/v2\//i,
    what: 'The registry of the image does not answer',
    ru: 'Реестр, в котором лежит образ, не отвечает',
    hint: 'Check the network of the host of the engine, or load the image from a file: docker load --input image.tar',
    ruHint:
      'Проверьте сеть хоста, где работает движок, или загрузите образ из файла: docker load --input image.tar',
  },
  {
    code: 'ENGINE_UNREACHABLE',
    says: /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker api|connection refused|no such host|i\/o timeout|connection reset|unable to connect to podman/i,
    what: 'The engine does not answer',
    ru: 'Движок не отвечает',
    hint: 'Start it (sudo systemctl start docker), or set DOCKER_HOST to where it is.',
    ruHint: 'Запустите его (sudo systemctl start docker) или укажите в DOCKER_HOST, где он.',
  },
  {
    code: 'DISK_FULL',
    says: /no space left on device/i,
    what: "The disk of the engine's host is full",
    ru: 'Диск хоста, где работает движок, переполнен',
    hint: 'Free some space there: docker system df, then docker system prune.',
    ruHint: 'Освободите там место: docker system df, затем docker system prune.',
  },
  {
    code: 'PATH_NOT_SHARED',
    says: /bind source path does not exist|mounts denied|is not shared from the host|cannot access path .*volume|subpath/i,
    what: "A path is not there on the engine's host",
    ru: 'На хосте, где работает движок, нет такого пути',
    hint: 'Set CSQA_TRANSFER=copy, which needs no shared path, or CSQA_PATH_MAP=/path/here=/path/on/the/host.',
    ruHint: 'Задайте CSQA_TRANSFER=copy (общий путь не нужен) или CSQA_PATH_MAP=/путь/здесь=/путь/на/хосте.',
  },
  {
    code: 'IMAGE_MISSING',
    says: /no such image|unable to find image|image not known|pull access denied|manifest unknown|repository does not exist/i,
    what: 'The image is not there',
    ru: 'Образа нет',
    hint: 'Build it: docker build -f analyzer/Dockerfile --target fast -t csqa-metrics:fast .',
    ruHint: 'Соберите его: docker build -f analyzer/Dockerfile --target fast -t csqa-metrics:fast .',
  },
  {
    // The last one: what it refuses because of a path is about the path.
    code: 'ENGINE_FORBIDDEN',
    says: /refused by the engine proxy/i,
    what: 'The proxy in front of the engine refuses the request',
    ru: 'Прокси перед движком отклоняет запрос',
    hint: 'The message names the setting of the proxy that allows it, if there is one.',
    ruHint: 'В сообщении названа настройка прокси, которая это разрешает, если она есть.',
  },
];

/**
 * Turns what the command line said into an error. `what` was attempted, as in "create a container"; what nobody
 * recognises gets the code that the caller names.
 */
export function dockerFailure(
  result: CliResult,
  attempt: { readonly what: string; readonly otherwise: CsqaErrorCode; readonly hint?: string },
): CsqaError {
  const said = lastLine(result.stderr);
  const known = KNOWN.find(({ says }) => says.test(result.stderr));
  const evidence = {
    ...(result.exitCode === null ? {} : { exitCode: result.exitCode }),
    stderrTail: result.stderr.split('\n').filter(Boolean).slice(-50),
  };
  if (known !== undefined) {
    return new CsqaError(known.code, `${known.what}: ${said}`, {
      hint: known.hint,
      ruHint: known.ruHint,
      ru: `${known.ru}: ${said}`,
      evidence,
    });
  }
  if (result.timedOut) {
    return new CsqaError('ENGINE_UNREACHABLE', `The engine took too long to ${attempt.what}.`, {
      hint: 'Look at the load and the log of the engine, then try again.',
      ruHint: 'Посмотрите нагрузку и журнал движка, затем повторите.',
      ru: 'Движок слишком долго не отвечал.',
      evidence,
    });
  }
  const hint = attempt.hint ?? 'Run csqa doctor --engine docker.';
  return new CsqaError(attempt.otherwise, `The engine could not ${attempt.what}: ${said}`, {
    hint,
    ...(attempt.hint === undefined ? { ruHint: 'Выполните csqa doctor --engine docker.' } : {}),
    ru: `Движок ответил ошибкой: ${said}`,
    evidence,
  });
}

function lastLine(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:See '|Run ')docker/.test(line));
  return (lines.at(-1) ?? 'it said nothing').slice(0, 1_000);
}
