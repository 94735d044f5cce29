import { compareText } from '../../base/ordering.ts';
import type { Text } from '../../base/text.ts';
import { PROBE_GROUP } from './probe-project.ts';

/** Why a class path is not known: one sentence, and how to mend it. Equal causes have equal texts. */
export interface MavenCause {
  readonly message: Text;
  readonly hint: Text;
}

const FAILED_PROJECT = new RegExp(`The project ${PROBE_GROUP.replace('.', '\\.')}:m(\\d+):0 `, 'u');
const FAILED_GOAL = /Failed to execute goal .* on project m(\d+): (.*)/u;

/** The probes that failed, by number, each with what Maven says about it. */
export function failedProbes(output: string): ReadonlyMap<number, string> {
  const failed = new Map<number, string>();
  let current: number | null = null;
  for (const line of output.split('\n')) {
    const index = FAILED_PROJECT.exec(line)?.[1];
    const goal = FAILED_GOAL.exec(line);
    if (index !== undefined) current = Number(index);
    else if (goal !== null) addReason(failed, Number(goal[1]), goal[2] ?? '');
    else if (current !== null && /^\[ERROR\] {2,}\S/u.test(line)) addReason(failed, current, line);
    if (/^\[ERROR\]\s*$/u.test(line)) current = null;
  }
  return failed;
}

function addReason(failed: Map<number, string>, index: number, reason: string): void {
  failed.set(index, `${failed.get(index) ?? ''}${reason.slice(0, 4_000)}\n`);
}

const ARTIFACT = /([\w.-]+:[\w.-]+:(?:[\w.-]+:)*[\w.+-]+)/u;

/** `group:name:version` of the artifact that a message is about, without its type. */
function artifactIn(text: string, before: RegExp): string {
  const found = ARTIFACT.exec(text.slice(Math.max(0, text.search(before))))?.[1]?.split(':') ?? [];
  const [group, name] = found;
  return group === undefined || name === undefined ? '' : `${group}:${name}:${found.at(-1) ?? ''}`;
}

const OFFLINE_HINT: Text = {
  en: 'Give the container a network (--network), or a directory that holds what Maven needs (CSQA_M2_CACHE_DIR).',
  ru: 'Дайте контейнеру сеть (--network) или каталог, в котором есть всё нужное Maven (CSQA_M2_CACHE_DIR).',
};

interface KnownCause {
  readonly sign: RegExp;
  readonly cause: (reason: string) => MavenCause;
}

