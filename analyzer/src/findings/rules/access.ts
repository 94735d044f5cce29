import { pluralRu } from '../../base/text.ts';
import { type Facts, plural, type Rule } from '../rule.ts';

const METHODS_RU = ['метод', 'метода', 'методов'] as const;
const ENDPOINTS_RU = ['точка', 'точки', 'точек'] as const;

/** Rules about access rules that do not do what they say, and doors that a library opens. */
export const ACCESS_RULES: readonly Rule[] = [
  {
    id: 'A1-inert-guard',
    en: {
      what: (facts) =>
        `@${facts.text('annotation')} on ${facts.text('methods')}${moreEn(facts, 'more method')} protects nothing: ${facts.text('reason')}.`,
      why: () =>
        'Everybody who reads the code believes the method to be guarded, so nobody guards it elsewhere.',
      fix: (facts) => inertFix(facts).en,
    },
    ru: {
      what: (facts) =>
        `@${facts.text('annotation')} на ${facts.text('methods')}${moreRu(facts, METHODS_RU)} ничего не защищает: ${facts.text('reason')}.`,
      why: () => 'Всякий, кто читает код, считает метод защищённым, и потому больше никто его не защищает.',
      fix: (facts) => inertFix(facts).ru,
    },
  },
  {
    id: 'A1-shadowed-rule',
    en: {
      what: (facts) =>
        `${facts.text('rule')} is never asked: ${facts.text('by')} (${facts.text('byAt')}) takes all of its requests${weakerEn(facts)}.`,
      why: (facts) =>
        facts.text('weaker') === 'yes'
          ? 'Rules are tried in order and the first that fits decides: what somebody meant to protect stands open.'
          : 'Rules are tried in order and the first that fits decides: this one says something that is not so, and misleads whoever changes it.',
      fix: (facts) =>
        facts.text('kind') === 'chain'
          ? 'Give the earlier chain a securityMatcher of its own paths, or order this one before it (@Order).'
          : 'Write the narrower rule before the wider one, or remove it.',
    },
    ru: {
      what: (facts) =>
        `До правила ${facts.text('rule')} дело не доходит: все его запросы забирает ${facts.text('by')} (${facts.text('byAt')})${weakerRu(facts)}.`,
      why: (facts) =>
        facts.text('weaker') === 'yes'
          ? 'Правила проверяются по порядку, решает первое подходящее: то, что хотели защитить, открыто.'
          : 'Правила проверяются по порядку, решает первое подходящее: это говорит то, чего нет, и введёт в заблуждение того, кто будет его менять.',
      fix: (facts) =>
        facts.text('kind') === 'chain'
          ? 'Задайте предыдущей цепочке свой securityMatcher или поставьте эту перед ней (@Order).'
          : 'Поставьте более узкое правило перед более широким или уберите его.',
    },
  },
  {
    id: 'A1-any-verb',
    en: {
      what: (facts) => `${facts.text('entry')} answers every verb and performs ${facts.text('operation')}.`,
      why: () =>
        'Protection against forged requests does not look at GET: a link or a picture on another site is enough to make a user who is logged in do it.',
      fix: () =>
        'Name the verb: @PostMapping, @PutMapping, @DeleteMapping instead of @RequestMapping without method.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} отвечает на любой метод HTTP и выполняет ${facts.text('operation')}.`,
      why: () =>
        'Защита от поддельных запросов не смотрит на GET: достаточно ссылки или картинки на чужом сайте, чтобы вошедший пользователь это сделал.',
      fix: () =>
        'Назовите метод: @PostMapping, @PutMapping, @DeleteMapping вместо @RequestMapping без method.',
    },
  },
  {
    id: 'A1-management-exposed',
    en: {
      what: (facts) =>
        `${facts.text('endpoints')}${moreEn(facts, 'more endpoint')} of a library answer everybody.`,
      why: (facts) =>
        facts.text('gives') === 'dangerous'
          ? 'A stranger reads settings with their secrets or the whole memory, or changes how the application runs.'
          : facts.text('gives') === 'descriptive'
            ? 'A stranger gets the map of all entry points with their parameters; that is half the work of an attack.'
            : 'A stranger learns what runs inside: versions, beans, routes, figures, other services.',
      fix: (facts) => managementFix(facts).en,
    },
    ru: {
      what: (facts) =>
        `${facts.text('endpoints')}${moreRu(facts, ENDPOINTS_RU)}: эти точки входа библиотеки отвечают всем.`,
      why: (facts) =>
        facts.text('gives') === 'dangerous'
          ? 'Посторонний читает настройки вместе с секретами или всю память либо меняет работу приложения.'
          : facts.text('gives') === 'descriptive'
            ? 'Посторонний получает карту всех точек входа с параметрами; это половина работы для атаки.'
            : 'Посторонний узнаёт, что работает внутри: версии, компоненты, маршруты, показатели, другие сервисы.',
      fix: (facts) => managementFix(facts).ru,
    },
  },
];

