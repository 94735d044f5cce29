import type { Diagnostic } from '../base/diagnostics.ts';
import { type RelativePath, relativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { LinkTarget } from './tree-lister.ts';

/** A directory holds more names than are read. `directory` is `` for the root. */
export function tooManyNames(directory: string, limit: number): Diagnostic {
  const shown = directoryText(directory);
  return {
    ...walkProblem('directory-too-large', 'error'),
    message: {
      en: `${shown.en} holds more than ${limit} names; nothing in it was analysed`,
      ru: `${shown.ru}: больше ${limit} имён; там ничего не анализировалось`,
    },
    hint: { en: 'Exclude it.', ru: 'Исключите этот каталог.' },
  };
}

/** The system does not list a directory. */
export function unlistedDirectory(directory: string, reason: Text): Diagnostic {
  const shown = directoryText(directory);
  return {
    ...walkProblem('directory-unreadable', 'warning'),
    message: {
      en: `${shown.en} cannot be listed: ${reason.en}`,
      ru: `${shown.ru}: перечислить содержимое нельзя: ${reason.ru}`,
    },
    hint: {
      en: 'Give the analyzer permission to read it, or exclude it.',
      ru: 'Дайте анализатору право читать каталог или исключите его.',
    },
  };
}

/** A directory lies deeper than the walk goes. */
export function tooDeepDirectory(limit: number): Diagnostic {
  return {
    ...walkProblem('directory-too-deep', 'warning'),
    message: {
      en: `A directory lies more than ${limit} levels deep and was not entered`,
      ru: `Каталог лежит глубже ${limit} уровней, и в него не входили`,
    },
    hint: {
      en: 'Raise limits.maxTreeDepth in .csqa.yml if it holds real source.',
      ru: 'Увеличьте limits.maxTreeDepth в .csqa.yml, если там настоящий исходный код.',
    },
  };
}

/** Something that is no file. */
export function specialFile(file: RelativePath): Diagnostic {
  return {
    ...walkProblem('special-file-skipped', 'info'),
    message: {
      en: `${file} is a pipe, a socket or a device and was not opened`,
      ru: `${file} — канал, сокет или устройство; не открывался`,
    },
    file,
  };
}

/** The walk ended at `from` before the tree did, at more than `limit`. */
export function truncatedTree(limit: Text, from: string): Diagnostic {
  return {
    ...walkProblem('tree-truncated', 'error'),
    message: {
      en: `The tree has more than ${limit.en}; nothing from ${from} on was analysed`,
      ru: `В дереве больше чем ${limit.ru}; начиная с ${from} ничего не анализировалось`,
    },
    hint: {
      en: 'Raise the limit in .csqa.yml, or exclude what is not source.',
      ru: 'Увеличьте предел в .csqa.yml или исключите то, что не является исходным кодом.',
    },
    file: relativePath(from),
  };
}

/** The system does not tell the size of a file. */
export function unseenFile(file: RelativePath, reason: Text): Diagnostic {
  return {
    ...walkProblem('file-unreadable', 'warning'),
    message: {
      en: `${file} cannot be looked at: ${reason.en}`,
      ru: `${file} осмотреть нельзя: ${reason.ru}`,
    },
    file,
  };
}

/** A name that would forge lines of a report; `shown` is its printable form. */
export function badFileName(directory: string, shown: string): Diagnostic {
  const where = directoryText(directory);
  return {
    ...walkProblem('bad-file-name', 'warning'),
    message: {
      en: `A name in ${where.en} is not printable UTF-8 and was skipped: "${shown}"`,
      ru: `${where.ru}: имя из непечатных знаков или не в UTF-8 пропущено: «${shown}»`,
    },
    hint: {
      en: 'Rename it; control characters and broken encodings in names can forge lines of a report.',
      ru: 'Переименуйте: управляющие знаки и неверная кодировка в именах могут подделать строки отчёта.',
    },
  };
}

/** A link that is not followed. */
export function skippedLink(file: RelativePath, target: LinkTarget): Diagnostic {
  const { severity, where } = LINK_WORDS[target];
  return {
    ...walkProblem('symlink-skipped', severity),
    message: {
      en: `${file} is a symbolic link ${where.en}; links are not followed`,
      ru: `${file} — символическая ссылка ${where.ru}; по ссылкам анализатор не ходит`,
    },
    file,
  };
}

const LINK_WORDS: Readonly<Record<LinkTarget, { severity: Diagnostic['severity']; where: Text }>> = {
  inside: {
    severity: 'info',
    where: {
      en: 'to something inside the tree, which is analysed at its own place',
      ru: 'на что-то внутри дерева, и это анализируется на своём месте',
    },
  },
  outside: { severity: 'warning', where: { en: 'that leads out of the tree', ru: 'за пределы дерева' } },
  broken: { severity: 'info', where: { en: 'that leads nowhere', ru: 'в никуда' } },
};

function directoryText(path: string): Text {
  return path === ''
    ? { en: 'the root directory', ru: 'корневой каталог' }
    : { en: `${path}/`, ru: `${path}/` };
}

function walkProblem(
  code: string,
  severity: Diagnostic['severity'],
): Pick<Diagnostic, 'code' | 'stage' | 'severity'> {
  return { code, stage: 'inventory', severity };
}