/** The first that fits is the cause; Maven writes the deeper ones into the same line. */
const CAUSES: readonly KnownCause[] = [
  {
    sign: /PKIX path|certificate_unknown|SSLHandshake/u,
    cause: () => ({
      message: {
        en: 'the source of artifacts shows a certificate that is not trusted',
        ru: 'сертификат хранилища артефактов не вызывает доверия',
      },
      hint: {
        en: 'Build the image on a base image that trusts your certificate authority.',
        ru: 'Соберите образ на основе, которая доверяет вашему центру сертификации.',
      },
    }),
  },
  {
    sign: /status: 40[137]|Unauthorized|Forbidden|Not authorized/u,
    cause: () => ({
      message: {
        en: 'the source of artifacts refuses access',
        ru: 'хранилище артефактов отказывает в доступе',
      },
      hint: {
        en: 'Check the name and the password in CSQA_MAVEN_MIRROR.',
        ru: 'Проверьте имя и пароль в CSQA_MAVEN_MIRROR.',
      },
    }),
  },
  {
    sign: /offline mode|has not been downloaded from it before/u,
    cause: (reason) => {
      const artifact = artifactIn(reason, /artifact |resolved: /u);
      return {
        message: {
          en: `there is no network, and ${artifact} is not in the local repository`,
          ru: `сети нет, а ${artifact} нет в локальном репозитории`,
        },
        hint: OFFLINE_HINT,
      };
    },
  },
  {
    sign: /Unknown host|UnknownHost|name resolution|Connection refused|unreachable|timed out|transfer failed|Could not transfer/iu,
    cause: () => ({
      message: {
        en: 'the source of artifacts cannot be reached',
        ru: 'хранилище артефактов недоступно',
      },
      hint: {
        en: 'Check the network of containers, or name a mirror that they reach (CSQA_MAVEN_MIRROR).',
        ru: 'Проверьте сеть контейнеров или укажите доступное им зеркало (CSQA_MAVEN_MIRROR).',
      },
    }),
  },
  {
    sign: /Non-resolvable parent POM/u,
    cause: (reason) => ({
      message: {
        en: `the parent pom ${artifactIn(reason, /artifact |resolved: /u)} is not known to the source of artifacts`,
        ru: `родительского pom ${artifactIn(reason, /artifact |resolved: /u)} нет в хранилище артефактов`,
      },
      hint: {
        en: 'Name a mirror that has it (CSQA_MAVEN_MIRROR), or a repository directory (CSQA_M2_CACHE_DIR).',
        ru: 'Укажите зеркало, где он есть (CSQA_MAVEN_MIRROR), или каталог репозитория (CSQA_M2_CACHE_DIR).',
      },
    }),
  },
  {
    sign: /Non-resolvable import POM|Could not find artifact|was not found in|could not be resolved/u,
    cause: (reason) => ({
      message: {
        en: `${artifactIn(reason, /artifact |resolved: /u)} is not known to the source of artifacts`,
        ru: `${artifactIn(reason, /artifact |resolved: /u)} нет в хранилище артефактов`,
      },
      hint: {
        en: 'Name a mirror that has it (CSQA_MAVEN_MIRROR), or a repository directory (CSQA_M2_CACHE_DIR).',
        ru: 'Укажите зеркало, где он есть (CSQA_MAVEN_MIRROR), или каталог репозитория (CSQA_M2_CACHE_DIR).',
      },
    }),
  },
];

/** What remains where nothing else explains it. */
export const BAD_POM: MavenCause = {
  message: { en: 'Maven cannot make sense of the pom', ru: 'Maven не понимает этот pom' },
  hint: {
    en: 'Run mvn validate on the project; container.log holds what Maven says.',
    ru: 'Запустите mvn validate на проекте; слова Maven — в container.log.',
  },
};

/** The cause in what Maven says about a probe. A pom that it refuses is what remains. */
export function causeOf(reason: string): MavenCause {
  return CAUSES.find(({ sign }) => sign.test(reason))?.cause(reason) ?? BAD_POM;
}

/** Libraries whose own pom is missing, so that what they bring along is not known: `group:name:version`, sorted. */
export function missingPoms(output: string): readonly string[] {
  const missing = new Set<string>();
  for (const [, artifact = ''] of output.matchAll(/The POM for (\S+) is (?:missing|invalid)/gu)) {
    const parts = artifact.split(':');
    missing.add(`${parts[0]}:${parts[1]}:${parts.at(-1)}`);
  }
  return [...missing].sort(compareText);
}

/** Maven never ran: there is no such program, or no room for its work. */
export const NOT_STARTED: MavenCause = {
  message: {
    en: 'Maven cannot be started',
    ru: 'Maven не запускается',
  },
  hint: {
    en: 'Build the image csqa-metrics:full anew (npm run image:full), and give the container some room in /tmp.',
    ru: 'Соберите образ csqa-metrics:full заново (npm run image:full) и дайте контейнеру место в /tmp.',
  },
};

/** Maven was still at work when its time was over. */
export const TIMEOUT: MavenCause = {
  message: {
    en: 'Maven did not end within its time',
    ru: 'Maven не уложился в отведённое время',
  },
  hint: {
    en: 'Raise CSQA_MAVEN_TIMEOUT, or keep what it downloads from run to run (CSQA_M2_CACHE_DIR).',
    ru: 'Увеличьте CSQA_MAVEN_TIMEOUT или храните загруженное между запусками (CSQA_M2_CACHE_DIR).',
  },
};
