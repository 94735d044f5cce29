import type { Diagnostic } from '../base/diagnostics.ts';
import { kindOfLanguage } from './languages.ts';
import type { ReadFile } from './read-files.ts';
import { fileNameOf } from './tree-path.ts';

/** What the name says is code, and the bytes are no text of: compilers may still read it. Null for everything else. */
export function binarySource({ path, language, role, unparsed }: ReadFile): Diagnostic | null {
  if (unparsed !== 'binary' || role === 'vendored' || language === null) return null;
  if (kindOfLanguage(language) !== 'programming' || isFork(fileNameOf(path))) return null;
  return {
    code: 'binary-source',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${path} is named as code and holds NUL bytes as binary files do; nothing in it was analysed`,
      ru: `${path} назван как код, но содержит нулевые байты, как двоичный файл; он не анализировался`,
    },
    hint: {
      en: 'Save it as UTF-8 without NUL characters, decrypt it, or exclude it.',
      ru: 'Сохраните его в UTF-8 без нулевых символов, расшифруйте или исключите.',
    },
    file: path,
  };
}

/** Attributes that macOS keeps beside a file in archives; build tools leave them out as well. */
function isFork(name: string): boolean {
  return name.startsWith('._');
}
