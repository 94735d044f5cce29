import { join } from 'node:path';
import { categoriesOf, GROUP_IDS, type Language, RULE_IDS, textsOf } from '@csqa/report';
import { METRICS } from '../src/metrics/registry.ts';
import { writeOrCheck } from './write-or-check.ts';

/** Writes docs/metrics.md and docs/metrics.ru.md from the definitions, the texts and the rules. With `--check` it compares. */
const docs = join(import.meta.dirname, '..', '..', 'docs');

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly index: string;
  readonly weight: string;
  readonly formula: string;
  readonly caveats: string;
  readonly rules: string;
  readonly rule: string;
  readonly meaning: string;
  readonly topology: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'The fifteen metrics',
    intro:
      'Each value runs from 0 (safe) to 1 (critical). A metric that has nothing to measure says so and takes no part in the index. This page is written by `npm run docs` from the metrics themselves.',
    index:
      'Index: mean of the measured values by weight, the weights shared out over what is measured. Bands: below .15 low, below .30 moderate, below .50 high, from .50 critical. Scoring model `csqa-1` scores B1, B2, B3, C1 and D2 by the worst pair (entry point, operation) alone; `csqa-2`, the default, takes half the worst and half the mean over all pairs, and measures B3, D2 and F2 against what does not depend on other guards, so that a guard taken away never lowers the index (docs/decisions/0004).',
    weight: 'Weight',
    formula: 'Formula',
    caveats: 'What it does not say',
    rules: 'Findings',
    rule: 'Rule',
    meaning: 'Meaning',
    topology: 'M1',
  },
  ru: {
    title: 'Пятнадцать метрик',
    intro:
      'Каждое значение от 0 (безопасно) до 1 (критично). Метрика, которой нечего измерять, так и говорит и в индексе не участвует. Страницу пишет `npm run docs` по самим метрикам; оговорки приведены по-английски, как в коде.',
    index:
      'Индекс: среднее измеренных значений по весам, веса перераспределяются между измеренными. Уровни: ниже .15 низкий, ниже .30 умеренный, ниже .50 высокий, от .50 критический. Модель `csqa-1` оценивает B1, B2, B3, C1 и D2 только по худшей паре (точка входа, операция); `csqa-2`, по умолчанию, берёт половину от худшей и половину от среднего по всем парам, а B3, D2 и F2 меряет тем, что от других защит не зависит: убранная защита индекс никогда не снижает (docs/decisions/0004).',
    weight: 'Вес',
    formula: 'Формула',
    caveats: 'Чего она не говорит',
    rules: 'Находки',
    rule: 'Правило',
    meaning: 'Смысл',
    topology: 'M1',
  },
};

for (const language of ['en', 'ru'] as const) {
  writeOrCheck(join(docs, language === 'en' ? 'metrics.md' : 'metrics.ru.md'), page(language));
}

function page(language: Language): string {
  const words = WORDS[language];
  const texts = textsOf(language);
  const lines = [`# ${words.title}`, '', words.intro, '', words.index, ''];
  for (const group of GROUP_IDS) {
    lines.push(`## ${group}: ${texts.groups[group].name}`, '', texts.groups[group].definition, '');
    for (const metric of METRICS.filter((candidate) => candidate.group === group)) {
      const text = texts.metrics[metric.id];
      lines.push(`### ${metric.id} · ${text.name}`, '', text.question, '', text.definition, '');
      lines.push(`- ${words.weight}: ${metric.weight}`, `- ${words.formula}: ${texts.formulas[metric.id]}`);
      for (const caveat of metric.caveats) lines.push(`- ${words.caveats}: ${caveat}`);
      lines.push('', ...ruleTable(metric.id, language));
    }
  }
  lines.push(
    `## ${words.topology}: ${texts.topology.name}`,
    '',
    texts.topology.question,
    '',
    texts.topology.definition,
    '',
  );
  return lines.join('\n');
}

function ruleTable(metric: string, language: Language): string[] {
  const words = WORDS[language];
  const rows = RULE_IDS.filter((rule) => rule.startsWith(`CSQA-${metric}-`));
  if (rows.length === 0) return [];
  const { rules } = textsOf(language);
  const page = language === 'en' ? 'rules.md' : 'rules.ru.md';
  return [
    `| ${words.rule} | ${words.meaning} | CWE | OWASP |`,
    '| --- | --- | --- | --- |',
    ...rows.map((rule) => {
      const { cwe, owasp } = categoriesOf(rule);
      const numbers = cwe.map((id) => id.slice('CWE-'.length)).join(', ');
      return `| [\`${rule}\`](${page}#${rule.toLowerCase()}) | ${rules[rule]} | ${numbers} | ${owasp.join(', ')} |`;
    }),
    '',
  ];
}
