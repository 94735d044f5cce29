import { LANGUAGES, type Language } from '@csqa/report';
import { closest, distance } from 'fastest-levenshtein';
import { ActionError } from '../text/action-error.ts';
import { joined, type Said } from '../text/said.ts';
import { type FailOn, failOn } from './fail-on.ts';
import { INPUT_NAMES, type InputName, variableOf } from './input-names.ts';
import {
  bytes,
  days,
  type InputKind,
  numberUpTo,
  oneOf,
  serverUrl,
  share,
  text,
  truth,
} from './input-values.ts';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const A_DAY_IN_MINUTES = 24 * 60;
const GIB = 1024 ** 3;

/** Inputs of one value, each with what it takes; what is not given is undefined, or the value beside. */
const KINDS = {
  config: text(1024),
  mode: oneOf(['analyze', 'report']),
  analysis: oneOf(['fast', 'full']),
  engine: oneOf(['auto', 'local', 'docker', 'server']),
  'server-url': serverUrl,
  'server-token': text(4096),
  image: text(512),
  'image-archive': text(1024),
  pull: oneOf(['missing', 'always', 'never']),
  baseline: text(1024),
  'on-missing-baseline': oneOf(['error', 'full', 'pass']),
  'fail-on': failOn,
  'max-risk': share,
  'max-risk-increase': share,
  'on-empty': oneOf(['error', 'pass']),
  'on-error': oneOf(['fail', 'warn']),
  comment: oneOf(['auto', 'always', 'on-change', 'never']),
  annotations: oneOf(['new', 'all', 'none']),
  summary: truth,
  artifact: truth,
  'artifact-retention-days': days,
  'sarif-upload': oneOf(['auto', 'required', 'never']),
  cache: truth,
  'timeout-minutes': numberUpTo(A_DAY_IN_MINUTES),
  memory: bytes,
  cpus: numberUpTo(1024),
  network: oneOf(['none', 'bridge']),
  language: oneOf(LANGUAGES),
  'github-token': text(4096),
} satisfies Partial<Record<InputName, InputKind<unknown>>>;

type ValueOf<Name extends keyof typeof KINDS> = NonNullable<ReturnType<(typeof KINDS)[Name]['read']>>;

/** A self-hosted CSQA and the right to use it. */
export interface ServerAccess {
  /** Without a slash at the end. */
  readonly url: string;
  /** Empty where a run is given no secrets, as those of forks are. */
  readonly token: string;
}

/** Every input, read. What has no default and is not given is undefined. */
export interface Inputs {
  /** One directory a line, as written. */
  readonly paths: readonly string[];
  /** One name a path, or none at all. */
  readonly projectNames: readonly string[];
  /** Path relative to the repository. */
  readonly config: string | undefined;
  readonly mode: ValueOf<'mode'>;
  readonly analysis: ValueOf<'analysis'>;
  readonly engine: ValueOf<'engine'>;
  readonly server: ServerAccess | undefined;
  readonly docker: {
    readonly image: string | undefined;
    readonly archive: string | undefined;
    readonly pull: ValueOf<'pull'>;
    readonly network: ValueOf<'network'>;
  };
  /** `auto`, `none`, a ref, a commit, or the path of a report. */
  readonly baseline: string;
  readonly onMissingBaseline: ValueOf<'on-missing-baseline'> | undefined;
  readonly gate: {
    /** undefined for what the configuration of the project says, or else new findings from high. */
    readonly failOn: FailOn | undefined;
    /** 0 to 1. */
    readonly maxRisk: number | undefined;
    /** 0 to 1. */
    readonly maxRiskIncrease: number | undefined;
    readonly allowEmpty: boolean;
  };
  readonly onError: ValueOf<'on-error'>;
  readonly comment: ValueOf<'comment'>;
  readonly annotations: ValueOf<'annotations'>;
  readonly summary: boolean;
  readonly artifact: boolean;
  readonly artifactRetentionDays: number | undefined;
  readonly sarifUpload: ValueOf<'sarif-upload'>;
  readonly cache: boolean;
  readonly limits: {
    readonly timeoutSeconds: number;
    readonly memoryBytes: number;
    /** undefined for all of the machine. */
    readonly cpus: number | undefined;
  };
  readonly language: Language;
  /** Empty where there is none. */
  readonly token: string;
}

/** The language that is asked for, read before everything else: what is wrong with the rest is told in it. */
export function languageOf(environment: Environment): Language {
  const written = givenAs('language', environment);
  return LANGUAGES.find((language) => language === written) ?? 'en';
}

/** Reads the inputs from the variables of a runner. Throws one ActionError that names each wrong one with what it takes. */
export function readInputs(environment: Environment): Inputs {
  const problems: Said[] = [];
  const read = <Name extends keyof typeof KINDS>(name: Name): ValueOf<Name> | undefined => {
    const written = givenAs(name, environment);
    if (written === '') return undefined;
    const value = KINDS[name].read(written);
    if (value === null) problems.push(wrong(name, written));
    return (value ?? undefined) as ValueOf<Name> | undefined;
  };
  const inputs = assemble(read, environment);
  problems.push(...contradictions(inputs, environment));
  if (problems.length > 0) throw new ActionError('input', joined(problems));
  return inputs;
}

