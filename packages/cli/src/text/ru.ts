import { ownEntry } from '@csqa/report';
import type { CliTexts } from './catalogue.ts';
import { failuresRu, WITH_HINT } from './failures-ru.ts';
import { helpRu } from './help-ru.ts';
import { systemReasonRu } from './system-reasons.ts';
import { webFailuresRu } from './web-failures-ru.ts';

/** Forms of a noun after 1, 2 and 5. */
type Forms = readonly [one: string, few: string, many: string];

function counted(count: number, [one, few, many]: Forms): string {
  switch (new Intl.PluralRules('ru').select(count)) {
    case 'one':
      return `${count} ${one}`;
    case 'few':
      return `${count} ${few}`;
    default:
      return `${count} ${many}`;
  }
}

const finding: Forms = ['находка', 'находки', 'находок'];

const units: Readonly<Record<string, Forms>> = {
  files: ['файл', 'файла', 'файлов'],
  bytes: ['байт', 'байта', 'байт'],
  calls: ['вызов', 'вызова', 'вызовов'],
  methods: ['метод', 'метода', 'методов'],
};

/** Russian. */
export const ru: CliTexts = {
  language: 'ru',
  help: helpRu,
  usage: {
    unknownOption: (option) => `параметра ${option} нет`,
    unknownCommand: (command) => `команды ${command} нет`,
    missingArgument: (argument) => `ожидался аргумент: ${argument}`,
    missingValue: (option) => `ожидалось значение после ${option}`,
    tooMany: (extra) => `лишние аргументы: ${extra}`,
    badValue: (what, expected, received) => `${what}: ожидалось ${expected}, получено «${received}»`,
    seeHelp: (command) => `смотрите ${command} --help`,
    didYouMean: (suggestion) => `может быть, ${suggestion}?`,
    oneOf: (choices) => `одно из ${choices.join(', ')}`,
    riskNumber: 'число от 0 до 1',
    limitById: 'метрика или группа с числом от 0 до 1, например B1=0.5',
    day: 'день в виде ГГГГ-ММ-ДД',
    pathInside: 'путь внутри репозитория, например services/billing',
    webAddress: 'адрес, который начинается с https:// или http://',
    duration: 'секунды либо 90s, 30m, 2h, не больше недели',
    size: 'байты либо 512m, 4g',
    threads: 'целое число от 1 до 1024 либо auto',
    source: 'каталог, git-адрес или bare-репозиторий',
    refNeedsRepository: (path) => `--ref называет коммит, а ${path} — не git-репозиторий`,
    refNeedsRepositoryFix: 'уберите --ref либо назовите git-репозиторий или его адрес',
    looksLikeUrl: (written) => `по пути ${written} ничего нет, и это не адрес: не хватает протокола`,
    looksLikeUrlFix: (url) => `csqa analyze ${url}`,
    sshUrl: (written) => `${written} — адрес ssh, а репозитории клонируются по https`,
    sshUrlFix: (url) => `csqa analyze ${url} (для закрытого задайте CSQA_GIT_TOKEN)`,
    callsFile: (path, reason) => `--dump-calls: записать ${path} нельзя: ${systemReasonRu(reason)}`,
    callsFileFix: 'назовите файл в существующем каталоге, куда можно писать',
    isDirectory: 'это каталог',
    noParentDirectory: 'его каталога не существует',
  },
  progress: {
    stages: {
      checkout: 'Получаем репозиторий',
      start: 'Запускаем анализатор',
      analyse: 'Запускаем анализатор',
      inventory: 'Осматриваем файлы',
      libraries: 'Ищем библиотеки',
      facts: 'Читаем исходный код',
      link: 'Разрешаем вызовы',
      models: 'Узнаём фреймворки',
      flow: 'Прослеживаем пути',
      metrics: 'Измеряем',
      findings: 'Собираем находки',
      report: 'Пишем отчёт',
      intake: 'Проверяем отчёт',
      render: 'Записываем файлы',
    },
    units: (count, unit) => {
      const forms = ownEntry(units, unit);
      return forms === undefined ? `${count} ${unit}` : counted(count, forms);
    },
    objects: (count) => counted(count, ['объект', 'объекта', 'объектов']),
    of: 'из',
    seconds: (seconds) => `${seconds.replace('.', ',')} с`,
    warning: 'предупреждение',
    warnings: (count) => counted(count, ['предупреждение', 'предупреждения', 'предупреждений']),
    stopping: 'Останавливаемся. Ещё раз Ctrl-C — выйти сразу.',
    stopped: 'Остановлено: отчёт не записан, всё прежнее осталось как было.',
  },
  summary: {
    gateNotSet: 'Порог не задан: --fail-on, --max-risk или gate в .csqa.yml',
    resolved: (calls, percent) =>
      `разрешено ${percent} из ${counted(calls, ['вызова', 'вызовов', 'вызовов'])}`,
    noFindingsIn: (files) => `Находок нет (просмотрено: ${counted(files, ['файл', 'файла', 'файлов'])}).`,
    findingCount: (count) => counted(count, finding),
    moreRules: (count) => `${counted(count, finding)} по другим правилам`,
    diagnostics: (count) => counted(count, ['замечание', 'замечания', 'замечаний']),
    files: 'Файлы',
    open: 'Открыть',
    next: 'Дальше',
    incomplete: 'Запуск завершился неблагополучно: не принимайте этот отчёт за чистый',
  },
  diff: {
    noReport: (path) => `по пути ${path} нет отчёта`,
    noReportFix: 'назовите report.json, combined.json или каталог, записанный csqa analyze',
    noBaseline: (path) => `по пути ${path} нет исходного отчёта`,
    noBaselineFix:
      'назовите существующий отчёт; с --on-missing-baseline full или pass можно обойтись без него',
    isComparison: (path) => `${path} — сравнение двух отчётов, а не отчёт`,
    sameFile: 'это один и тот же файл, сравнивать нечего',
    sameFileFix: 'назовите прежний и новый отчёт: csqa diff before after',
    mixedUp: (why) => `эти отчёты нельзя сравнивать: ${why}`,
    mixedUpFix: 'назовите два отчёта об одном проекте',
  },
  explain: {
    excerpt: 'Исходный текст',
    related: 'Смотрите также',
    sameCause: {
      mended: 'Та же причина, исправится вместе с находкой',
      mends: (count) => `Та же причина, исправится заодно: ${counted(count, finding)}`,
    },
    references: 'Ссылки',
    suppressed: (source, reason, until) =>
      `Подавлено ${source === 'comment' ? 'комментарием' : 'в .csqa.yml'}${until === null ? '' : ` до ${until}`}: ${reason}`,
    rule: 'Правило',
    findingsOfRule: (count) => `В отчёте по этому правилу: ${counted(count, finding)}`,
    noneOfRule: 'В отчёте нет находок по этому правилу.',
    inThisReport: 'В этом отчёте',
    contributors: (shown, total) =>
      shown === total ? 'Что на неё влияет' : `Что влияет сильнее всего (${shown} из ${total})`,
    parts: 'Из чего складывается',
    topology: (nodes, edges) =>
      `${counted(nodes, ['узел', 'узла', 'узлов'])}, ${counted(edges, ['ребро', 'ребра', 'рёбер'])}`,
    reportUnknown: (path) => `Отчёта ${path} нет, поэтому показано только определение.`,
    noReport: (path) => `отчёта ${path} нет`,
    noReportFix: 'сначала выполните csqa analyze или назовите отчёт: --report КАТАЛОГ',
    closed: (path, reason) => `прочитать ${path} нельзя: ${systemReasonRu(reason)}`,
    closedFix: 'дайте себе право читать его или назовите другой отчёт',
    unreadable: (path, reason) => `${path} — не отчёт этой версии: ${reason}`,
    unreadableFix: 'назовите report.json или каталог, который оставила csqa analyze',
    otherVersion: (path, reason) => `${path} записан другой версией csqa: ${reason}`,
    otherVersionFix: 'если отчёт новее, обновите csqa, если старее — выполните анализ заново',
    withoutReport: (path) => `${path} рассказывает о запуске, который не оставил отчёта`,
    withoutReportFix: 'причина — в orchestrator.error; устраните её и выполните csqa analyze снова',
    notFound: (id, report) => `${id} — не находка из ${report}, не правило и не метрика`,
    notFoundAnywhere: (id) => `${id} — не правило и не метрика`,
    ambiguous: (id, matches) => `${id} подходит к нескольким находкам: ${matches}`,
    ambiguousFix: 'напишите больше знаков',
    closest: (ids) => `похожие: ${ids}`,
    listFindings: (path) => `номера перечислены в ${path}`,
  },
  render: {
    noReportFix: 'сначала выполните csqa analyze или назовите report.json, combined.json либо каталог с ними',
    noFormat: (choices) => `--format: ожидалось ${choices}`,
    noFormatFix: 'csqa render --format markdown',
    needsOut: (formats) => `${formats}: несколько форматов не выводятся сразу`,
    needsOutFix: 'назовите для них каталог: --out КАТАЛОГ',
    notWritable: (path, reason) => `записать ${path} нельзя: ${systemReasonRu(reason)}`,
    notWritableFix: 'назовите путь, по которому можно писать: --out ПУТЬ',
  },
  metrics: {
    intro: 'Каждая метрика — от 0 (безопасно) до 1 (критично).',
    weight: 'вес',
    noWeight: 'без оценки',
    indexTitle: 'Индекс риска',
    index:
      'Среднее метрик по их весам. Метрика, которую измерить нельзя, не участвует: её вес делится между остальными. ' +
      'Отдельные веса заменяет ключ weights в .csqa.yml.',
    bands: 'Уровни индекса',
    band: (name, from, to) => (to === null ? `${name} от ${from}` : `${name} ${from}–${to}`),
  },
  init: {
    written: (path) => `Записан ${path}: каждый ключ со значением по умолчанию и пояснением.`,
    next: 'Измените нужное, удалите остальное и выполните csqa analyze.',
    exists: (path) => `${path} уже есть`,
    existsFix: 'csqa init --force заменит его',
    notWritable: (path, reason) => `записать ${path} нельзя: ${systemReasonRu(reason)}`,
    notWritableFix: 'перейдите в каталог, куда можно писать',
  },
  doctor: {
    checks: {
      node: 'Node',
      git: 'git',
      analyzer: 'анализатор',
      docker: 'Docker',
      'image-fast': 'образ для fast',
      'image-full': 'образ для full',
      'host-paths': 'файлы контейнерам',
      'temporary-directory': 'временный каталог',
      'disk-space': 'место на диске',
    },
    ready: 'Всё нужное для анализа есть.',
    notReady: 'Анализ на этой машине пока невозможен.',
  },
  reap: {
    kinds: { directory: 'каталог', process: 'процесс', container: 'контейнер', volume: 'том' },
    removed: (count) => `Убрано за прерванными запусками: ${count}.`,
    kept: (count) => `Не тронуто, потому что ещё работает: ${count}.`,
    nothing: 'За прерванными запусками убирать нечего.',
    failed: (name, reason) => `убрать ${name} не удалось: ${reason}`,
  },
  webApp: {
    saved: (file) => `Всё записано в ${file}. Строк по таблицам:`,
    restored: (file) => `Всё из ${file} возвращено. Строк по таблицам:`,
    missing: 'рядом с этим csqa нет веб-приложения, или оно не собрано',
    missingFix:
      'запустите там, где оно есть: docker compose exec web csqa backup ФАЙЛ или npm run csqa -- backup ФАЙЛ в клоне',
    brokeOff: 'веб-приложение прервалось; что оно сказало, видно выше',
    brokeOffFix: 'ничего не изменено; повторите, а если не поможет, сообщите о сбое',
    failure: (code) => {
      const [title, fix] = ownEntry(webFailuresRu, code) ?? [];
      return { ...(title === undefined ? {} : { title }), ...(fix === undefined ? {} : { fix }) };
    },
  },
  failure: {
    error: 'ошибка',
    fix: 'исправить',
    defect: 'сбой внутри csqa',
    defectFix: 'сообщите о нём вместе с выводом при CSQA_DEBUG=1',
    orchestrator: (code) => {
      const [title, fix, hint] = failuresRu[code];
      return { title, fix, quotesHint: hint === WITH_HINT };
    },
  },
};
