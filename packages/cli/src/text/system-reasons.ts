import { ownEntry } from '@csqa/report';

/** What the system's codes for files mean, in both languages. */
const REASONS: Readonly<Record<string, readonly [en: string, ru: string]>> = {
  EACCES: ['permission denied', 'нет прав'],
  EPERM: ['permission denied', 'нет прав'],
  EROFS: ['the file system is read-only', 'файловая система только для чтения'],
  ENOENT: ['it is not there', 'его нет'],
  EEXIST: ['a part of the path is a file', 'часть пути — файл'],
  ENOTDIR: ['a part of the path is a file', 'часть пути — файл'],
  EISDIR: ['it is a directory', 'это каталог'],
  ENOSPC: ['no space is left on the disk', 'на диске нет места'],
  EDQUOT: ['the quota of the disk is used up', 'квота на диск исчерпана'],
  EFBIG: ['it would be too large', 'он был бы слишком велик'],
  ENAMETOOLONG: ['the name is too long', 'имя слишком длинное'],
  ELOOP: ['its links lead in a circle', 'ссылки ходят по кругу'],
  EMFILE: ['too many files are open', 'открыто слишком много файлов'],
  EIO: ['the disk does not answer', 'диск не отвечает'],
};

/** A code of the system in English words; anything else as it is. */
export function systemReasonEn(code: string): string {
  return ownEntry(REASONS, code)?.[0] ?? code;
}

/** The same in Russian. */
export function systemReasonRu(code: string): string {
  return ownEntry(REASONS, code)?.[1] ?? code;
}
