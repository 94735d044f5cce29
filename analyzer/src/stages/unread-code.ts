import type { Diagnostic } from '../base/diagnostics.ts';
import { pluralRu } from '../base/text.ts';
import type { Inventory, LanguageUse } from '../inventory/inventory.ts';
import { nameOfLanguage } from '../inventory/languages.ts';
import { languages } from '../languages/registry.ts';
import type { ReadSource } from './extract-facts.ts';
import type { FileNotes } from './reading-beside.ts';

const READ: ReadonlySet<string> = new Set(languages.map(({ id }) => id));

/**
 * Share of the lines of the program's own code that is in a language that can be read, 0..1. The program is what runs on one
 * platform with code that is read (Kotlin beside Java); a page's scripts are another one. Where nothing can be read it is 0,
 * where there is no code at all 1. Files that the parser gave up on were not read either.
 */
export function readShare(inventory: Inventory, files: readonly ReadSource[] = []): number {
  const { read, unread } = ownCode(inventory);
  const givenUp = files
    .filter(({ role, facts }) => role !== 'test' && !wasParsed(facts))
    .reduce((sum, { facts }) => sum + facts.lines.total, 0);
  const missed = linesOf(unread) + givenUp;
  return missed === 0 ? 1 : (linesOf(read) - givenUp) / (linesOf(read) - givenUp + missed);
}

/** Whether anything but the lines of a file is known. */
export function wasParsed({ problems }: FileNotes): boolean {
  return problems.every(({ code }) => code !== 'not-parsed');
}

/** Code that nobody read and that may be part of the program: its entry points and its guards are not in the report. */
export function diagnoseUnreadCode(inventory: Inventory): readonly Diagnostic[] {
  const { unread } = ownCode(inventory);
  const byLanguage = new Map<LanguageUse['language'], { files: number; lines: number }>();
  for (const { language, files, lines } of unread) {
    const known = byLanguage.get(language) ?? { files: 0, lines: 0 };
    byLanguage.set(language, { files: known.files + files, lines: known.lines + lines });
  }
  return [...byLanguage].map(([language, { files, lines }]) => {
    const name = nameOfLanguage(language);
    return {
      code: 'language-not-read',
      stage: 'facts',
      severity: 'warning',
      message: {
        en: `${name} is not read: ${files} ${files === 1 ? 'file' : 'files'} of production code (${lines} lines)`,
        ru: `${name} не анализируется: ${pluralRu(files, ['файл', 'файла', 'файлов'])} рабочего кода (${pluralRu(lines, ['строка', 'строки', 'строк'])})`,
      },
      hint: {
        en: 'Entry points, checks and operations in it are not in this report, and the confidence is lower by its share of the code.',
        ru: 'Точек входа, проверок и операций из него в отчёте нет, а достоверность ниже на его долю в коде.',
      },
    };
  });
}

/** The program's own code: what was read, and what runs with it and was not; without anything read all of it. */
function ownCode({ languages: uses }: Inventory): Record<'read' | 'unread', readonly LanguageUse[]> {
  const code = uses.filter(
    ({ kind, role }) => kind === 'programming' && (role === 'production' || role === 'generated'),
  );
  const read = code.filter(({ language }) => READ.has(language));
  const platforms = new Set(read.flatMap(({ platform }) => platform ?? []));
  const runsAlong = ({ platform }: LanguageUse) =>
    read.length === 0 || (platform !== null && platforms.has(platform));
  return { read, unread: code.filter((use) => !READ.has(use.language) && runsAlong(use)) };
}

function linesOf(uses: readonly LanguageUse[]): number {
  return uses.reduce((sum, { lines }) => sum + lines, 0);
}
