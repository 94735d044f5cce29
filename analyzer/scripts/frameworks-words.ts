import type { Language } from '@csqa/report';
import type { SinkKind } from '../src/models/kinds.ts';
import type { Models } from '../src/models/models.ts';

/** The words of docs/frameworks.md; null names what is no news for itself. */
interface Words {
  readonly title: string;
  readonly intro: readonly string[];
  readonly byExpression: string;
  readonly parts: Readonly<
    Record<'entries' | 'access' | 'guards' | 'inert' | 'sinks' | 'calls' | 'unknown', string>
  >;
  readonly access: Readonly<Record<Models['access'][number]['on'], string | null>>;
  readonly sinks: Readonly<Record<SinkKind, string>>;
  readonly calls: Readonly<Record<Models['implicit'][number]['on'], string>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'What CSQA knows of frameworks',
    intro: [
      'What is recognised of each framework and library, and by what. The page is written by `npm run docs` from the rows in `analyzer/src/models/data`: a framework more is a file more, and no code.',
      'A name counts only where it is resolved to the type that it belongs to, never for itself. What a rule, a path or a caller depends on and only run time knows is reported as **unknown** with the reason: it invents no finding and makes nothing look safe.',
    ],
    byExpression: 'as the expression says',
    parts: {
      entries: 'Entry points',
      access: 'Who may call',
      guards: 'Guards',
      inert: 'Left out, or reported as without effect, where there is',
      sinks: 'Operations',
      calls: 'Calls that the framework makes',
      unknown: 'Reported as unknown',
    },
    access: {
      'path-rules': 'path rules in code, in order',
      'xml-rules': 'path rules in bean files',
      'default-protection': 'protection where the application declares no rules',
      'configured-rules': 'path rules in settings',
      'request-matcher': 'objects that match requests',
      'pattern-base': null,
      'bean-condition': 'conditions under which rules are there',
      interception: 'filters and interceptors that can refuse',
      registration: 'their registration for paths',
      'servlet-constraint': 'constraints on servlets',
      'expression-names': null,
      unreadable: null,
      'filter-map': 'maps of paths to filters',
      'order-constant': null,
      'router-checks': 'functions that check requests by path',
      'route-check': 'functions before routes',
      'argument-resolver': 'objects that give parameters and can refuse',
      preparation: 'methods that run before handlers and can refuse',
      transport: null,
      deployment: null,
      beans: null,
    },
    sinks: {
      db: 'databases',
      fs: 'files',
      exec: 'programs and code',
      http: 'outgoing requests',
      mq: 'messages sent',
      ldap: 'directories',
      template: 'templates and expressions',
      deserialization: 'deserialization',
      reflection: 'reflection and lookups',
      response: 'responses',
      xml: 'XML',
      identity: 'identities and tokens',
      mail: 'mail',
    },
    calls: {
      advice: 'advice of aspects',
      published: 'listeners of events',
      'named-method': 'methods that an annotation names',
      requested: 'handlers of declared clients',
      addressed: 'handlers of addresses that code calls',
      started: 'functions that are started',
      'handed-over': 'methods of nameless classes',
      sent: 'listeners of messages',
      lifecycle: 'callbacks of stored objects',
      'generated-body': 'bodies that a generator writes',
      injection: 'beans of injection points',
      'before-handlers': 'methods before handlers',
      thrown: 'handlers of exceptions',
    },
  },
  ru: {
    title: 'Что CSQA знает о фреймворках',
    intro: [
      'Что распознаётся в каждом фреймворке и библиотеке и по каким признакам. Страницу пишет `npm run docs` по записям в `analyzer/src/models/data`: новый фреймворк — это ещё один файл, без кода.',
      'Имя учитывается, только если установлен тип, которому оно принадлежит, и никогда само по себе. Если правило, путь или вызывающий зависят от того, что известно лишь при выполнении, сообщается **«неизвестно»** с причиной: это не создаёт находок и ничего не делает безопасным на вид.',
    ],
    byExpression: 'как велит выражение',
    parts: {
      entries: 'Точки входа',
      access: 'Кто может вызвать',
      guards: 'Защиты',
      inert: 'Не учитывается или сообщается как недействующее, если',
      sinks: 'Операции',
      calls: 'Вызовы, которые делает сам фреймворк',
      unknown: 'Сообщается как неизвестное',
    },
    access: {
      'path-rules': 'правила путей в коде, по порядку',
      'xml-rules': 'правила путей в файлах бинов',
      'default-protection': 'защита там, где приложение не объявляет правил',
      'configured-rules': 'правила путей в настройках',
      'request-matcher': 'объекты, отбирающие запросы',
      'pattern-base': null,
      'bean-condition': 'условия, при которых правила есть',
      interception: 'фильтры и перехватчики, которые могут отказать',
      registration: 'их регистрация для путей',
      'servlet-constraint': 'ограничения на сервлетах',
      'expression-names': null,
      unreadable: null,
      'filter-map': 'соответствия путей и фильтров',
      'order-constant': null,
      'router-checks': 'функции, проверяющие запросы по пути',
      'route-check': 'функции перед маршрутами',
      'argument-resolver': 'объекты, дающие параметры и способные отказать',
      preparation: 'методы, выполняемые перед обработчиками и способные отказать',
      transport: null,
      deployment: null,
      beans: null,
    },
    sinks: {
      db: 'базы данных',
      fs: 'файлы',
      exec: 'программы и код',
      http: 'исходящие запросы',
      mq: 'отправка сообщений',
      ldap: 'каталоги LDAP',
      template: 'шаблоны и выражения',
      deserialization: 'десериализация',
      reflection: 'рефлексия и поиск по имени',
      response: 'ответы',
      xml: 'XML',
      identity: 'учётные записи и токены',
      mail: 'почта',
    },
    calls: {
      advice: 'советы аспектов',
      published: 'слушатели событий',
      'named-method': 'методы, названные в аннотации',
      requested: 'обработчики объявленных клиентов',
      addressed: 'обработчики адресов, вызываемых из кода',
      started: 'запускаемые функции',
      'handed-over': 'методы безымянных классов',
      sent: 'слушатели сообщений',
      lifecycle: 'обратные вызовы хранимых объектов',
      'generated-body': 'тела методов, которые пишет генератор',
      injection: 'бины точек внедрения',
      'before-handlers': 'методы перед обработчиками',
      thrown: 'обработчики исключений',
    },
  },
};
