/** What the failures of the web app's commands are called in Russian and what to do about them, by code. */
export const webFailuresRu: Readonly<Record<string, readonly [title: string, fix: string]>> = {
  CONFIG_INVALID: ['неверная настройка', 'исправьте или уберите названную переменную окружения'],
  DATA_DIR_BUSY: [
    'встроенная база занята',
    'остановите приложение, которое с ней работает; с PostgreSQL останавливать не нужно',
  ],
  DATABASE_AUTH: ['база не принимает пользователя или пароль', 'исправьте их в DATABASE_URL'],
  DATABASE_HOST_UNKNOWN: ['сервера базы с таким именем нет', 'исправьте имя в DATABASE_URL'],
  DATABASE_MISSING: ['такой базы на сервере нет', 'создайте её или исправьте имя в DATABASE_URL'],
  DATABASE_REFUSED: ['сервер базы не принимает соединений', 'запустите его; проверьте порт в DATABASE_URL'],
  DATABASE_TIMEOUT: ['сервер базы не отвечает', 'проверьте имя, порт и сеть до него'],
  DATABASE_TLS: ['с базой не удалось договориться о TLS', 'проверьте sslmode и сертификаты в DATABASE_URL'],
  DATABASE_UNUSABLE: ['база не годится', 'посмотрите, что сказал сервер базы'],
  SCHEMA_MISSING: ['в базе нет таблиц приложения', 'запустите csqa-web migrate или само приложение'],
  SCHEMA_BEHIND: ['таблицы остались от прежней версии', 'запустите csqa-web migrate или само приложение'],
  SCHEMA_NEWER: ['таблицы от более новой версии', 'обновите CSQA до той версии, что с ними работала'],
  BACKUP_UNWRITABLE: ['файл копии не записать', 'назовите файл в каталоге, где есть место и право писать'],
  BACKUP_UNREADABLE: ['копия не годится', 'ничего не изменено; возьмите другой экземпляр файла'],
  BACKUP_OTHER_SCHEMA: [
    'копия от другой версии',
    'восстановите её той версией, от которой данные, затем обновите',
  ],
  DATABASE_NOT_EMPTY: ['база не пуста', 'восстанавливайте в новую базу: иначе данные смешаются'],
};
