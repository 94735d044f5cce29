import { pluralRu } from '../../base/text.ts';
import { categoriesRu, type Facts, plural, type Rule } from '../rule.ts';

const HOPS_RU = ['шаг', 'шага', 'шагов'] as const;
const OTHERS_RU = ['операция', 'операции', 'операций'] as const;

/** Rules of group B: walls, their number, their evenness, and what they do when they fail. */
export const DEFENCE_RULES: readonly Rule[] = [
  {
    id: 'B1-thin-defence',
    en: {
      what: (facts) =>
        `${facts.text('entry')} reaches ${facts.text('operation')} through ${wallsEn(facts)}${othersEn(facts)}.`,
      why: (facts) =>
        `One mistake is enough: ${facts.text('missing')} ${facts.list('missing').length === 1 ? 'is' : 'are'} not on the road, so nothing catches what the rest lets through.`,
      fix: (facts) => `Add a wall of another kind on this road${thinFixEn(facts)}.`,
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} доходит до ${facts.text('operation')}; защита на пути: ${facts.list('present').length === 0 ? 'нет' : categoriesRu(facts.list('present'))}${othersRu(facts)}.`,
      why: (facts) =>
        `Достаточно одной ошибки: на пути нет следующего: ${categoriesRu(facts.list('missing'))}; пропущенное остальными ничто не остановит.`,
      fix: () =>
        'Добавьте на этот путь защиту другого вида: правило доступа или @PreAuthorize, @Valid с ограничениями, ограничение частоты, запись аудита.',
    },
  },
  {
    id: 'B2-privileged-near-public',
    en: {
      what: (facts) =>
        `${facts.text('entry')}, open to everyone, performs ${facts.text('operation')} ${hopsEn(facts)} (${facts.text('sink')})${othersEn(facts)}.`,
      why: () =>
        'A stranger changes, sends or runs something without ever proving who he is, and hardly any code stands in between.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Demand authentication and a role for this route in the SecurityFilterChain or by @PreAuthorize, or move the operation behind a route that does.'
          : 'Demand authentication and a right for this operation before the handler runs, or move it behind a guarded entry point.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')}, открытая для всех, выполняет ${facts.text('operation')} ${hopsRu(facts)} (${facts.text('sink')})${othersRu(facts)}.`,
      why: () =>
        'Посторонний меняет, отправляет или запускает что-то, не доказав, кто он, и между ним и операцией почти нет кода.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Потребуйте аутентификацию и роль для этого маршрута в SecurityFilterChain или через @PreAuthorize либо перенесите операцию за защищённый маршрут.'
          : 'Потребуйте аутентификацию и право на операцию до обработчика либо перенесите её за защищённую точку входа.',
    },
  },
  {
    id: 'B3-uneven-protection',
    en: {
      what: (facts) =>
        `${facts.text('operation')} is reached by ${facts.text('weak')} with ${listOrNone(facts, 'weakGuards')}, but by ${facts.text('strong')} (${facts.text('strongAt')}) with ${listOrNone(facts, 'strongGuards')}.`,
      why: () => 'An attacker takes the weaker road; the guards on the other one protect nothing.',
      fix: () =>
        'Guard both roads alike, best where they meet: on the service method that both call. If the difference is meant, suppress this finding with that reason.',
    },
    ru: {
      what: (facts) =>
        `К ${facts.text('operation')} ведут ${facts.text('weak')} (защита: ${facts.list('weakGuards').length === 0 ? 'нет' : categoriesRu(facts.list('weakGuards'))}) и ${facts.text('strong')} (${facts.text('strongAt')}, защита: ${categoriesRu(facts.list('strongGuards'))}).`,
      why: () => 'Атакующий пойдёт слабой дорогой; защита на другой ничего не даёт.',
      fix: () =>
        'Защитите обе дороги одинаково, лучше всего там, где они сходятся: на методе сервиса, который вызывают обе. Если разница намеренная, подавите находку, указав причину.',
    },
  },
  {
    id: 'B4-empty-catch',
    en: {
      what: (facts) =>
        facts.text('relevance') === ''
          ? `${facts.text('method')} swallows ${exceptions(facts)}.`
          : `${facts.text('method')} swallows ${exceptions(facts)} around security-relevant code (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: (facts) =>
        facts.text('relevance') === ''
          ? 'The program goes on as if nothing had failed, and nobody learns of it: attacks and defects leave no trace.'
          : 'When the check cannot be made, the program goes on as if it had passed, and nobody learns of it.',
      fix: (facts) =>
        facts.text('relevance') === ''
          ? 'Log the failure with its cause or rethrow it; where it may be ignored, say why in the block and catch nothing wider.'
          : 'Refuse: rethrow, answer 401 or 403, or return a refusal; log the failure with its cause.',
    },
    ru: {
      what: (facts) =>
        facts.text('relevance') === ''
          ? `${facts.text('method')} проглатывает ${exceptions(facts)}.`
          : `${facts.text('method')} проглатывает ${exceptions(facts)} вокруг кода, важного для безопасности (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: (facts) =>
        facts.text('relevance') === ''
          ? 'Программа продолжает, будто сбоя не было, и никто о нём не узнаёт: атаки и дефекты не оставляют следов.'
          : 'Если проверка не удалась, программа продолжает, будто она пройдена, и никто об этом не узнаёт.',
      fix: (facts) =>
        facts.text('relevance') === ''
          ? 'Запишите сбой и его причину в журнал или пробросьте исключение; если его можно пропустить, объясните это в блоке и не ловите ничего шире.'
          : 'Отказывайте: пробросьте исключение, ответьте 401 или 403 либо верните отказ; запишите сбой и его причину в журнал.',
    },
  },
  {
    id: 'B4-fails-open',
    en: {
      what: failsOpenEn,
      why: (facts) =>
        facts.text('construct') === 'check'
          ? 'Whoever comes is let in as far as this check goes, and everybody believes that it is made.'
          : 'Whoever can make the check fail (a slow service, an odd token, a full disk) walks through.',
      fix: (facts) =>
        facts.text('construct') === 'check'
          ? 'Let the check refuse whom it should, or remove it and leave the decision to the others.'
          : 'Fail closed: refuse or rethrow where the check fails, and let success come only from the check itself.',
    },
    ru: {
      what: failsOpenRu,
      why: (facts) =>
        facts.text('construct') === 'check'
          ? 'Эту проверку пройдёт кто угодно, а все думают, что она есть.'
          : 'Кто сумеет вызвать сбой проверки (медленный сервис, странный токен, полный диск), тот пройдёт.',
      fix: (facts) =>
        facts.text('construct') === 'check'
          ? 'Пусть проверка отказывает тем, кому должна; или уберите её и оставьте решение за остальными.'
          : 'Закрывайте при сбое: там, где проверка не удалась, откажите или пробросьте исключение; успех должен давать только сама проверка.',
    },
  },
  {
    id: 'B4-ambiguous-catch',
    en: {
      what: (facts) =>
        `${facts.text('method')} answers ${exceptions(facts)} in security-relevant code neither with a refusal nor with a rethrow (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: () =>
        'The caller cannot tell a failed check from an answer, so what happens next depends on how he reads the default.',
      fix: () => 'Make the refusal explicit: rethrow, or return a type that can only be read as "no".',
    },
    ru: {
      what: (facts) =>
        `${facts.text('method')} отвечает на ${exceptions(facts)} в коде, важном для безопасности, ни отказом, ни пробросом (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: () =>
        'Вызывающий не отличит сбой проверки от ответа; что будет дальше, зависит от того, как он поймёт значение.',
      fix: () =>
        'Сделайте отказ явным: пробросьте исключение или верните то, что можно прочесть только как «нет».',
    },
  },
  {
    id: 'B4-broad-catch',
    en: {
      what: (facts) =>
        `${facts.text('method')} takes ${exceptions(facts)} around a check for a refusal (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: () => 'A defect or a lost connection looks like a bad password or token, so nobody learns of it.',
      fix: () =>
        'Catch the exceptions that the check documents (JwtException, AuthenticationException), and let all others reach the error handler.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('method')} принимает ${exceptions(facts)} вокруг проверки за отказ (${facts.text('relevance')}, ${facts.text('relevanceAt')}).`,
      why: () =>
        'Ошибка программы или обрыв связи выглядят как неверный пароль или токен, и о них никто не узнаёт.',
      fix: () =>
        'Ловите исключения, которые обещает проверка (JwtException, AuthenticationException), а остальные пропускайте к обработчику ошибок.',
    },
  },
];

function wallsEn(facts: Facts): string {
  const present = facts.list('present');
  return present.length === 0 ? 'no guard at all' : `${present.join(' and ')} only`;
}

function othersEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : `, and ${plural(others, 'more operation')} alike`;
}

function othersRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : `, и так же ещё ${pluralRu(others, OTHERS_RU)}`;
}

function hopsEn(facts: Facts): string {
  const hops = facts.count('hops');
  return hops === 0 ? 'in the handler itself' : `after ${plural(hops, 'hop')}`;
}

function hopsRu(facts: Facts): string {
  const hops = facts.count('hops');
  return hops === 0 ? 'прямо в обработчике' : `через ${pluralRu(hops, HOPS_RU)}`;
}

function listOrNone(facts: Facts, name: string): string {
  const values = facts.list(name);
  return values.length === 0 ? 'no guard' : values.join(', ');
}

function failsOpenEn(facts: Facts): string {
  const method = facts.text('method');
  const where = `(${facts.text('relevance')}, ${facts.text('relevanceAt')})`;
  switch (facts.text('construct')) {
    case 'finally':
      return `${method} returns from finally, which throws away every failure of security-relevant code ${where}.`;
    case 'default':
      return `${method} takes a failed or missing answer of security-relevant code for a yes ${where}.`;
    case 'fallback':
      return `${method} lets pass whoever comes when the check has failed ${where}.`;
    case 'check':
      return `${method} holds a check that never refuses ${where}.`;
    default:
      return `${method} goes on as if all were well after ${exceptions(facts)} in security-relevant code ${where}.`;
  }
}

