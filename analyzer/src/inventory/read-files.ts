import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import { classifyFile, isManifestPlace, type RoleOverrides } from './classify-file.ts';
import { namedSettingsFor, settingsNamesIn } from './configuration/named-settings.ts';
import { configurationKindOf } from './configuration-kind.ts';
import { countLines } from './decode-text.ts';
import type { DiagnosticLog } from './diagnostic-log.ts';
import type { ConfigurationKind, InventoryFile, ManifestFormat } from './inventory.ts';
import { type LanguageId, languageOf } from './languages.ts';
import type { EcosystemReader } from './manifests/ecosystem.ts';
import { type ScannedFile, throwIfAborted } from './scan-repository.ts';
import type { SourceContent, SourceReader } from './source-reader.ts';
import { fileNameOf } from './tree-path.ts';
import { binarySource } from './unread-source.ts';

/** A file once its text has been looked at; modules are not known yet. */
export interface ReadFile extends Omit<InventoryFile, 'module'> {
  readonly configuration: ConfigurationKind | null;
  readonly manifest: ManifestFormat | null;
  /** Names that a source file may give to the settings of its program. */
  readonly settingsNames?: readonly string[];
  /** The name that settings are called by, where it is not the usual one. */
  readonly settingsName?: string;
  /** Kept for manifests and Spring settings only; everything else is read again by the stage that needs it. */
  readonly text: string | null;
}

export interface ReadOptions {
  readonly reader: SourceReader;
  readonly overrides: RoleOverrides;
  readonly ecosystems: readonly EcosystemReader[];
  readonly log: DiagnosticLog;
  readonly signal: AbortSignal | undefined;
  /** Told which files are read, in their order, before the first is. */
  readonly onReading: (paths: readonly RelativePath[]) => void;
  readonly onProgress: (done: number) => void;
}

/** Files read between two looks at the abort signal. */
const FILES_PER_TURN = 128;
/** Manifests and settings that are kept as text until they are understood, in characters. */
const MAX_KEPT = 32 * 1024 * 1024;
/** No hand-written manifest or settings file comes near this, in bytes. */
const MAX_KEPT_FILE = 512 * 1024;

/** Images and prose need no look inside; everything else is read once to be counted and classified. */
const NOT_INSPECTED: ReadonlySet<LanguageId> = new Set(['markdown', 'ini', 'terraform', 'make']);

/** Languages in which programs of Spring are written. */
const NAMES_SETTINGS: ReadonlySet<LanguageId | null> = new Set(['java', 'kotlin', 'groovy']);

/** Reads what must be read to know what each file is. Files come and go in path order. */
export async function readFiles(
  files: readonly ScannedFile[],
  options: ReadOptions,
): Promise<readonly ReadFile[]> {
  const read: ReadFile[] = [];
  const budget = { characters: MAX_KEPT, reported: false };
  const wanted = new Set(files.filter((file) => needsText(file, options.ecosystems)));
  options.onReading([...wanted].map(({ path }) => path));
  for (const [index, file] of files.entries()) {
    if (index % FILES_PER_TURN === 0) {
      await setImmediate();
      throwIfAborted(options.signal);
      options.onProgress(index);
    }
    const content = wanted.has(file) ? await options.reader.read(file.path) : null;
    if (content !== null) options.log.addAll(content.diagnostics);
    const seen = lookAt(file, content, options);
    const unread = binarySource(seen);
    if (unread !== null) options.log.add(unread);
    read.push(withinBudget(seen, budget, options.log));
  }
  const settled = await readNamedSettings(read, options);
  options.onProgress(files.length);
  return settled.map((file, index) =>
    file === read[index] ? file : withinBudget(file, budget, options.log),
  );
}

/** Reads the settings once more that a source file gives a name of its own. */
function readNamedSettings(read: readonly ReadFile[], { reader }: ReadOptions): Promise<readonly ReadFile[]> {
  const sources = read.flatMap(({ path, settingsNames, role }) =>
    settingsNames === undefined || role !== 'production' ? [] : [{ path, names: settingsNames }],
  );
  if (sources.length === 0) return Promise.resolve(read);
  const settingsOf = namedSettingsFor(sources);
  return Promise.all(
    read.map(async (file): Promise<ReadFile> => {
      const isOpen = file.configuration === null || file.configuration === 'settings';
      const named = isOpen ? settingsOf(file.path) : undefined;
      if (named === undefined) return file;
      const content = await reader.read(file.path);
      if (content.kind !== 'text') return file;
      return { ...file, configuration: named.kind, settingsName: named.name, text: content.text };
    }),
  );
}

function needsText(file: ScannedFile, ecosystems: readonly EcosystemReader[]): boolean {
  const language = languageOf(fileNameOf(file.path));
  const isKnown = language !== null && !NOT_INSPECTED.has(language);
  return isKnown || ecosystems.some((ecosystem) => ecosystem.formatOf(file.path) !== null);
}

function lookAt(file: ScannedFile, content: SourceContent | null, options: ReadOptions): ReadFile {
  const { path, bytes } = file;
  const text = content?.kind === 'text' ? content.text : null;
  const { language, role } = classifyFile({ path, text, overrides: options.overrides });
  const manifest = manifestFormat(path, options.ecosystems);
  const configuration = configurationKindOf(path, text);
  const settingsNames = text === null || !NAMES_SETTINGS.has(language) ? [] : settingsNamesIn(text);
  const isKept =
    manifest !== null || configuration === 'spring-yaml' || configuration === 'spring-properties';
  return {
    path,
    language,
    role,
    bytes,
    lines: text === null ? null : countLines(text),
    unparsed: content === null || content.kind === 'text' ? null : content.kind,
    configuration,
    manifest,
    ...(settingsNames.length === 0 ? {} : { settingsNames }),
    text: isKept ? text : null,
  };
}

function manifestFormat(path: RelativePath, ecosystems: readonly EcosystemReader[]): ManifestFormat | null {
  for (const ecosystem of ecosystems) {
    const format = ecosystem.formatOf(path);
    if (format !== null) return isManifestPlace(path) ? format : null;
  }
  return null;
}

function withinBudget(
  file: ReadFile,
  budget: { characters: number; reported: boolean },
  log: DiagnosticLog,
): ReadFile {
  if (file.text === null) return file;
  if (file.bytes > MAX_KEPT_FILE) {
    log.add(
      notUnderstood(file.path, {
        en: `it has ${file.bytes} bytes, more than the ${MAX_KEPT_FILE} such a file may have`,
        ru: `его размер ${file.bytes} байт, больше предела в ${MAX_KEPT_FILE}`,
      }),
    );
    return { ...file, text: null };
  }
  budget.characters -= file.text.length;
  if (budget.characters >= 0) return file;
  if (!budget.reported)
    log.add(
      notUnderstood(file.path, {
        en: 'the manifests and settings before it already fill the memory set aside',
        ru: 'файлы сборки и настроек до него уже заняли всю отведённую память',
      }),
    );
  budget.reported = true;
  return { ...file, text: null };
}

function notUnderstood(path: RelativePath, reason: Text): Diagnostic {
  return {
    code: 'manifest-skipped',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${path} was not read as a manifest or settings file: ${reason.en}`,
      ru: `${path} не прочитан как файл сборки или настроек: ${reason.ru}`,
    },
    hint: {
      en: 'Exclude files that only look like manifests.',
      ru: 'Исключите файлы, которые только похожи на файлы сборки.',
    },
    file: path,
  };
}
