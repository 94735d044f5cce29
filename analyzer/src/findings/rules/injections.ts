import { pluralRu } from '../../base/text.ts';
import { type Facts, plural, type Rule, type RuleName } from '../rule.ts';

/** What one kind of injection says: where the value ends, what follows, how to write it instead. */
interface Injection {
  readonly id: RuleName;
  readonly en: InjectionText;
  readonly ru: InjectionText;
}

interface InjectionText {
  /** `becomes part of the text of an SQL statement`. */
  readonly ends: string;
  readonly why: string;
  readonly fix: string | ((facts: Facts) => string);
}

const ENTRIES_RU = ['точка входа', 'точки входа', 'точек входа'] as const;
const OPERATIONS_RU = ['операция', 'операции', 'операций'] as const;

const INJECTIONS: readonly Injection[] = [
  {
    id: 'C1-sql-injection',
    en: {
      ends: 'becomes part of the text of an SQL statement',
      why: 'Whoever sends the value writes the statement: he reads other rows, changes them, or logs in without a password.',
      fix: (facts) => sqlFix(facts).en,
    },
    ru: {
      ends: 'становится частью текста запроса SQL',
      why: 'Кто присылает значение, тот и пишет запрос: читает чужие строки, меняет их или входит без пароля.',
      fix: (facts) => sqlFix(facts).ru,
    },
  },
  {
    id: 'C1-nosql-injection',
    en: {
      ends: 'becomes part of a query of a document or key-value store',
      why: 'Operators inside the value change what the query asks for, up to all documents.',
      fix: 'Build the query from typed criteria (Criteria.where(field).is(value), Filters.eq) instead of parsing text.',
    },
    ru: {
      ends: 'становится частью запроса к документной базе или хранилищу ключей',
      why: 'Операторы внутри значения меняют смысл запроса, вплоть до выдачи всех документов.',
      fix: 'Собирайте запрос из типизированных условий (Criteria.where(поле).is(значение), Filters.eq), а не разбором текста.',
    },
  },
  {
    id: 'C1-command-injection',
    en: {
      ends: 'becomes part of a command that is run',
      why: 'The server runs what the sender writes, with all rights of the application.',
      fix: 'Call a library instead of a program; if the program is needed, start it without a shell by ProcessBuilder with a fixed name, and take the argument from an allow-list.',
    },
    ru: {
      ends: 'становится частью запускаемой команды',
      why: 'Сервер выполняет то, что написал отправитель, со всеми правами приложения.',
      fix: 'Вызывайте библиотеку вместо программы; если без неё никак, запускайте без оболочки через ProcessBuilder с постоянным именем, а аргумент берите из списка разрешённых.',
    },
  },
  {
    id: 'C1-code-injection',
    en: {
      ends: 'is evaluated as code or as an expression',
      why: 'Expression languages reach every class on the class path: the sender runs code of his own on the server.',
      fix: (facts) =>
        facts.isOf('expressions.spel', 'spring')
          ? 'Do not parse input as SpEL; where rules must be configurable, evaluate them with SimpleEvaluationContext and pass the input as a variable.'
          : 'Do not evaluate input; map it to one of a fixed set of expressions, and pass the rest as variables.',
    },
    ru: {
      ends: 'вычисляется как код или выражение',
      why: 'Языки выражений достают до любого класса: отправитель выполняет на сервере свой код.',
      fix: (facts) =>
        facts.isOf('expressions.spel', 'spring')
          ? 'Не разбирайте ввод как SpEL; если правила должны настраиваться, вычисляйте их с SimpleEvaluationContext, а ввод передавайте переменной.'
          : 'Не вычисляйте ввод; выбирайте по нему одно из заданных выражений, а остальное передавайте переменными.',
    },
  },
  {
    id: 'C1-template-injection',
    en: {
      ends: 'is compiled as a template or names one',
      why: 'Template languages can call methods and read files; the sender writes the template.',
      fix: 'Keep templates in the application and pass input only as model values; choose a template by a fixed set of names.',
    },
    ru: {
      ends: 'компилируется как шаблон или называет его',
      why: 'Языки шаблонов вызывают методы и читают файлы, а шаблон пишет отправитель.',
      fix: 'Храните шаблоны в приложении, ввод передавайте только значениями модели, а шаблон выбирайте из заданного набора имён.',
    },
  },
  {
    id: 'C1-unsafe-reflection',
    en: {
      ends: 'chooses a class or a member by name',
      why: 'The sender decides which code is loaded and called; static initialisers and setters alone can do harm.',
      fix: 'Map the value to one of a fixed set of classes or fields and refuse everything else.',
    },
    ru: {
      ends: 'выбирает класс или его член по имени',
      why: 'Отправитель решает, какой код загрузить и вызвать; навредить могут уже статические инициализаторы и сеттеры.',
      fix: 'Выбирайте по значению один из заданных классов или полей, остальное отклоняйте.',
    },
  },
  {
    id: 'C1-unsafe-deserialization',
    en: {
      ends: 'is deserialised into objects of any class',
      why: 'Classes on the class path run code while they are read; known chains end in running commands.',
      fix: 'Read data formats (JSON into a fixed type without default typing, SafeConstructor for YAML); where Java serialisation must stay, set an ObjectInputFilter that allows the expected classes only.',
    },
    ru: {
      ends: 'десериализуется в объекты любого класса',
      why: 'Некоторые классы выполняют код уже при чтении; известные цепочки кончаются запуском команд.',
      fix: 'Читайте форматы данных (JSON в заданный тип без default typing, YAML с SafeConstructor); если сериализация Java неизбежна, задайте ObjectInputFilter, пропускающий только ожидаемые классы.',
    },
  },
  {
    id: 'C1-path-traversal',
    en: {
      ends: 'becomes part of a file path',
      why: 'With ../ in the value the sender leaves the intended directory and reads or overwrites other files.',
      fix: 'Give stored files names of your own; else resolve the name against the base, normalise, and refuse unless the result startsWith(base), or keep only the last part of the name.',
    },
    ru: {
      ends: 'становится частью пути к файлу',
      why: 'С ../ в значении отправитель выходит из задуманного каталога и читает или перезаписывает другие файлы.',
      fix: 'Давайте хранимым файлам свои имена; иначе разрешайте имя относительно базы, нормализуйте и отклоняйте, если результат не startsWith(base), либо оставляйте только последнюю часть имени.',
    },
  },
  {
    id: 'C1-ssrf',
    en: {
      ends: 'decides which address the server calls',
      why: 'The server reaches what the sender does not: internal services, metadata of the cloud, its own management port.',
      fix: 'Compare the host of the parsed URI with an allow-list, refuse private and link-local addresses after resolution, and do not follow redirects.',
    },
    ru: {
      ends: 'решает, к какому адресу обратится сервер',
      why: 'Сервер достаёт туда, куда отправитель не может: внутренние сервисы, метаданные облака, собственный порт управления.',
      fix: 'Сравнивайте хост разобранного URI со списком разрешённых, после разрешения имени отклоняйте частные и локальные адреса и не следуйте перенаправлениям.',
    },
  },
  {
    id: 'C1-xss',
    en: {
      ends: 'is written into a page as it is',
      why: 'Script in the value runs in the browser of whoever opens the page, with his session.',
      fix: 'Render through a template that escapes (Thymeleaf th:text), or encode for the place: HtmlUtils.htmlEscape, Encode.forHtml; answer data as application/json.',
    },
    ru: {
      ends: 'пишется в страницу как есть',
      why: 'Скрипт из значения выполнится в браузере того, кто откроет страницу, с его сеансом.',
      fix: 'Выводите через экранирующий шаблон (Thymeleaf th:text) или кодируйте для места вывода: HtmlUtils.htmlEscape, Encode.forHtml; данные отдавайте как application/json.',
    },
  },
  {
    id: 'C1-open-redirect',
    en: {
      ends: 'decides where the browser is sent',
      why: 'A link to this site leads to another one that looks the same and asks for the password.',
      fix: 'Redirect to paths of your own only: a fixed set of targets, or a value that starts with one slash and has no host.',
    },
    ru: {
      ends: 'решает, куда отправить браузер',
      why: 'Ссылка на этот сайт приводит на похожий чужой, который спросит пароль.',
      fix: 'Перенаправляйте только на свои пути: по заданному набору или по значению, которое начинается с одной косой черты и не содержит хоста.',
    },
  },
  {
    id: 'C1-header-injection',
    en: {
      ends: 'is written into a header of the response',
      why: 'Line breaks in the value end the header and begin others, or a whole answer of the sender.',
      fix: 'Take the value from a fixed set, or refuse carriage returns and line feeds before it is set.',
    },
    ru: {
      ends: 'пишется в заголовок ответа',
      why: 'Переводы строк в значении завершают заголовок и начинают другие, а то и целый ответ отправителя.',
      fix: 'Берите значение из заданного набора или отклоняйте символы перевода строки до записи.',
    },
  },
  {
    id: 'C1-ldap-injection',
    en: {
      ends: 'becomes part of an LDAP filter or name',
      why: 'Wildcards and brackets in the value widen the filter: other people are found, or a login succeeds without its password.',
      fix: 'Build filters with LdapQueryBuilder or Filter objects, or encode with LdapEncoder.filterEncode and nameEncode.',
    },
    ru: {
      ends: 'становится частью фильтра или имени LDAP',
      why: 'Звёздочки и скобки в значении расширяют фильтр: находятся чужие записи или вход удаётся без пароля.',
      fix: 'Собирайте фильтры через LdapQueryBuilder или объекты Filter либо кодируйте LdapEncoder.filterEncode и nameEncode.',
    },
  },
  {
    id: 'C1-xpath-injection',
    en: {
      ends: 'becomes part of an XPath expression',
      why: 'Quotes in the value change what the expression selects.',
      fix: 'Keep the expression constant and pass the value by an XPathVariableResolver.',
    },
    ru: {
      ends: 'становится частью выражения XPath',
      why: 'Кавычки в значении меняют то, что выберет выражение.',
      fix: 'Оставьте выражение постоянным, а значение передайте через XPathVariableResolver.',
    },
  },
  {
    id: 'C1-xxe',
    en: {
      ends: 'is parsed as XML by a parser that resolves external entities',
      why: 'A document type in the value makes the server read local files and call internal addresses.',
      fix: 'Switch document types off before parsing: setFeature("http://apache.org/xml/features/disallow-doctype-decl", true), for StAX SUPPORT_DTD false.',
    },
    ru: {
      ends: 'разбирается как XML, и внешние сущности не отключены',
      why: 'Объявление типа документа в значении заставит сервер читать локальные файлы и обращаться к внутренним адресам.',
      fix: 'Отключите объявления типа до разбора: setFeature("http://apache.org/xml/features/disallow-doctype-decl", true), для StAX SUPPORT_DTD = false.',
    },
  },
  {
    id: 'C1-jndi-injection',
    en: {
      ends: 'is looked up in a directory by name',
      why: 'A name with a protocol in it makes the server load objects from a host of the sender.',
      fix: 'Look up constant names only, or one of a fixed set.',
    },
    ru: {
      ends: 'ищется в каталоге JNDI по имени',
      why: 'Имя с протоколом заставит сервер загрузить объекты с хоста отправителя.',
      fix: 'Ищите только постоянные имена или одно из заданного набора.',
    },
  },
  {
    id: 'C1-log-injection',
    en: {
      ends: 'is written to a log with its line breaks',
      why: 'A line break in the value begins a line that the application never wrote: forged records hide what really happened.',
      fix: 'Take line breaks out (replaceAll("[\\r\\n]", "_")), or let the log write one structured record for each event (JSON).',
    },
    ru: {
      ends: 'пишется в журнал вместе с переводами строк',
      why: 'Перевод строки в значении начинает строку, которой приложение не писало: поддельные записи скрывают настоящие.',
      fix: 'Уберите переводы строк (replaceAll("[\\r\\n]", "_")) или пишите журнал структурированными записями (JSON).',
    },
  },
];

