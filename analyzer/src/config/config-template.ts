import { stringify } from 'yaml';
import type { AnalyzerConfig } from './analyzer-config.ts';
import { CONFIG_FILE_NAME, DEFAULT_CONFIG } from './default-config.ts';

type Language = AnalyzerConfig['language'];

/** What a key means, and a value that shows its form where the default is empty. */
interface KeyNote {
  readonly key: keyof AnalyzerConfig;
  readonly en: string;
  readonly ru: string;
  readonly example?: unknown;
}

const INTRODUCTION: Readonly<Record<Language, string>> = {
  en: 'CSQA configuration. Every key is optional; the values below are the defaults.\nPatterns are in .gitignore syntax and relative to this file.',
  ru: 'Настройки CSQA. Все ключи необязательны; ниже стоят значения по умолчанию.\nШаблоны путей — в синтаксисе .gitignore, относительно этого файла.',
};

const NOTES: readonly KeyNote[] = [
  {
    key: 'model',
    en: 'Scoring model: csqa-2 weighs all paths, csqa-1 only the worst one.',
    ru: 'Модель оценки: csqa-2 учитывает все пути, csqa-1 — только худший.',
  },
  { key: 'language', en: 'Language of texts: en or ru.', ru: 'Язык текстов: en или ru.' },
  {
    key: 'include',
    en: 'Analyse only these files. Empty: everything that is not ignored.',
    ru: 'Анализировать только эти файлы. Пусто: всё, что не исключено.',
    example: ['services/orders/'],
  },
  {
    key: 'exclude',
    en: 'Leave these out, on top of .gitignore and of build output. `!vendor/` brings a default exclusion back.',
    ru: 'Исключить сверх .gitignore и результатов сборки. `!vendor/` возвращает исключённое по умолчанию.',
    example: ['legacy/', '!vendor/'],
  },
  {
    key: 'production',
    en: 'Production code, whatever the names of its directories suggest.',
    ru: 'Рабочий код, что бы ни подсказывали имена каталогов.',
    example: ['examples/shop/'],
  },
  {
    key: 'tests',
    en: 'Test code that the usual conventions do not recognise.',
    ru: 'Тестовый код, который не распознан по обычным соглашениям.',
    example: ['qa/**/*.java'],
  },
  {
    key: 'generated',
    en: 'Generated code: analysed, but marked.',
    ru: 'Сгенерированный код: анализируется, но помечается.',
    example: ['**/*Stub.java'],
  },
  {
    key: 'profiles',
    en: 'Active Spring profiles. Empty: what the configuration files themselves activate.',
    ru: 'Активные профили Spring. Пусто: те, что включены в самих файлах настроек.',
    example: ['prod'],
  },
  {
    key: 'models',
    en: 'Directories with framework models of your own (YAML).',
    ru: 'Каталоги с собственными моделями фреймворков (YAML).',
    example: ['security/csqa-models'],
  },
  {
    key: 'maxDepth',
    en: 'Longest path from an entry point that is followed, in calls.',
    ru: 'Наибольшая длина пути от точки входа, в вызовах.',
  },
  {
    key: 'limits',
    en: 'What is read at most: files, bytes of one file, bytes in all, directory levels.',
    ru: 'Сколько читается самое большее: файлов, байт в одном файле, байт всего, уровней каталогов.',
  },
  {
    key: 'weights',
    en: 'Weights of single metrics, 0 to 1, instead of those of the model.',
    ru: 'Веса отдельных метрик, от 0 до 1, вместо весов модели.',
    example: { B1: 0.2, D1: 0 },
  },
  {
    key: 'suppress',
    en: 'Findings accepted for a time. `until` and `reason` are required; a date that has passed is reported.',
    ru: 'Замечания, принятые на время. `until` и `reason` обязательны; о прошедшей дате сообщается.',
    example: [
      {
        rule: 'CSQA-A1-public-entry-point',
        path: 'src/main/java/org/acme/HealthController.java',
        until: '2027-01-31',
        reason: 'The health check is public on purpose.',
      },
    ],
  },
  {
    key: 'gate',
    en: 'When a run fails. failOn: findings of this severity or graver (none, low, medium, high, critical); failOnNew: the same of findings that the baseline does not have.\nmaxRisk, maxMetric, maxGroup: highest index, metric, group (0 to 1; null: no limit); the same with Increase: how much more than in the baseline.\nminCoverage: smallest share of calls that must be resolved; requireMeasured: metrics that must be measured.\nonMissingBaseline: without a baseline conditions on it fail, take every finding for new (full), or are not asked (pass).',
    ru: 'Когда прогон считается неудачным. failOn: есть замечания этой тяжести или тяжелее (none, low, medium, high, critical); failOnNew: то же о тех, которых нет в исходном отчёте.\nmaxRisk, maxMetric, maxGroup: наибольшие индекс, метрика, группа (от 0 до 1; null: без предела); с Increase: насколько больше, чем в исходном отчёте.\nminCoverage: наименьшая доля разрешённых вызовов; requireMeasured: метрики, которые должны быть измерены.\nonMissingBaseline: без исходного отчёта условия на него не выполнены (fail), считают новым всё (full) или не ставятся (pass).',
    example: {
      failOn: 'critical',
      failOnNew: 'high',
      maxRiskIncrease: 0.02,
      maxMetric: { C3: 0 },
      maxGroup: { B: 0.6 },
    },
  },
];

/** The text that `csqa init` writes: every key with its default and its meaning. Read back, it equals the defaults. */
export function configTemplate(language: Language): string {
  const config: AnalyzerConfig = { ...DEFAULT_CONFIG, language };
  const sections = NOTES.map((note) => {
    const example =
      note.example === undefined ? '' : `${commented(stringify({ [note.key]: note.example }))}\n`;
    return `${commented(note[language])}\n${example}${stringify({ [note.key]: config[note.key] })}`;
  });
  return `${commented(INTRODUCTION[language])}\n\n${sections.join('\n')}`;
}

function commented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}

/** The file that `csqa init` writes. */
export function configFile(language: Language): { readonly name: string; readonly text: string } {
  return { name: CONFIG_FILE_NAME, text: configTemplate(language) };
}
