import { join } from 'node:path';
import {
  asvsReference,
  categoriesOf,
  cweReference,
  type Language,
  METRIC_IDS,
  owaspReference,
  type Reference,
  RULE_FACTS,
  RULE_IDS,
  type RuleId,
  textsOf,
} from '@csqa/report';
import { writeOrCheck } from './write-or-check.ts';

/** Writes docs/rules.md and docs/rules.ru.md: every rule with its meaning, severity and references. With `--check` it compares. */
const docs = join(import.meta.dirname, '..', '..', 'docs');

interface Words {
  readonly title: string;
  readonly intro: readonly string[];
  readonly severity: string;
  readonly weaknesses: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'The rules',
    intro: [
      'What CSQA reports, by the metric it belongs to. `csqa explain RULE` prints the same about one rule, together with its findings in a report. This page is written by `npm run docs`.',
      '**Severity.** Each rule has a base; several are named where a figure of the finding decides. It goes one step up where anybody can get there without logging in and the rule looks at that, one step down where only who is inside can (jobs, command lines), and it is at most medium where the facts are not sure: an edge of the path may not be there. What could not be decided raises nothing.',
      '**One cause, one worry.** Where several rules find the same root cause at one entry point, the one that says most stands for it; the others name its id as `sameCauseAs`.',
      '**Weaknesses.** The categories of the OWASP Top 10 are those that list the CWE numbers of the rule; numbers under API are of the OWASP API Security Top 10 2023, requirements of the OWASP ASVS 5.0.0.',
    ],
    severity: 'Severity',
    weaknesses: 'Weaknesses',
  },
  ru: {
    title: 'Правила',
    intro: [
      'О чём сообщает CSQA, по метрикам. `csqa explain ПРАВИЛО` печатает то же об одном правиле вместе с его находками в отчёте. Страницу пишет `npm run docs`.',
      '**Серьёзность.** У каждого правила есть исходная; несколько названо там, где решает число из находки. Она на ступень выше, если попасть туда может кто угодно без входа и правило на это смотрит, на ступень ниже, если только тот, кто уже внутри (задания, командная строка), и не выше средней, если факты не точны: ребра пути может и не быть. То, что определить не удалось, ничего не повышает.',
      '**Одна причина — одна забота.** Если несколько правил нашли у одной точки входа одну и ту же причину, её представляет то, что говорит больше; остальные называют его идентификатор в `sameCauseAs`.',
      '**Слабости.** Категории OWASP Top 10 — те, в чьих списках стоят номера CWE правила; номера API — из OWASP API Security Top 10 2023, требования — из OWASP ASVS 5.0.0.',
    ],
    severity: 'Серьёзность',
    weaknesses: 'Слабости',
  },
};

for (const language of ['en', 'ru'] as const) {
  writeOrCheck(join(docs, language === 'en' ? 'rules.md' : 'rules.ru.md'), page(language));
}

function page(language: Language): string {
  const words = WORDS[language];
  const texts = textsOf(language);
  const lines = [`# ${words.title}`, '', ...words.intro.flatMap((paragraph) => [paragraph, ''])];
  for (const metric of METRIC_IDS) {
    const rules = RULE_IDS.filter((rule) => rule.startsWith(`CSQA-${metric}-`));
    if (rules.length === 0) continue;
    lines.push(`## ${metric} · ${texts.metrics[metric].name}`, '');
    for (const rule of rules) lines.push(...section(rule, language));
  }
  return lines.join('\n');
}

function section(rule: RuleId, language: Language): string[] {
  const words = WORDS[language];
  const texts = textsOf(language);
  const severities = RULE_FACTS[rule].severities.map((severity) => texts.severities[severity]).join(', ');
  const { cwe, owasp, asvs } = categoriesOf(rule);
  const references = [...cwe.map(cweReference), ...owasp.map(owaspReference), ...asvs.map(asvsReference)];
  return [
    `### ${rule}`,
    '',
    `**${texts.rules[rule]}.** ${texts.ruleMeanings[rule]}`,
    '',
    `${texts.formats.howToFix}: ${texts.ruleFixes[rule]}`,
    '',
    `- ${words.severity}: ${severities}`,
    `- ${words.weaknesses}: ${references.map(linked).join(', ')}`,
    '',
  ];
}

function linked({ id, url }: Reference): string {
  return `[${id}](${url})`;
}
