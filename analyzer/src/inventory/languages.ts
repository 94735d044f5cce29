/** Only `programming` languages count as technologies; the others are read for what they configure or render. */
export type LanguageKind =
  | 'programming'
  | 'shell'
  | 'template'
  | 'query'
  | 'schema'
  | 'markup'
  | 'style'
  | 'config';

/** What several languages compile to together. */
export type Platform = 'jvm';

interface LanguageRow {
  readonly name: string;
  readonly kind: LanguageKind;
  /** Where code of several languages runs as one program: its classes call each other. */
  readonly platform?: Platform;
  /** File name endings, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whole file names, lower case. */
  readonly fileNames?: readonly string[];
}

/** Every language the inventory can name. One row is all that another one costs. */
export const LANGUAGES = {
  c: { name: 'C', kind: 'programming', extensions: ['.c', '.h'] },
  clojure: { name: 'Clojure', kind: 'programming', platform: 'jvm', extensions: ['.clj', '.cljs', '.cljc'] },
  cpp: {
    name: 'C++',
    kind: 'programming',
    extensions: ['.cc', '.cpp', '.cxx', '.c++', '.hh', '.hpp', '.hxx'],
  },
  csharp: { name: 'C#', kind: 'programming', extensions: ['.cs'] },
  css: { name: 'CSS', kind: 'style', extensions: ['.css', '.scss', '.sass', '.less', '.styl'] },
  dart: { name: 'Dart', kind: 'programming', extensions: ['.dart'] },
  dockerfile: {
    name: 'Dockerfile',
    kind: 'config',
    extensions: ['.dockerfile'],
    fileNames: ['dockerfile', 'containerfile'],
  },
  elixir: { name: 'Elixir', kind: 'programming', extensions: ['.ex', '.exs'] },
  erlang: { name: 'Erlang', kind: 'programming', extensions: ['.erl', '.hrl'] },
  fsharp: { name: 'F#', kind: 'programming', extensions: ['.fs', '.fsi', '.fsx'] },
  go: { name: 'Go', kind: 'programming', extensions: ['.go'] },
  graphql: { name: 'GraphQL', kind: 'schema', extensions: ['.graphql', '.graphqls', '.gql'] },
  groovy: {
    name: 'Groovy',
    kind: 'programming',
    platform: 'jvm',
    extensions: ['.groovy', '.gvy', '.gradle'],
    fileNames: ['jenkinsfile'],
  },
  haskell: { name: 'Haskell', kind: 'programming', extensions: ['.hs'] },
  html: {
    name: 'HTML',
    kind: 'template',
    extensions: [
      '.html',
      '.htm',
      '.xhtml',
      '.ftl',
      '.ftlh',
      '.mustache',
      '.hbs',
      '.vm',
      '.ejs',
      '.pug',
      '.erb',
      '.jinja',
      '.jinja2',
      '.j2',
      '.cshtml',
      '.razor',
    ],
  },
  ini: { name: 'INI', kind: 'config', extensions: ['.ini', '.cfg', '.conf', '.env'] },
  java: { name: 'Java', kind: 'programming', platform: 'jvm', extensions: ['.java'] },
  javascript: { name: 'JavaScript', kind: 'programming', extensions: ['.js', '.mjs', '.cjs', '.jsx'] },
  json: { name: 'JSON', kind: 'config', extensions: ['.json', '.json5', '.jsonc'] },
  jsp: { name: 'JSP', kind: 'template', extensions: ['.jsp', '.jspx', '.jspf', '.tag', '.tagx'] },
  kotlin: { name: 'Kotlin', kind: 'programming', platform: 'jvm', extensions: ['.kt', '.kts'] },
  lua: { name: 'Lua', kind: 'programming', extensions: ['.lua'] },
  make: {
    name: 'Make',
    kind: 'config',
    extensions: ['.mk', '.cmake'],
    fileNames: ['makefile', 'gnumakefile', 'cmakelists.txt'],
  },
  markdown: { name: 'Markdown', kind: 'markup', extensions: ['.md', '.mdx', '.adoc', '.asciidoc', '.rst'] },
  objectivec: { name: 'Objective-C', kind: 'programming', extensions: ['.m', '.mm'] },
  perl: { name: 'Perl', kind: 'programming', extensions: ['.pl', '.pm'] },
  php: { name: 'PHP', kind: 'programming', extensions: ['.php', '.phtml'] },
  powershell: { name: 'PowerShell', kind: 'shell', extensions: ['.ps1', '.psm1', '.psd1'] },
  properties: { name: 'Properties', kind: 'config', extensions: ['.properties'] },
  protobuf: { name: 'Protocol Buffers', kind: 'schema', extensions: ['.proto'] },
  python: { name: 'Python', kind: 'programming', extensions: ['.py', '.pyi', '.pyw'] },
  r: { name: 'R', kind: 'programming', extensions: ['.r'] },
  ruby: {
    name: 'Ruby',
    kind: 'programming',
    extensions: ['.rb', '.rake'],
    fileNames: ['rakefile', 'gemfile'],
  },
  rust: { name: 'Rust', kind: 'programming', extensions: ['.rs'] },
  scala: { name: 'Scala', kind: 'programming', platform: 'jvm', extensions: ['.scala', '.sc', '.sbt'] },
  shell: {
    name: 'Shell',
    kind: 'shell',
    extensions: ['.sh', '.bash', '.zsh', '.ksh', '.bat', '.cmd'],
    fileNames: ['mvnw', 'gradlew'],
  },
  solidity: { name: 'Solidity', kind: 'programming', extensions: ['.sol'] },
  sql: { name: 'SQL', kind: 'query', extensions: ['.sql', '.ddl', '.pls', '.pkb', '.pks'] },
  svelte: { name: 'Svelte', kind: 'programming', extensions: ['.svelte'] },
  swift: { name: 'Swift', kind: 'programming', extensions: ['.swift'] },
  terraform: { name: 'Terraform', kind: 'config', extensions: ['.tf', '.tfvars', '.hcl'] },
  toml: { name: 'TOML', kind: 'config', extensions: ['.toml'] },
  typescript: { name: 'TypeScript', kind: 'programming', extensions: ['.ts', '.mts', '.cts', '.tsx'] },
  vb: { name: 'Visual Basic', kind: 'programming', extensions: ['.vb', '.vbs'] },
  vue: { name: 'Vue', kind: 'programming', extensions: ['.vue'] },
  xml: {
    name: 'XML',
    kind: 'markup',
    extensions: [
      '.xml',
      '.xsd',
      '.xsl',
      '.xslt',
      '.wsdl',
      '.svg',
      '.fxml',
      '.csproj',
      '.vbproj',
      '.fsproj',
      '.props',
      '.targets',
      '.config',
      '.resx',
    ],
  },
  yaml: { name: 'YAML', kind: 'config', extensions: ['.yml', '.yaml'] },
} as const satisfies Record<string, LanguageRow>;

