import { pluralRu } from '../../base/text.ts';
import { type Facts, plural, type Rule } from '../rule.ts';

const ENTRIES_RU = ['точка входа', 'точки входа', 'точек входа'] as const;
const OPERATIONS_RU = ['операция', 'операции', 'операций'] as const;

/** Rules about one kind of guard that is not there, and about objects that go in or out whole. */
export const MISSING_DEFENCE_RULES: readonly Rule[] = [
  {
    id: 'B1-no-authorization',
    en: {
      what: (facts) =>
        `${facts.text('entry')} performs ${facts.text('operation')} (${facts.text('sink')}) for whoever is logged in${othersEn(facts)}.`,
      why: () => 'A login says who somebody is, not what he may do: the least of all accounts is enough.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Demand a right: hasRole or hasAuthority for the path, or @PreAuthorize on the service method. If every user may do it, suppress this finding with that reason.'
          : 'Demand a right before the operation: a role for the path or a check in the method. If every user may do it, suppress this finding with that reason.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} выполняет ${facts.text('operation')} (${facts.text('sink')}) для любого вошедшего${othersRu(facts)}.`,
      why: () =>
        'Вход говорит, кто человек, а не что ему можно: достаточно самой незначительной учётной записи.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Потребуйте право: hasRole или hasAuthority для пути либо @PreAuthorize на методе сервиса. Если это можно всем, подавите находку, указав причину.'
          : 'Потребуйте право до операции: роль для пути или проверку в методе. Если это можно всем, подавите находку, указав причину.',
    },
  },
  {
    id: 'B1-no-owner-check',
    en: {
      what: (facts) =>
        `${facts.text('entry')} performs ${facts.text('operation')} (${facts.text('sink')}) by an id from the request and never asks who the caller is.`,
      why: () =>
        'The records belong to somebody; whoever changes the id in the address gets those of others.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Look the record up together with its owner (findByIdAndOwner…), or check it: @PreAuthorize("@access.owns(#id, authentication)").'
          : 'Look the record up together with its owner, or compare the owner with the caller and refuse.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} выполняет ${facts.text('operation')} (${facts.text('sink')}) по идентификатору из запроса и не спрашивает, кто вызывает.`,
      why: () => 'Записи кому-то принадлежат; кто сменит идентификатор в адресе, получит чужие.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Ищите запись вместе с владельцем (findByIdAndOwner…) или проверяйте: @PreAuthorize("@access.owns(#id, authentication)").'
          : 'Ищите запись вместе с владельцем или сравнивайте владельца с вызывающим и отказывайте.',
    },
  },
  {
    id: 'B1-no-rate-limit',
    en: {
      what: (facts) => `${facts.text('entry')} tells whether a password is right, as often as anybody asks.`,
      why: () => 'Lists of leaked passwords are tried by the million; nothing slows that down here.',
      fix: () =>
        'Limit attempts for each account and address (Bucket4j, Resilience4j, the gateway), delay after failures, and count them where an alarm can see it.',
    },
    ru: {
      what: (facts) => `${facts.text('entry')} отвечает, верен ли пароль, сколько бы ни спрашивали.`,
      why: () => 'Утёкшие пароли перебирают миллионами; здесь этому ничто не мешает.',
      fix: () =>
        'Ограничьте число попыток на учётную запись и адрес (Bucket4j, Resilience4j, шлюз), вводите задержку после неудач и считайте их там, где их увидит оповещение.',
    },
  },
  {
    id: 'B1-no-audit',
    en: {
      what: (facts) =>
        `${plural(facts.count('entries'), 'entry point')} (${facts.text('entry')} first) can perform ${facts.text('operations')}${moreEn(facts)} and leave no audit event.`,
      why: () => 'Afterwards nobody can tell who did it, from where, and whether it was allowed.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Publish an AuditApplicationEvent with actor, action and outcome, or put an audit annotation with its aspect on these methods.'
          : 'Write an event with actor, action and outcome to a store of its own, on success and on refusal.',
    },
    ru: {
      what: (facts) =>
        `${pluralRu(facts.count('entries'), ENTRIES_RU)} (первая: ${facts.text('entry')}) могут выполнить ${facts.text('operations')}${moreRu(facts)}, не оставив события аудита.`,
      why: () => 'Потом никто не скажет, кто это сделал, откуда и было ли это позволено.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Публикуйте AuditApplicationEvent с исполнителем, действием и исходом или поставьте на эти методы аннотацию аудита с аспектом.'
          : 'Пишите событие с исполнителем, действием и исходом в отдельное хранилище, при успехе и при отказе.',
    },
  },
  {
    id: 'A3-mass-assignment',
    en: {
      what: (facts) =>
        `${facts.text('entry')} fills ${facts.text('type')} from the request (${facts.text('parameter')}) and stores it as it is: ${facts.text('operation')}.`,
      why: () =>
        'Every field that the class has can be set from outside: ids of other records, roles, prices, flags that no form shows.',
      fix: (facts) =>
        facts.text('source') === 'body'
          ? 'Take a record with the fields that the caller may set and copy them into the entity; read the id from the path.'
          : 'Take a form object with the fields that the caller may set; where the entity must be bound, name them in an @InitBinder by setAllowedFields.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')} заполняет ${facts.text('type')} из запроса (${facts.text('parameter')}) и сохраняет как есть: ${facts.text('operation')}.`,
      why: () =>
        'Снаружи можно задать любое поле класса: идентификатор чужой записи, роль, цену, признак, которого нет ни в одной форме.',
      fix: (facts) =>
        facts.text('source') === 'body'
          ? 'Принимайте record с полями, которые вызывающему можно задавать, и копируйте их в сущность; идентификатор берите из пути.'
          : 'Принимайте объект формы с разрешёнными полями; если связывать нужно сущность, перечислите их в @InitBinder через setAllowedFields.',
    },
  },
  {
    id: 'C2-entity-in-response',
    en: {
      what: (facts) =>
        `${facts.text('entry')}${moreEntriesEn(facts)} answers with ${facts.text('type')}${facts.count('stored') === 1 ? ' as it is stored' : ''}${secretEn(facts)}.`,
      why: (facts) =>
        facts.text('secret') === ''
          ? 'Every field that is added to the table later goes out as well, and so does what it refers to.'
          : 'The secret leaves the server with every answer.',
      fix: () =>
        'Answer with a record of the fields that the client needs; keep the rest out of reach (@JsonIgnore) until then.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('entry')}${moreEntriesRu(facts)} отвечает объектом ${facts.text('type')}${facts.count('stored') === 1 ? ' в том виде, как он хранится' : ''}${secretRu(facts)}.`,
      why: (facts) =>
        facts.text('secret') === ''
          ? 'Любое поле, добавленное в таблицу позже, тоже уйдёт наружу, как и всё, на что оно ссылается.'
          : 'Секрет покидает сервер с каждым ответом.',
      fix: () =>
        'Отвечайте объектом record с нужными клиенту полями; до тех пор закройте остальные (@JsonIgnore).',
    },
  },
];

function othersEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0
    ? ''
    : `, and so do ${plural(others, 'more entry point')}: the code knows no roles or rights at all`;
}

function othersRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0
    ? ''
    : `, и так же ещё ${pluralRu(others, ENTRIES_RU)}: ролей и прав код не знает вовсе`;
}

function moreEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` and ${plural(others, 'more operation')}`;
}

function moreRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` и ещё ${pluralRu(others, OPERATIONS_RU)}`;
}

function moreEntriesEn(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` (and ${plural(others, 'more entry point')})`;
}

function moreEntriesRu(facts: Facts): string {
  const others = facts.count('others');
  return others === 0 ? '' : ` (и ещё ${pluralRu(others, ENTRIES_RU)})`;
}

function secretEn(facts: Facts): string {
  return facts.text('secret') === '' ? '' : `, with ${facts.text('secret')}`;
}

function secretRu(facts: Facts): string {
  return facts.text('secret') === '' ? '' : `, вместе с ${facts.text('secret')}`;
}
