import { plain } from '@csqa/report';
import type { BaselineAbsence } from '../run-types.ts';
import type { Said } from '../text/said.ts';

/** UTF-16 units of another program's words that a sentence repeats. */
const LONGEST_WORDS = 300;

/** Why there is nothing to compare with, and the way out; `why` are the words of whoever refused. */
export function absenceText(reason: BaselineAbsence, why: string): Said {
  const words = why === '' ? '' : `: ${plain(why, LONGEST_WORDS)}`;
  switch (reason) {
    case 'not-asked':
      return { en: 'No baseline was asked for.', ru: 'Базовое состояние не запрошено.' };
    case 'no-earlier-state':
      return {
        en: 'There is no earlier state of this branch yet; the next run compares with this one.',
        ru: 'Более раннего состояния этой ветки пока нет; следующий запуск сравнит с этим.',
      };
    case 'nothing-there':
      return {
        en: 'Nothing was there before, so every finding is new.',
        ru: 'Раньше здесь ничего не было, поэтому все находки новые.',
      };
    case 'commit-unreachable':
      return {
        en: `The base commit could not be fetched${words}. Give the job permissions: contents: read, or check out with fetch-depth: 0.`,
        ru: `Получить базовый коммит не удалось${words}. Дайте заданию permissions: contents: read или укажите fetch-depth: 0 в actions/checkout.`,
      };
    case 'analysis-failed':
      return {
        en: `The base commit could not be analysed${words}. Set on-missing-baseline: full to judge every finding instead.`,
        ru: `Разобрать базовый коммит не удалось${words}. Укажите on-missing-baseline: full, чтобы вместо этого судить по всем находкам.`,
      };
    case 'file-unreadable':
      return {
        en: `The report that baseline names could not be read${words}. Name a report.json inside of the checkout.`,
        ru: `Отчёт, который называет baseline, прочитать не удалось${words}. Назовите файл report.json внутри рабочей копии.`,
      };
    case 'not-git':
      return {
        en: 'The workspace is no git checkout: add actions/checkout before this step, and git to the image of a container job.',
        ru: 'Рабочий каталог не является копией git: добавьте actions/checkout перед этим шагом, а в образ контейнера задания — git.',
      };
  }
}
