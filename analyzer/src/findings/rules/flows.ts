import { pluralRu } from '../../base/text.ts';
import { type Facts, plural, type Rule } from '../rule.ts';

const OPERATIONS_RU = ['операции', 'операций', 'операций'] as const;
const HOPS_RU = ['шаг', 'шага', 'шагов'] as const;

/** Rules of group C: where values go. */
export const FLOW_RULES: readonly Rule[] = [
  {
    id: 'C1-long-unchecked-path',
    en: {
      what: (facts) =>
        `${facts.text('source')} from ${facts.text('entry')} travels ${plural(facts.count('hops'), 'hop')} unchecked to ${facts.text('operation')} (${facts.text('sink')})${dangerEn(facts)}${othersEn(facts)}.`,
      why: () =>
        'Each method on the way trusts the one before it; nobody has looked at the value when it does its work.',
      fix: () =>
        'Check the value where it comes in (type, bounds, allow-list), and bind or encode it where it is used.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('source')} из ${facts.text('entry')} без проверки проходит ${pluralRu(facts.count('hops'), HOPS_RU)} до ${facts.text('operation')} (${facts.text('sink')})${dangerRu(facts)}${othersRu(facts)}.`,
      why: () =>
        'Каждый метод на пути верит предыдущему; когда значение начинает действовать, на него ещё никто не посмотрел.',
      fix: () =>
        'Проверяйте значение на входе (тип, границы, список разрешённых), а при использовании связывайте или кодируйте.',
    },
  },
  {
    id: 'C2-exception-detail-in-response',
    en: {
      what: (facts) => `${facts.text('method')} sends ${facts.text('detail')} to the client.`,
      why: () =>
        'Messages of exceptions name tables, paths, hosts and versions; they tell an attacker what to try next.',
      fix: (facts) =>
        facts.isOf('jax-rs')
          ? 'Log the exception with an id and answer with a constant text and that id in the ExceptionMapper.'
          : 'Log the exception with an id and answer with a constant text and that id, in one @ControllerAdvice or its like.',
    },
    ru: {
      what: (facts) => `${facts.text('method')} отправляет клиенту подробности исключения.`,
      why: () =>
        'В сообщениях исключений стоят имена таблиц, пути, хосты и версии: они подсказывают атакующему следующий шаг.',
      fix: () =>
        'Запишите исключение в журнал с идентификатором, а в ответ дайте постоянный текст с этим идентификатором, в одном @ControllerAdvice или его аналоге.',
    },
  },
  {
    id: 'C3-secret-in-log',
    en: {
      what: (facts) =>
        `${facts.text('method')} writes ${facts.text('secret')} (declared at ${facts.text('declared')}) to a log.`,
      why: () => 'Logs are copied, shipped and read by many; a secret in one has to be considered known.',
      fix: () => 'Leave the value out, or log a masked form or an id of it; then change the secret.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('method')} пишет в журнал ${facts.text('secret')} (объявлено в ${facts.text('declared')}).`,
      why: () =>
        'Журналы копируют, пересылают и читают многие; попавший туда секрет следует считать раскрытым.',
      fix: () => 'Уберите значение из записи либо пишите маску или идентификатор, затем смените секрет.',
    },
  },
  {
    id: 'C3-secret-in-response',
    en: {
      what: (facts) =>
        `${facts.text('method')} returns ${facts.text('secret')} (declared at ${facts.text('declared')}) to the client.`,
      why: () => 'The secret leaves the server and lies in browsers, proxies and histories.',
      fix: () => 'Answer with a DTO that has no such field, or mark it write-only for serialisation.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('method')} возвращает клиенту ${facts.text('secret')} (объявлено в ${facts.text('declared')}).`,
      why: () => 'Секрет покидает сервер и остаётся в браузерах, прокси и историях.',
      fix: () => 'Отвечайте DTO без этого поля либо пометьте его доступным только для записи.',
    },
  },
];

function othersEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : `, and to ${plural(others, 'more operation')} no farther away`;
}

function othersRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : `, и ещё до ${pluralRu(others, OPERATIONS_RU)} не дальше`;
}

function dangerEn(facts: Facts): string {
  const danger = facts.text('danger');
  return danger === '' ? '' : `, where it is dangerous (${danger})`;
}

function dangerRu(facts: Facts): string {
  const danger = facts.text('danger');
  return danger === '' ? '' : `, где оно опасно (${danger})`;
}