/** Rules about values from outside that reach an interpreter of one kind or another. */
export const INJECTION_RULES: readonly Rule[] = INJECTIONS.map(({ id, en, ru }) => ({
  id,
  en: {
    what: (facts) =>
      `${facts.text('source')} from ${facts.text('entry')} ${en.ends}, unchecked (${facts.text('operation')})${othersEn(facts)}.`,
    why: () => en.why,
    fix: (facts) => (typeof en.fix === 'string' ? en.fix : en.fix(facts)),
  },
  ru: {
    what: (facts) =>
      `${facts.text('source')} из ${facts.text('entry')} без проверки ${ru.ends} (${facts.text('operation')})${othersRu(facts)}.`,
    why: () => ru.why,
    fix: (facts) => (typeof ru.fix === 'string' ? ru.fix : ru.fix(facts)),
  },
}));

function othersEn(facts: Facts): string {
  const others = facts.count('others');
  const lines = facts.count('lines');
  const here = lines === 0 ? '' : `; ${plural(lines, 'more operation')} of this method alike`;
  return others === 0
    ? here
    : `${here}; ${plural(others, 'more entry point leads', 'more entry points lead')} here`;
}

function othersRu(facts: Facts): string {
  const others = facts.count('others');
  const lines = facts.count('lines');
  const here = lines === 0 ? '' : `; так же в этом методе ещё ${pluralRu(lines, OPERATIONS_RU)}`;
  return others === 0 ? here : `${here}; сюда же ведут ещё ${pluralRu(others, ENTRIES_RU)}`;
}

