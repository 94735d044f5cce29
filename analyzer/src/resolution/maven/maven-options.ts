import type { Mirror } from './probe-project.ts';

/** How class paths are resolved. Plain data: it travels to the thread that analyses. */
export interface MavenOptions {
  /** Absolute path of `mvn`; null where Maven may not be run, which is everywhere but in the image `full`. */
  readonly command: string | null;
  /** Where artifacts come from; null for Maven's central repository. */
  readonly mirror: Mirror | null;
  /** A repository that is filled, and may have been before; null for none. */
  readonly repository: string | null;
  /** A repository with the plugin that answers, so that it need not be fetched; null where it is fetched. */
  readonly plugins: string | null;
  readonly offline: boolean;
  readonly timeoutSeconds: number;
  /** Variables that Maven and Java themselves need: PATH, JAVA_HOME. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Maven may not be run. */
export const NO_MAVEN: MavenOptions = {
  command: null,
  mirror: null,
  repository: null,
  plugins: null,
  offline: true,
  timeoutSeconds: 0,
  environment: {},
};

/** Where Maven gets artifacts where nobody says otherwise. */
const CENTRAL = 'https://repo.maven.apache.org/maven2';

/** Version that every answer comes from, so that no answer changes by itself. The image holds it. */
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.11.0';

/** The mirror in force. */
export function mirrorOf({ mirror }: MavenOptions): Mirror {
  return mirror ?? { url: CENTRAL, username: null, password: null };
}

/** What a call of Maven is made of. */
export interface CallPlan {
  readonly options: MavenOptions;
  /** Directory of the projects that ask. */
  readonly projects: string;
  readonly settings: string;
  /** Repository with the poms of the tree. */
  readonly tree: string;
  /** Repository that downloads go to. */
  readonly downloads: string;
  /** Repositories that are only read. */
  readonly tails: readonly string[];
}

/** The arguments of Maven: nothing but one goal of one plugin, over projects of ours. */
export function mavenArguments({
  options,
  projects,
  settings,
  downloads,
  tails,
}: CallPlan): readonly string[] {
  return [
    '--batch-mode',
    '--no-transfer-progress',
    '--fail-at-end',
    '--ignore-transitive-repositories',
    ...(options.offline ? ['--offline'] : []),
    '--settings',
    settings,
    '--global-settings',
    settings,
    '--file',
    `${projects}/pom.xml`,
    `-Dmaven.repo.local=${downloads}`,
    `-Dmaven.repo.local.tail=${tails.join(',')}`,
    '-Daether.connector.connectTimeout=10000',
    '-Daether.connector.requestTimeout=60000',
    `${PLUGIN}:tree`,
    '-Dverbose',
    '-DoutputType=text',
    '-DoutputEncoding=UTF-8',
    '-DoutputFile=tree.txt',
  ];
}

/** The environment of Maven. A start file of the home directory or of the machine could say anything, so none is read. */
export function mavenEnvironment(options: MavenOptions, home: string): Readonly<Record<string, string>> {
  return {
    ...options.environment,
    HOME: home,
    LANG: 'C.UTF-8',
    MAVEN_SKIP_RC: '1',
    MAVEN_OPTS: [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-XX:MaxRAMPercentage=40',
      `-Duser.home=${home}`,
    ].join(' '),
  };
}