function moreEn(facts: Facts, one: string): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` and ${plural(others, one)}`;
}

function moreRu(facts: Facts, forms: readonly [string, string, string]): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` и ещё ${pluralRu(others, forms)}`;
}

function weakerEn(facts: Facts): string {
  return facts.text('weaker') === 'yes'
    ? `, and they meet "${facts.text('gets')}" instead of "${facts.text('asks')}"`
    : '';
}

const VERDICTS_RU: Readonly<Record<string, string>> = {
  public: 'открыто всем',
  authenticated: 'после входа',
  authorized: 'по правам',
  denied: 'запрещено',
  unknown: 'неизвестно',
};

function weakerRu(facts: Facts): string {
  const named = (name: string) => VERDICTS_RU[facts.text(name)] ?? facts.text(name);
  return facts.text('weaker') === 'yes' ? `; вместо «${named('asks')}» выходит «${named('gets')}»` : '';
}

function inertFix(facts: Facts): { readonly en: string; readonly ru: string } {
  if (facts.isOf('org.springframework.security')) {
    return {
      en: 'Put @EnableMethodSecurity on a configuration class (securedEnabled = true for @Secured), keep annotated methods public and non-final, and call them through the bean; then test a request that must be refused.',
      ru: 'Поставьте @EnableMethodSecurity на конфигурационный класс (securedEnabled = true для @Secured), оставьте методы публичными и не final и вызывайте их через бин; затем проверьте запрос, которому должны отказать.',
    };
  }
  if (facts.isOf('javax.annotation', 'jakarta.annotation')) {
    return {
      en: 'Switch role checks on: @EnableMethodSecurity(jsr250Enabled = true) in Spring, RolesAllowedDynamicFeature in Jersey; then test a request that must be refused.',
      ru: 'Включите проверку ролей: @EnableMethodSecurity(jsr250Enabled = true) в Spring, RolesAllowedDynamicFeature в Jersey; затем проверьте запрос, которому должны отказать.',
    };
  }
  return {
    en: 'Switch on what reads the annotation (its interceptor, advisor or feature), or replace it by a check that runs; then test a request that must be refused.',
    ru: 'Включите то, что читает аннотацию (перехватчик, советник или feature), либо замените её действующей проверкой; затем проверьте запрос, которому должны отказать.',
  };
}

function managementFix(facts: Facts): { readonly en: string; readonly ru: string } {
  if (facts.isOf('framework:spring-supplied.actuator')) {
    return {
      en: 'Expose health only (management.endpoints.web.exposure.include=health), or demand a role: requestMatchers(EndpointRequest.toAnyEndpoint()).hasRole("ADMIN"), best on a management.server.port of its own.',
      ru: 'Откройте только health (management.endpoints.web.exposure.include=health) или потребуйте роль: requestMatchers(EndpointRequest.toAnyEndpoint()).hasRole("ADMIN"), лучше на отдельном management.server.port.',
    };
  }
  if (facts.isOf('framework:spring-supplied.h2-console')) {
    return {
      en: 'Switch the console off outside of development: spring.h2.console.enabled=false in the default profile, true in the development one only.',
      ru: 'Отключите консоль вне разработки: spring.h2.console.enabled=false в профиле по умолчанию и true только в профиле разработки.',
    };
  }
  return {
    en: 'Switch it off in production by its property, or demand a role for its paths before the rule that permits them.',
    ru: 'Отключите её в рабочем окружении свойством библиотеки или потребуйте роль для её путей раньше разрешающего правила.',
  };
}
