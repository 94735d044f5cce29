import type { Facts, Rule } from '../rule.ts';

/** Rules about the libraries that are really there. */
export const LIBRARY_RULES: readonly Rule[] = [
  {
    id: 'E1-version-conflict',
    en: {
      what: (facts) => {
        const wanted = facts.text('wanted');
        const asked =
          wanted === '' ? '' : `; asked for and not there: ${wanted}${more(facts, 'and', 'more')}`;
        return `${facts.text('library')} is on the class path as ${facts.text('chosen')}${asked}.`;
      },
      why: () =>
        'Which version runs follows from the order of declarations: code meets another version than it was built for, and a corrected version can lose to one that is not.',
      fix: () =>
        'Decide on one version in dependencyManagement (Gradle: a platform or a constraint), and let the build fail on others (requireUpperBoundDeps of the Enforcer plugin, failOnVersionConflict).',
    },
    ru: {
      what: (facts) => {
        const wanted = facts.text('wanted');
        const asked = wanted === '' ? '' : `; нужны были и не попали: ${wanted}${more(facts, 'и ещё', '')}`;
        return `${facts.text('library')} стоит в class path в версии ${facts.text('chosen')}${asked}.`;
      },
      why: () =>
        'Какая версия выполняется, зависит от порядка объявлений: код встречает не ту версию, с которой собирался, а исправленная версия может уступить неисправленной.',
      fix: () =>
        'Выберите одну версию в dependencyManagement (в Gradle — platform или constraint), а сборка пусть падает на других (requireUpperBoundDeps плагина Enforcer, failOnVersionConflict).',
    },
  },
  {
    id: 'E1-vulnerable-component',
    en: {
      what: (facts) => {
        const through = facts.list('through');
        const origin = through.length === 0 ? '' : `, brought by ${through.join(' → ')},`;
        return `${facts.text('component')}${origin} has known vulnerabilities: ${facts.text('advisories')}${more(facts, 'and', 'more')}.`;
      },
      why: () =>
        'The way in is published, and so, often, is a program that takes it; scanners of attackers look for exactly this version.',
      fix: (facts) =>
        facts.text('fixed') === ''
          ? 'No version without all of them is named: replace the library, or show that the affected code cannot be reached and suppress this finding with that reason and a date.'
          : `Raise it to ${facts.text('fixed')} or newer${facts.list('through').length === 0 ? '' : ', in dependencyManagement or by a newer version of what brings it'}.`,
    },
    ru: {
      what: (facts) => {
        const through = facts.list('through');
        const origin = through.length === 0 ? '' : ` (приходит через ${through.join(' → ')})`;
        return `У ${facts.text('component')}${origin} есть известные уязвимости: ${facts.text('advisories')}${more(facts, 'и ещё', '')}.`;
      },
      why: () =>
        'Путь внутрь опубликован, часто вместе с готовой программой; сканеры нападающих ищут именно эту версию.',
      fix: (facts) =>
        facts.text('fixed') === ''
          ? 'Версия без всех этих уязвимостей не названа: замените библиотеку или покажите, что уязвимый код недостижим, и подавите находку с этой причиной и сроком.'
          : `Поднимите версию до ${facts.text('fixed')} или новее${facts.list('through').length === 0 ? '' : ' — в dependencyManagement или обновив то, что её приносит'}.`,
    },
  },
];

/** What a list leaves out: ` and 3 more`. */
function more(facts: Facts, before: string, after: string): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` ${before} ${others} ${after}`.trimEnd();
}
