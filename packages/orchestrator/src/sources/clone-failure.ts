import { plain } from '@csqa/report';
import { CsqaError, type CsqaErrorCode } from '../errors.ts';
import type { Redact } from '../redaction.ts';
import type { WantedRef } from './git-ref.ts';
import type { RemoteUrl } from './git-url.ts';

/** A command of git that failed while cloning. */
export interface FailedCommand {
  readonly remote: RemoteUrl;
  readonly ref: WantedRef;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly withCredentials: boolean;
  readonly redact: Redact;
}

interface Reading {
  readonly code: CsqaErrorCode;
  readonly pattern: RegExp;
}

/** What git and libcurl say with LC_ALL=C, the more telling line first. */
const readings: readonly Reading[] = [
  { code: 'DISK_FULL', pattern: /No space left on device|Disk quota exceeded/i },
  {
    code: 'CLONE_FORBIDDEN_URL',
    pattern:
      /unable to update url base from redirection|returned error: 30\d|transport '.{1,20}' not allowed/i,
  },
  {
    code: 'CLONE_AUTH',
    pattern:
      /Authentication failed|could not read (?:Username|Password)|returned error: 40[137]|invalid credentials|detected dubious ownership/i,
  },
  {
    code: 'CLONE_REF_NOT_FOUND',
    pattern:
      /couldn't find remote ref|not our ref|unadvertised object|Remote branch .{1,400} not found|bad revision|Needed a single revision/i,
  },
  {
    code: 'CLONE_NOT_FOUND',
    pattern:
      /repository '.{0,9000}' not found|returned error: 4(?:04|10)|does not appear to be a git repository|does not exist|not valid: is this a git repository/i,
  },
  { code: 'CLONE_TIMEOUT', pattern: /Operation too slow/i },
  {
    code: 'CLONE_NETWORK',
    pattern:
      /Could not resolve|Failed to connect|Couldn't connect|Connection (?:refused|reset|closed)|SSL|certificate|TLS|early EOF|RPC failed|hung up|unexpected disconnect|returned error: (?:429|5\d\d)|timed out|Empty reply|Network is unreachable|Recv failure|Send failure/i,
  },
];

/** UTF-16 units kept of a line that the server may have written. */
const LONGEST_LINE = 500;

const progressLine = /^(?:remote: )?[A-Z][a-z]+ [a-z]+: +\d+(?:%|, done)/;

/** Says what a failed clone means. Credentials are taken out of every text. */
export function cloneFailure(failed: FailedCommand): CsqaError {
  const code = readings.find(({ pattern }) => pattern.test(failed.stderr))?.code ?? 'CLONE_FAILED';
  const stderrTail = failed
    .redact(failed.stderr)
    .split(/[\r\n]+/)
    .map((line) => plain(line, LONGEST_LINE))
    .filter((line) => line.trim() !== '' && !progressLine.test(line))
    .slice(-50);
  const saying =
    stderrTail.findLast((line) => /^(?:fatal|error|remote):/.test(line)) ?? stderrTail.at(-1) ?? 'nothing';
  const { subject, ru, hint } = describe(code, failed);
  return new CsqaError(code, `${subject}. git said: ${saying}`, {
    hint,
    ru: `${ru}. git говорит: ${saying}`,
    evidence: { stderrTail, ...(failed.exitCode === null ? {} : { exitCode: failed.exitCode }) },
  });
}

interface Description {
  readonly subject: string;
  readonly ru: string;
  readonly hint: string;
}

function describe(code: CsqaErrorCode, failed: FailedCommand): Description {
  const { href } = failed.remote;
  switch (code) {
    case 'DISK_FULL':
      return {
        subject: `The disk is full while cloning ${href}`,
        ru: `Диск переполнился при клонировании ${href}`,
        hint: 'Free some space, or name another tempDir.',
      };
    case 'CLONE_FORBIDDEN_URL':
      return {
        subject: `${href} redirects elsewhere, which is not followed`,
        ru: `${href} перенаправляет в другое место, а по перенаправлениям csqa не ходит`,
        hint: 'Give the URL that it redirects to.',
      };
    case 'CLONE_AUTH':
      return failed.withCredentials
        ? {
            subject: `${href} refuses the credentials`,
            ru: `${href} не принимает токен`,
            hint: 'Use a token that may read the contents of this repository.',
          }
        : {
            subject: `${href} is not public, or is not there`,
            ru: `Репозиторий ${href} закрыт, или его нет`,
            hint: 'Check the spelling, or pass a token as credentials.',
          };
    case 'CLONE_NOT_FOUND':
      return {
        subject: `There is no repository at ${href}`,
        ru: `По адресу ${href} репозитория нет`,
        hint: 'Check the spelling; a private one needs credentials.',
      };
    case 'CLONE_REF_NOT_FOUND':
      return refNotFound(failed);
    case 'CLONE_TIMEOUT':
      return {
        subject: `${href} stopped answering`,
        ru: `${href} перестал отвечать`,
        hint: 'Try again later.',
      };
    case 'CLONE_NETWORK':
      return {
        subject: `${href} could not be reached`,
        ru: `До ${href} не дойти`,
        hint: 'Check the network, the proxy and the certificates.',
      };
    default:
      return {
        subject: `${href} could not be cloned`,
        ru: `Клонировать ${href} не удалось`,
        hint: `Try: git clone --depth 1 ${href}`,
      };
  }
}

function refNotFound({ remote, ref }: FailedCommand): Description {
  const hint = 'Give a branch, a tag, or a commit id in full (40 hexadecimal digits).';
  if (ref.kind === 'default') {
    return {
      subject: `${remote.href} is empty or has no default branch`,
      ru: `${remote.href} пуст, или у него нет основной ветки`,
      hint: 'Push a commit first, or name a branch.',
    };
  }
  const [what, ru] = ref.kind === 'commit' ? ['commit', 'коммита'] : ['branch or tag', 'ветки или метки'];
  return {
    subject: `${remote.href} has no ${what} "${ref.name}"`,
    ru: `В ${remote.href} нет ${ru} «${ref.name}»`,
    hint,
  };
}
