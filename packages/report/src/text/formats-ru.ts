import type { FormatText } from './format-text.ts';
import { form } from './russian-forms.ts';

/** Russian. */
export const formatsRu: FormatText = {
  about: 'Измеряет архитектурную безопасность репозитория по исходному коду.',
  badgeLabel: 'архитектурный риск',
  badgeNothing: 'ничего не проанализировано',
  howMeasured: 'Как это измеряется',
  howToFix: 'Как исправить',
  references: 'Ссылки',
  unknownRule: 'Это нашла более новая версия инструмента: там и описано, что значит правило.',
  findingId: (id) => `Находка ${id}.`,
  truncated: (kept, all) =>
    `В этом файле ${kept} ${form(kept, ['худшая находка', 'худшие находки', 'худших находок'])} из ${all}; все они — в report.json.`,
  withoutExcerpts: 'Строки кода опущены, чтобы уложиться в предел размера файла.',
  withoutPaths: 'Пути опущены, чтобы уложиться в предел размера файла.',
  root: 'Корень репозитория.',
  unplaced: (count) =>
    `${count} ${form(count, ['находка называет', 'находки называют', 'находок называют'])} файл вне дерева; ${form(count, ['она', 'они', 'они'])} только в report.json.`,
  moreDiagnostics: (count) =>
    `Ещё ${count} ${form(count, ['сообщение', 'сообщения', 'сообщений'])} диагностики — в report.json.`,
};
