import { pluralRu } from '../../base/text.ts';
import type { Facts, Rule } from '../rule.ts';

/** Rules of group A: what stands open, and how wide. */
export const ATTACK_SURFACE_RULES: readonly Rule[] = [
  {
    id: 'A1-public-entry-point',
    en: {
      what: (facts) =>
        facts.list('operations').length > 0
          ? `${facts.text('entry')} is open to everyone and leads to ${facts.text('operations')}.`
          : `${facts.text('entry')} is open to everyone.`,
      why: (facts) =>
        `Nothing asks the caller who he is (${facts.text('mechanism')}${places(facts, '; see ')}), so whatever it does can be done by a stranger, as often as he likes.`,
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Demand a user in the SecurityFilterChain: requestMatchers("<path>").authenticated() or .hasRole(…) before the rules that permit, or @PreAuthorize on the handler with @EnableMethodSecurity. If it is meant to be public, suppress this finding with that reason.'
          : facts.isOf('jax-rs')
            ? 'Put @RolesAllowed on the resource method and make sure that role checks are switched on (RolesAllowedDynamicFeature or the container). If it is meant to be public, suppress this finding with that reason.'
            : 'Demand an authenticated user before the handler runs: a security constraint, a filter that refuses, or a check in the handler. If it is meant to be public, suppress this finding with that reason.',
    },
    ru: {
      what: (facts) =>
        facts.list('operations').length > 0
          ? `${facts.text('entry')} открыта для всех и ведёт к ${facts.text('operations')}.`
          : `${facts.text('entry')} открыта для всех.`,
      why: (facts) =>
        `Никто не спрашивает, кто пришёл (${facts.text('mechanism')}${places(facts, '; см. ')}): всё, что делает эта точка входа, может сделать посторонний, сколько угодно раз.`,
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Потребуйте пользователя в SecurityFilterChain: requestMatchers("<путь>").authenticated() или .hasRole(…) раньше разрешающих правил, либо @PreAuthorize на обработчике вместе с @EnableMethodSecurity. Если доступ открыт намеренно, подавите находку, указав причину.'
          : 'Потребуйте аутентифицированного пользователя до обработчика: ограничение безопасности, отклоняющий фильтр или проверка в самом обработчике. Если доступ открыт намеренно, подавите находку, указав причину.',
    },
  },
  {
    id: 'A1-unvalidated-input',
    en: {
      what: (facts) => `${facts.text('entry')} takes ${facts.text('parameters')} without validation.`,
      why: () =>
        'Every part of the code behind it has to expect any value at all, and the first that does not is the hole.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Take a DTO whose fields carry bounds (@Size, @Pattern, @Min and @Max …) and mark the parameter @Valid; for single parameters put @Validated on the class.'
          : 'Take a type whose fields carry bounds and validate it before the first use; reject what does not fit.',
    },
    ru: {
      what: (facts) => `${facts.text('entry')} принимает ${facts.text('parameters')} без валидации.`,
      why: () =>
        'Весь код за этой точкой должен быть готов к любому значению; первое место, которое не готово, и есть дыра.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Принимайте DTO с ограничениями на полях (@Size, @Pattern, @Min и @Max …) и пометьте параметр @Valid; для отдельных параметров поставьте @Validated на класс.'
          : 'Принимайте тип с ограничениями на полях и проверяйте его до первого использования; неподходящее отклоняйте.',
    },
  },
  {
    id: 'A2-complex-near-entry',
    en: {
      what: (facts) =>
        `${facts.text('method')} has cognitive complexity ${facts.text('complexity')} ${distanceEn(facts)}.`,
      why: () =>
        'Code that strangers reach first is where a misread branch becomes a way in, and this one is hard to read.',
      fix: () =>
        'Split it by what it decides: guard clauses first, then one method for each case; keep nesting at one level.',
    },
    ru: {
      what: (facts) =>
        `Когнитивная сложность ${facts.text('method')} равна ${facts.text('complexity')}, и ${distanceRu(facts)}.`,
      why: () =>
        'До этого кода посторонний доходит первым; здесь неверно прочитанная ветка становится входом, а читать его трудно.',
      fix: () =>
        'Разделите по решениям: сначала отсекающие проверки, затем метод на каждый случай; не больше одного уровня вложенности.',
    },
  },
  {
    id: 'A3-loose-input',
    en: {
      what: (facts) =>
        `${facts.text('entry')} takes ${facts.text('parameter')} as ${facts.text('type')} (${facts.text('entropy')} input).`,
      why: (facts) =>
        facts.text('entropy') === 'binary'
          ? 'Any bytes of any size come in; format, size and content must be checked by hand everywhere.'
          : 'Any shape comes in: the type tells neither the reader nor the framework what is allowed.',
      fix: (facts) =>
        facts.text('entropy') === 'binary'
          ? 'Limit the size, check the type by content and against an allow-list, and give the stored file a name of your own.'
          : 'Replace it by a record or DTO with the fields that are really used, each with bounds, and validate it.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} принимает ${facts.text('parameter')} как ${facts.text('type')} (${entropyRu(facts)}).`,
      why: (facts) =>
        facts.text('entropy') === 'binary'
          ? 'Приходят любые байты любого размера; формат, размер и содержимое придётся всюду проверять вручную.'
          : 'Приходит что угодно: тип не говорит ни читателю, ни фреймворку, что разрешено.',
      fix: (facts) =>
        facts.text('entropy') === 'binary'
          ? 'Ограничьте размер, проверяйте тип по содержимому и по списку разрешённых, а сохраняемому файлу давайте своё имя.'
          : 'Замените на record или DTO с действительно нужными полями, задайте границы каждого поля и проверяйте их.',
    },
  },
];

function places(facts: Facts, lead: string): string {
  const evidence = facts.list('evidence');
  return evidence.length === 0 ? '' : `${lead}${evidence.slice(0, 3).join(', ')}`;
}

function distanceEn(facts: Facts): string {
  const distance = facts.count('distance');
  if (distance === 0) return 'and is itself an entry point';
  return distance === 1 ? 'one hop from an entry point' : `${distance} hops from an entry point`;
}

function entropyRu(facts: Facts): string {
  return facts.text('entropy') === 'binary' ? 'двоичный ввод' : 'ввод без типа';
}

function distanceRu(facts: Facts): string {
  const distance = facts.count('distance');
  return distance === 0
    ? 'это сама точка входа'
    : `до него ${pluralRu(distance, ['шаг', 'шага', 'шагов'])} от точки входа`;
}
