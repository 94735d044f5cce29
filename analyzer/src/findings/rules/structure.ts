import { pluralRu } from '../../base/text.ts';
import { type Facts, plural, type Rule } from '../rule.ts';

/** Rules of groups D, E and F: boundaries, dependencies, and how hard it is to mend. */
export const STRUCTURE_RULES: readonly Rule[] = [
  {
    id: 'D1-many-technologies',
    en: {
      what: (facts) =>
        `Production code is written in ${facts.text('languages')}: ${plural(facts.count('boundaries'), 'technology boundary', 'technology boundaries')}.`,
      why: () =>
        'A rule that must hold everywhere has to be written, tested and kept in step once for each language.',
      fix: () =>
        'Put the rule where all roads meet (one gateway, one service), or retire a language that carries little.',
    },
    ru: {
      what: (facts) =>
        `Рабочий код написан на: ${facts.text('languages')}; ${pluralRu(facts.count('boundaries'), ['граница технологий', 'границы технологий', 'границ технологий'])}.`,
      why: () =>
        'Правило, которое должно действовать всюду, приходится писать, проверять и согласовывать отдельно для каждого языка.',
      fix: () =>
        'Поместите правило туда, где сходятся все дороги (один шлюз, один сервис), или откажитесь от языка, на котором мало кода.',
    },
  },
  {
    id: 'D2-long-trust-chain',
    en: {
      what: (facts) =>
        `${facts.text('entry')} performs ${facts.text('operation')} ${plural(facts.count('hops'), 'hop')} after the last check (${facts.text('sink')}).`,
      why: () =>
        'Everything in between relies on a check it does not see; the next caller of any of it will not make that check.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Check again close to the operation: @PreAuthorize on the service method that performs it.'
          : 'Check again close to the operation, in the method that performs it.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} выполняет ${facts.text('operation')} через ${pluralRu(facts.count('hops'), ['шаг', 'шага', 'шагов'])} после последней проверки (${facts.text('sink')}).`,
      why: () =>
        'Всё, что между ними, полагается на проверку, которой не видит; следующий, кто вызовет любую часть цепочки, её не сделает.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Проверьте ещё раз рядом с операцией: @PreAuthorize на методе сервиса, который её выполняет.'
          : 'Проверьте ещё раз рядом с операцией, в методе, который её выполняет.',
    },
  },
  {
    id: 'E1-home-made-crypto',
    en: {
      what: (facts) => `${facts.text('method')} is cryptography of its own making (${facts.text('sign')}).`,
      why: () => 'Home-made ciphers and hashes fall to methods that are in every textbook.',
      fix: () =>
        'Use AES-GCM or a password hash (Argon2, bcrypt) of a reviewed library, with keys from a key store.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('method')}: криптография собственного изготовления (${facts.text('sign')}).`,
      why: () => 'Самодельные шифры и хеши ломаются способами из любого учебника.',
      fix: () =>
        'Возьмите AES-GCM или хеш паролей (Argon2, bcrypt) из проверенной библиотеки, ключи храните в хранилище ключей.',
    },
  },
  {
    id: 'E1-unusual-security-library',
    en: {
      what: (facts) =>
        `${facts.text('library')} ${facts.text('version')} does security work and is outside the baseline of this ecosystem.`,
      why: () =>
        'Security code that few use is reviewed by few, and the team has to follow its advisories by itself.',
      fix: () =>
        'Prefer what the platform brings; if this library is needed, pin it, name an owner for it and watch its advisories.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('library')} ${facts.text('version')} отвечает за безопасность и не входит в базовый набор экосистемы.`,
      why: () =>
        'Код безопасности, которым пользуются немногие, немногими и проверен; следить за его уязвимостями команде придётся самой.',
      fix: () =>
        'Предпочтите средства платформы; если библиотека нужна, закрепите версию, назначьте ответственного и следите за её бюллетенями.',
    },
  },
  {
    id: 'E1-many-dependencies',
    en: {
      what: (facts) =>
        `${plural(facts.count('count'), 'runtime dependency', 'runtime dependencies')} outside the baseline ${facts.count('resolved') > 0 ? 'are on class paths' : 'are declared'}.`,
      why: () =>
        'Each is code of others that runs with all rights of the product, and each has to be watched.',
      fix: () =>
        'Remove what is unused, replace small ones by the platform, and let a bot propose updates for the rest.',
    },
    ru: {
      what: (facts) =>
        `${facts.count('resolved') > 0 ? 'В class path' : 'Объявлено'} вне базового набора: ${pluralRu(facts.count('count'), ['зависимость времени выполнения', 'зависимости времени выполнения', 'зависимостей времени выполнения'])}.`,
      why: () => 'Каждая из них — чужой код со всеми правами продукта, и за каждой нужно следить.',
      fix: () =>
        'Уберите неиспользуемые, мелкие замените средствами платформы, для остальных включите автоматические обновления.',
    },
  },
  {
    id: 'E1-unpinned-dependency',
    en: {
      what: (facts) =>
        `${facts.text('libraries')}${moreEn(facts)}: the version is not fixed, and no lock file fixes it.`,
      why: () =>
        'The next build may take in other code without a change in the repository; nobody has looked at it, and no build can be repeated.',
      fix: (facts) =>
        facts.isOf('npm')
          ? 'Commit the lock file and install with npm ci, or name one version.'
          : 'Name one released version, in dependencyManagement or a version catalog, and let a bot propose newer ones.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('libraries')}${moreRu(facts)}: версия не закреплена, файла блокировки нет.`,
      why: () =>
        'Следующая сборка может взять другой код без изменений в репозитории: его никто не видел, и ни одну сборку нельзя повторить.',
      fix: () =>
        'Назовите одну выпущенную версию (в dependencyManagement, каталоге версий или файле блокировки), а новые пусть предлагает бот.',
    },
  },
  {
    id: 'F1-untested-module',
    en: {
      what: (facts) =>
        `Tests refer to ${facts.text('tested')} of ${plural(facts.count('classes'), 'class', 'classes')} of ${facts.text('module') === '.' ? 'the root module' : `module ${facts.text('module')}`}.`,
      why: () => 'A fix here cannot be shown to work, nor to have broken nothing.',
      fix: () => 'Write tests for the classes on the way from entry points to sinks first.',
    },
    ru: {
      what: (facts) =>
        `Тесты ссылаются на ${facts.text('tested')} из ${pluralRu(facts.count('classes'), ['класса', 'классов', 'классов'])} ${facts.text('module') === '.' ? 'корневого модуля' : `модуля ${facts.text('module')}`}.`,
      why: () => 'Исправление здесь нельзя показать ни работающим, ни безвредным.',
      fix: () => 'Сначала напишите тесты для классов на пути от точек входа к операциям.',
    },
  },
  {
    id: 'F1-duplication',
    en: {
      what: (facts) =>
        `${facts.text('share')} % of the code stands more than once; the largest copy is at ${facts.text('other')}.`,
      why: () => 'A hole that is mended in one copy stays open in the others.',
      fix: () => 'Move the common part into one method or class, the code on the way to sinks first.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('share')} % кода повторяется; самая большая копия: ${facts.text('other')}.`,
      why: () => 'Дыра, закрытая в одной копии, остаётся в остальных.',
      fix: () => 'Вынесите общую часть в один метод или класс, начиная с кода на пути к операциям.',
    },
  },
  {
    id: 'F2-untested-guard',
    en: {
      what: (facts) =>
        `No test exercises ${facts.text('method')}, which carries ${facts.text('guard')} (${facts.text('mechanism')}).`,
      why: () => 'Whoever removes the guard by mistake sees all tests pass.',
      fix: () =>
        'Write a test that is refused: a request without the right, or with a value that must be rejected.',
    },
    ru: {
      what: (facts) =>
        `Ни один тест не затрагивает ${facts.text('method')}, где стоит защита (${facts.text('mechanism')}).`,
      why: () => 'Кто случайно уберёт защиту, увидит, что все тесты проходят.',
      fix: () =>
        'Напишите тест, которому отказывают: запрос без права или со значением, которое должно быть отклонено.',
    },
  },
];

function moreEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` and ${others} more`;
}

function moreRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` и ещё ${others}`;
}
