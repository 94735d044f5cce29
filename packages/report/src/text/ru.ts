import type { Catalogue } from './catalogue.ts';
import { groupsRu, metricsRu } from './metrics-ru.ts';
import { partOf } from './rule-text.ts';
import { rulesRu } from './rules-ru.ts';

/** Russian. */
export const ru: Catalogue = {
  language: 'ru',
  metrics: metricsRu,
  topology: {
    name: 'Топология безопасности',
    question: 'Как выглядит карта от точек входа до операций?',
    definition:
      'Сам граф вызовов: точки входа, операции, защиты и метрики на узлах. Это карта, оценки у неё нет.',
  },
  groups: groupsRu,
  bands: { low: 'низкий', moderate: 'умеренный', high: 'высокий', critical: 'критический' },
  severities: {
    critical: 'критическая',
    high: 'высокая',
    medium: 'средняя',
    low: 'низкая',
    info: 'к сведению',
  },
  confidences: { high: 'высокая', medium: 'средняя', low: 'низкая' },
  diagnosticSeverities: { error: 'ошибка', warning: 'предупреждение', info: 'к сведению' },
  skipReasons: {
    ignored: 'исключено правилами',
    symlink: 'ссылки',
    unreadable: 'нельзя прочитать',
    'bad-name': 'непечатные имена',
    special: 'каналы, сокеты, устройства',
    'too-deep': 'слишком глубоко',
    'too-large': 'слишком большие',
    binary: 'двоичные',
  },
  guardCategories: {
    authentication: 'аутентификация',
    authorization: 'авторизация',
    validation: 'валидация',
    sanitization: 'санитизация',
    'rate-limiting': 'ограничение частоты',
    audit: 'аудит',
  },
  entryKinds: {
    other: 'прочие',
    http: 'HTTP',
    graphql: 'GraphQL',
    websocket: 'WebSocket',
    grpc: 'gRPC',
    mq: 'сообщения',
    job: 'задания',
    cli: 'командная строка',
  },
  accessVerdicts: {
    public: 'открыто всем',
    authenticated: 'после входа',
    authorized: 'по правам',
    denied: 'запрещено',
    unknown: 'неизвестно',
  },
  models: {
    'csqa-1': 'csqa-1: метрики путей — только по худшему пути',
    'csqa-2': 'csqa-2: метрики путей — наполовину по худшему пути, наполовину по среднему',
  },
  rules: partOf(rulesRu, 'title'),
  ruleMeanings: partOf(rulesRu, 'meaning'),
  summary: {
    title: 'Архитектурная безопасность',
    riskIndex: 'Индекс риска',
    noIndex: 'Индекса нет: измерить ничего не удалось',
    confidence: 'Достоверность',
    model: 'Модель оценки',
    groups: 'Группы',
    group: 'Группа',
    metrics: 'Метрики',
    metric: 'Метрика',
    value: 'Значение',
    worstPlace: 'Весит больше всего',
    notMeasured: 'не измерено',
    notMeasuredWhy: 'Что не измерено и почему',
    scale: '0 — безопасно, 1 — критично.',
    coverage: 'Что рассмотрено',
    filesAnalysed: (files, lines) =>
      `${files} ${form(files, ['исходный файл', 'исходных файла', 'исходных файлов'])}, ` +
      `${lines} ${form(lines, ['строка', 'строки', 'строк'])}`,
    nothingAnalysed: 'Ни один исходный файл не проанализирован.',
    skipped: 'Пропущено',
    languages: 'Языки',
    callSites: (total) => `${total} ${form(total, ['вызов', 'вызова', 'вызовов'])} в рабочем коде`,
    exact: 'разрешено точно',
    narrowed: 'сужено до нескольких целей',
    external: 'в библиотеки',
    unresolved: 'не разрешено',
    noCallSites: 'Вызовов не найдено.',
    entryPoints: 'Точки входа',
    entryPoint: 'Точка входа',
    noEntryPoints: 'Точек входа не найдено.',
    kind: 'Вид',
    total: 'Всего',
    openEntryPoints: 'Точки входа, открытые всем',
    undecidedEntryPoints: 'Точки входа, доступ к которым определить не удалось',
    reason: 'Причина',
    findings: 'Находки',
    noFindings: 'Находок нет.',
    what: 'Что',
    why: 'Почему это важно',
    fix: 'Как исправить',
    path: 'Путь',
    guards: 'защита',
    place: 'Место',
    count: 'Количество',
    severity: 'Серьёзность',
    suppressed: (count) =>
      `${form(count, ['Подавлена', 'Подавлено', 'Подавлено'])} ${count} ` +
      `${form(count, ['находка', 'находки', 'находок'])}, с указанием причины.`,
    diagnostics: 'Диагностика',
    message: 'Сообщение',
    about: 'Об этом отчёте',
    tool: 'Инструмент',
    version: 'Версия',
    mode: 'Режим',
    revision: 'Ревизия',
    unknownRevision: 'неизвестна',
    more: (count) => `Ещё ${count} — в report.json.`,
    omitted: (findings) =>
      `Ещё ${findings} ${form(findings, ['находка', 'находки', 'находок'])} в report.json; здесь показаны худшие.`,
    omittedSections: 'Часть сводки опущена, чтобы уложиться в предел размера; в report.json есть всё.',
  },
  gate: {
    passed: 'Порог пройден',
    failed: 'Порог не пройден',
    nothingAnalysed: 'ни один исходный файл не проанализирован, так что безопасность ничем не показана',
    noIndex: 'индекса для сравнения с пределом нет: измерить ничего не удалось',
    findings: (count, severity, first) =>
      `${count} ${form(count, ['находка', 'находки', 'находок'])} (серьёзность: ${severity}); первая — ${first}`,
    index: (actual, limit) => `индекс риска ${actual} выше предела ${limit}`,
    metric: (id, actual, limit) => `${id} равна ${actual}, предел ${limit}`,
    absent: 'в отчёте её нет',
    unmeasured: (id, reason) => `${id} не измерена: ${reason}`,
    coverage: (actual, limit) => `доля разрешённых вызовов ${actual} ниже предела ${limit}`,
  },
};

/** Forms of a noun after 1, 2 and 5. */
type Forms = readonly [one: string, few: string, many: string];

function form(count: number, [one, few, many]: Forms): string {
  switch (new Intl.PluralRules('ru').select(count)) {
    case 'one':
      return one;
    case 'few':
      return few;
    default:
      return many;
  }
}
