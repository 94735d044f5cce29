import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { plain } from '@csqa/report';
import { ActionError } from '../text/action-error.ts';

/** Where reports stay, in the directory of the runner, for the steps that follow. */
export const REPORTS = 'csqa-reports';

/**
 * Throws an ActionError where a directory of ours, or anything among the reports, is a link: an earlier step of the job has made
 * it, and what is written through it would land anywhere.
 */
export async function assertNoLinks(tempDir: string): Promise<void> {
  const ours = (await entriesOf(tempDir)).filter(({ name }) => name.startsWith('csqa-'));
  const link = linkIn(ours) ?? linkIn(await entriesOf(join(tempDir, REPORTS), true));
  if (link === undefined) return;
  const path = plain(join(link.parentPath, link.name), 300);
  throw new ActionError('tool', {
    en: `${path} is a link, and reports are not written through links: find the earlier step that makes it.`,
    ru: `${path} — ссылка, а через ссылки отчёты не пишутся: найдите шаг, который её создаёт.`,
  });
}

function linkIn(entries: readonly Dirent[]): Dirent | undefined {
  return entries.find((entry) => entry.isSymbolicLink());
}

function entriesOf(directory: string, recursive = false): Promise<Dirent[]> {
  return readdir(directory, { recursive, withFileTypes: true }).catch(() => []);
}