function failsOpenRu(facts: Facts): string {
  const method = facts.text('method');
  const where = `(${facts.text('relevance')}, ${facts.text('relevanceAt')})`;
  switch (facts.text('construct')) {
    case 'finally':
      return `${method} выходит через return в finally: любой сбой в коде, важном для безопасности, пропадает ${where}.`;
    case 'default':
      return `${method} принимает сбой или отсутствие ответа в коде, важном для безопасности, за «да» ${where}.`;
    case 'fallback':
      return `${method} пропускает всех, когда проверка не удалась ${where}.`;
    case 'check':
      return `В ${method} проверка, которая никогда не отказывает ${where}.`;
    default:
      return `${method} продолжает как ни в чём не бывало после ${exceptions(facts)} в коде, важном для безопасности ${where}.`;
  }
}

function exceptions(facts: Facts): string {
  return facts.text('exceptions') || 'Throwable';
}

function thinFixEn(facts: Facts): string {
  const missing = new Set(facts.list('missing'));
  const ideas: string[] = [];
  if (missing.has('authentication') || missing.has('authorization')) {
    ideas.push(facts.isOf('spring') ? 'a path rule or @PreAuthorize' : 'an access rule');
  }
  if (missing.has('validation'))
    ideas.push(facts.isOf('spring') ? '@Valid with bounds' : 'validation of the input');
  if (missing.has('rate-limiting')) ideas.push('a rate limit');
  if (missing.has('audit')) ideas.push('an audit event');
  return ideas.length === 0 ? '' : `: ${ideas.join(', ')}`;
}