/** How a value is bound, in the words of the library that sends the statement. */
function sqlFix(facts: Facts): { readonly en: string; readonly ru: string } {
  if (facts.isOf('mybatis')) {
    return {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: MyBatis writes it so
      en: 'Write #{name} instead of ${name} in the statement; take names of columns and sort orders from an allow-list.',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: MyBatis writes it so
      ru: 'Пишите в запросе #{имя} вместо ${имя}; имена столбцов и порядок сортировки берите из списка разрешённых.',
    };
  }
  if (facts.isOf('jpa')) {
    return {
      en: 'Keep the query constant with a named parameter (:name) and bind the value by setParameter, or use the Criteria API.',
      ru: 'Оставьте запрос постоянным с именованным параметром (:имя) и свяжите значение через setParameter либо возьмите Criteria API.',
    };
  }
  if (facts.isOf('spring-jdbc')) {
    return {
      en: 'Keep the statement constant with ? or :name and hand the value over as an argument (JdbcClient.param, NamedParameterJdbcTemplate).',
      ru: 'Оставьте запрос постоянным с ? или :имя и передавайте значение аргументом (JdbcClient.param, NamedParameterJdbcTemplate).',
    };
  }
  return {
    en: 'Keep the statement constant with ? and bind the value: PreparedStatement.setString and its like.',
    ru: 'Оставьте запрос постоянным с ? и связывайте значение: PreparedStatement.setString и подобные.',
  };
}
