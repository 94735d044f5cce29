import { join } from 'node:path';
import { type Language, textsOf } from '@csqa/report';
import { compareText } from '../src/base/ordering.ts';
import { labelIn } from '../src/base/text.ts';
import { readModels } from '../src/models/load-models.ts';
import { simpleName } from '../src/models/match/name-pattern.ts';
import type { Models } from '../src/models/models.ts';
import { WORDS } from './frameworks-words.ts';
import { writeOrCheck } from './write-or-check.ts';

/** Writes docs/frameworks.md and docs/frameworks.ru.md: what is known of each framework. With `--check` it compares. */
const docs = join(import.meta.dirname, '..', '..', 'docs');
const models = await readModels(new URL('../src/models/data/', import.meta.url));

/** Keys of rows under which types stand, and annotations. */
const TYPES = ['type', 'subtypes', 'parameterTypes', 'builder', 'beans', 'makers', 'router', 'aspect'];
const ANNOTATIONS = ['annotation', 'typeAnnotation', 'clientAnnotation'];

for (const language of ['en', 'ru'] as const) {
  writeOrCheck(join(docs, language === 'en' ? 'frameworks.md' : 'frameworks.ru.md'), page(language));
}

type Lines = readonly string[];

function page(language: Language): string {
  const words = WORDS[language];
  const sections = models.frameworks
    .map(({ id, title }) => ({ title: labelIn(language, title), lines: sectionOf(id, language) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((left, right) => compareText(left.title, right.title));
  return [
    `# ${words.title}`,
    '',
    ...words.intro.flatMap((paragraph) => [paragraph, '']),
    ...sections.flatMap(({ title, lines }) => [`## ${title}`, '', ...lines, '']),
  ].join('\n');
}

function sectionOf(framework: string, language: Language): Lines {
  const own = <Name extends 'entries' | 'guards' | 'access' | 'sinks' | 'conditions' | 'implicit'>(
    name: Name,
  ) => (models[name] as readonly Models[Name][number][]).filter((row) => row.framework === framework);
  const words = WORDS[language];
  const texts = textsOf(language);
  const entries = grouped(own('entries'), (row) => texts.entryKinds[row.kind]);
  const guards = grouped(own('guards'), (row) =>
    row.category === 'by-expression' ? words.byExpression : texts.guardCategories[row.category],
  );
  const access = grouped(own('access'), (row) => words.access[row.on]);
  const sinks = grouped(own('sinks'), (row) => words.sinks[row.kind]);
  const calls = grouped(own('implicit'), (row) => words.calls[row.on]);
  const inert = own('conditions').map(({ missing }) => labelIn(language, missing));
  const unknown = own('access').flatMap((row) => reasonsOf(row, language));
  return [
    ...part(words.parts.entries, entries),
    ...part(words.parts.access, access),
    ...part(words.parts.guards, guards),
    ...part(words.parts.inert, inert),
    ...part(words.parts.sinks, sinks),
    ...part(words.parts.calls, calls),
    ...part(words.parts.unknown, unknown),
  ];
}

function part(name: string, items: Lines): Lines {
  return items.length === 0 ? [] : [`- **${name}:** ${items.join('; ')}`];
}

/** `HTTP (@GetMapping, @PostMapping)` for each group of rows; what has no name for itself is left out. */
function grouped<Row extends object>(rows: readonly Row[], nameOf: (row: Row) => string | null): Lines {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null) continue;
    const members = groups.get(name) ?? new Set<string>();
    for (const each of marksOf(row)) members.add(each);
    groups.set(name, members);
  }
  return [...groups].map(([name, members]) => {
    const sorted = [...members].sort(compareText).map((each) => `\`${each}\``);
    return sorted.length === 0 ? name : `${name} (${sorted.join(', ')})`;
  });
}

/** What a row is recognised by: annotations and types by their simple names, else libraries and files. */
function marksOf(row: object): Lines {
  const annotations = ANNOTATIONS.flatMap((key) => namesAt(row, key).map((name) => `@${shortName(name)}`));
  const types = TYPES.flatMap((key) => namesAt(row, key).map(shortName));
  const marks = [...annotations, ...types];
  return marks.length > 0 ? marks : ['dependency', 'extensions'].flatMap((key) => namesAt(row, key));
}

function namesAt(row: object, key: string): Lines {
  const value: unknown = Object.entries(row).find(([name]) => name === key)?.[1];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** `Outer.Inner`; a pattern over a package keeps the package. */
function shortName(type: string): string {
  return type.endsWith('*') ? type : simpleName(type).replaceAll('$', '.');
}

/** The sentences with which rules stay undecided. */
function reasonsOf(row: Models['access'][number], language: Language): Lines {
  if (row.on === 'unreadable') return [labelIn(language, row.reason)];
  if (row.on === 'deployment') return [labelIn(language, row.missing)];
  return row.on === 'interception' && row.unread !== undefined ? [labelIn(language, row.unread)] : [];
}