/** Stable id of a language, as it stands in reports and configuration. */
export type LanguageId = keyof typeof LANGUAGES;

const rows = Object.entries(LANGUAGES) as readonly (readonly [LanguageId, LanguageRow])[];
const byExtension: ReadonlyMap<string, LanguageId> = new Map(
  rows.flatMap(([id, row]) => row.extensions.map((extension) => [extension, id] as const)),
);
const byFileName: ReadonlyMap<string, LanguageId> = new Map(
  rows.flatMap(([id, row]) => (row.fileNames ?? []).map((fileName) => [fileName, id] as const)),
);

/** Names the language of a file by its name alone; null where the name says nothing. */
export function languageOf(fileName: string): LanguageId | null {
  const lower = fileName.toLowerCase();
  const whole = byFileName.get(lower);
  if (whole !== undefined) return whole;
  if (/^(dockerfile|containerfile)\./.test(lower)) return 'dockerfile';
  const dot = lower.lastIndexOf('.');
  return dot < 0 ? null : (byExtension.get(lower.slice(dot)) ?? null);
}

/** The kind of a language. */
export function kindOfLanguage(language: LanguageId): LanguageKind {
  return LANGUAGES[language].kind;
}

/** The platform that a language shares with others; null where it has one of its own. */
export function platformOf(language: LanguageId): Platform | null {
  const row: LanguageRow = LANGUAGES[language];
  return row.platform ?? null;
}

/** The name of a language for people. */
export function nameOfLanguage(language: LanguageId): string {
  return LANGUAGES[language].name;
}