type Read = <Name extends keyof typeof KINDS>(name: Name) => ValueOf<Name> | undefined;
type ReadOr = <Name extends keyof typeof KINDS>(name: Name, fallback: ValueOf<Name>) => ValueOf<Name>;

function assemble(read: Read, environment: Environment): Inputs {
  const readOr: ReadOr = (name, fallback) => read(name) ?? fallback;
  const url = read('server-url');
  return {
    paths: lines(givenAs('path', environment) || '.'),
    projectNames: lines(givenAs('project', environment)),
    config: read('config'),
    mode: readOr('mode', 'analyze'),
    analysis: readOr('analysis', 'fast'),
    engine: readOr('engine', 'auto'),
    server: url === undefined ? undefined : { url, token: readOr('server-token', '') },
    docker: {
      ...{ image: read('image'), archive: read('image-archive') },
      ...{ pull: readOr('pull', 'missing'), network: readOr('network', 'none') },
    },
    baseline: readOr('baseline', 'auto'),
    onMissingBaseline: read('on-missing-baseline'),
    gate: {
      ...{ failOn: read('fail-on'), maxRisk: read('max-risk'), maxRiskIncrease: read('max-risk-increase') },
      allowEmpty: read('on-empty') === 'pass',
    },
    onError: readOr('on-error', 'fail'),
    comment: readOr('comment', 'auto'),
    annotations: readOr('annotations', 'new'),
    summary: readOr('summary', true),
    artifact: readOr('artifact', true),
    artifactRetentionDays: read('artifact-retention-days'),
    sarifUpload: readOr('sarif-upload', 'auto'),
    cache: readOr('cache', true),
    limits: {
      timeoutSeconds: readOr('timeout-minutes', 20) * 60,
      memoryBytes: readOr('memory', 4 * GIB),
      cpus: read('cpus'),
    },
    language: readOr('language', 'en'),
    token: readOr('github-token', ''),
  };
}

function contradictions({ engine, analysis, docker }: Inputs, environment: Environment): readonly Said[] {
  const problems: Said[] = [];
  if (engine === 'server' && givenAs('server-url', environment) === '') {
    problems.push({
      en: 'engine server needs to know which one: add server-url and server-token.',
      ru: 'Движку server нужно знать, какой это сервер: добавьте server-url и server-token.',
    });
  }
  if (engine === 'local' && analysis === 'full') {
    problems.push({
      en: 'analysis full starts Maven and needs a container: set engine to docker, or analysis to fast.',
      ru: 'Режим full запускает Maven, ему нужен контейнер: поставьте engine: docker или analysis: fast.',
    });
  }
  if (docker.archive !== undefined && engine !== 'docker' && !(engine === 'auto' && analysis === 'full')) {
    problems.push({
      en: 'image-archive is for the engine docker: set engine to docker, or leave it out.',
      ru: 'image-archive нужен только движку docker: поставьте engine: docker или уберите этот вход.',
    });
  }
  if (docker.archive !== undefined && docker.image?.includes('@') === true) {
    problems.push({
      en: 'image-archive: docker save keeps no digest; give image by its name and tag.',
      ru: 'image-archive: docker save не сохраняет дайджест; укажите в image имя и тег.',
    });
  }
  return problems;
}

/** Inputs that are given and do not exist, as a warning with the name that was meant. */
export function unknownInputs(environment: Environment): readonly Said[] {
  const known = new Set(INPUT_NAMES.map(variableOf));
  return Object.keys(environment)
    .filter((name) => name.startsWith('INPUT_') && !known.has(name))
    .map((name) => {
      const written = name.slice('INPUT_'.length).toLowerCase();
      const meant = near(written, INPUT_NAMES);
      return {
        en: `There is no input ${written}${meant === null ? '' : `; did you mean ${meant}?`}`,
        ru: `Входа ${written} нет${meant === null ? '' : `; имелся в виду ${meant}?`}`,
      };
    });
}

function wrong(name: keyof typeof KINDS, written: string): Said {
  const { expected } = KINDS[name];
  if (name === 'server-token' || name === 'github-token')
    return { en: `${name}: expected ${expected.en}.`, ru: `${name}: ожидалось: ${expected.ru}.` };
  const shown = written.replaceAll(/\p{Cc}/gu, '?').slice(0, 100);
  const meant = near(written, expected.en.replace(/^one of /, '').split(', '));
  return {
    en: `${name}: expected ${expected.en}, got "${shown}"${meant === null ? '' : `; did you mean ${meant}?`}.`,
    ru: `${name}: ожидалось: ${expected.ru}; получено «${shown}»${meant === null ? '' : `; имелось в виду ${meant}?`}.`,
  };
}

/** The word that a misspelt one stands for; null where none is near. */
function near(written: string, words: readonly string[]): string | null {
  const candidate = closest(written.slice(0, 100).toLowerCase(), words);
  return distance(written.toLowerCase(), candidate) <= Math.max(1, Math.floor(candidate.length / 3))
    ? candidate
    : null;
}

function lines(written: string): readonly string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function givenAs(name: InputName, environment: Environment): string {
  return (environment[variableOf(name)] ?? '').trim();
}
