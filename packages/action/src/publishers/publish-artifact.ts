import { plain } from '@csqa/report';
import type { PublishName, PublishOutcome, RunContext } from '../run-types.ts';
import type { Said } from '../text/said.ts';

/** The part of @actions/artifact that is used. */
export interface ArtifactService {
  readonly uploadArtifact: (
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { readonly retentionDays?: number },
  ) => Promise<{ readonly id?: number }>;
}

/** Files to keep with the run. */
export interface ArtifactToPublish {
  /** Under which name the outcome is told: the reports, or the bundle for the second stage. */
  readonly as: Extract<PublishName, 'artifact' | 'report-bundle'>;
  /** Name of the artifact, unique in the run. */
  readonly name: string;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Directory that the names in the archive are relative to. */
  readonly root: string;
  /** undefined for the setting of the repository. */
  readonly retentionDays?: number | undefined;
}

const ENTERPRISE: Said = {
  en: 'GitHub Enterprise Server has no artifacts of this kind; the files of the report are in the directory of the output "report-dir".',
  ru: 'В GitHub Enterprise Server таких артефактов нет; файлы отчёта лежат в каталоге из выхода «report-dir».',
};
const QUOTA: Said = {
  en: 'The artifact could not be kept: the storage of artifacts is full; delete old ones, or keep them for fewer days.',
  ru: 'Артефакт сохранить не удалось: хранилище артефактов заполнено; удалите старые или храните их меньше дней.',
};
const TAKEN: Said = {
  en: 'The artifact could not be kept: the run has one of that name; give this step a name of its own.',
  ru: 'Артефакт сохранить не удалось: в запуске уже есть артефакт с таким именем; дайте этому шагу своё.',
};

/** Keeps files as an artifact of the run. Never throws: what goes wrong is told in the outcome. */
export async function publishArtifact(
  service: ArtifactService,
  { servers, repository, run, language }: Pick<RunContext, 'servers' | 'repository' | 'run' | 'language'>,
  { as, name, files, root, retentionDays }: ArtifactToPublish,
): Promise<PublishOutcome> {
  if (servers.isEnterprise)
    return { name: as, status: 'skipped', reason: ENTERPRISE[language], isNotice: true };
  try {
    const { id } = await service.uploadArtifact(name, [...files], root, {
      ...(retentionDays === undefined ? {} : { retentionDays }),
    });
    const web = `${servers.web}/${repository.owner}/${repository.name}`;
    const url = id === undefined ? null : `${web}/actions/runs/${run.id}/artifacts/${id}`;
    return { name: as, status: 'published', url, id: id === undefined ? null : String(id) };
  } catch (error) {
    const { said, yamlLine } = lossOfArtifact(error);
    return { name: as, status: 'degraded', reason: said[language], yamlLine };
  }
}

function lossOfArtifact(error: unknown): { readonly said: Said; readonly yamlLine: string | null } {
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
  if (name === 'GHESNotSupportedError') return { said: ENTERPRISE, yamlLine: 'artifact: false' };
  if (name === 'UsageError' || /quota has been hit/i.test(message))
    return { said: QUOTA, yamlLine: 'artifact-retention-days: 3' };
  if (/already exists|\(409\)/.test(message)) return { said: TAKEN, yamlLine: 'project: another-name' };
  const why = plain(message, 200);
  return {
    said: {
      en: `The artifact could not be kept: ${why}`,
      ru: `Артефакт сохранить не удалось: ${why}`,
    },
    yamlLine: null,
  };
}
