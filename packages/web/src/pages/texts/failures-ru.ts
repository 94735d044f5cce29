import type { CsqaErrorCode } from '@csqa/orchestrator';

/** Failures that a page tells of: those of an analysis, and those of whoever asked for it. */
type ToldCode =
  | CsqaErrorCode
  | 'WORKER_LOST'
  | 'MEDIA_TYPE_UNSUPPORTED'
  | 'BODY_TOO_LARGE'
  | 'UPLOAD_UNUSABLE'
  | 'UPLOAD_TOO_LARGE'
  | 'UPLOADS_FULL'
  | 'QUEUE_FULL'
  | 'REQUESTER_QUEUE_FULL';

/** The own hint of the failure is a command to copy, and follows the remedy. */
export const WITH_HINT = 'with-hint';

/** Where nobody but the operator can do anything. */
const REPORT_IT = 'сообщите о сбое администратору сервера: подробности в журнале обработчика';

/** What failures are called in Russian and what to do about them; their details are those of the failure itself. */
export const failuresRu: Readonly<
  Record<ToldCode, readonly [title: string, fix: string, hint?: typeof WITH_HINT]>
> = {
  OPTIONS_INVALID: [
    'неверная настройка обработчика',
    'попросите администратора исправить названную переменную',
  ],
  REQUEST_INVALID: ['неверный запрос', 'исправьте названное значение и запустите снова'],
  SOURCE_NOT_FOUND: ['кода для анализа нет', 'запустите снова'],
  SOURCE_NOT_A_DIRECTORY: ['ожидался каталог, а это файл', 'загрузите архив с исходным кодом'],
  SOURCE_UNREADABLE: ['код нельзя прочитать', 'проверьте права на файлы в архиве и загрузите его снова'],
  OUT_DIR_REFUSED: ['каталог для отчёта занят чужим', REPORT_IT],
  OUT_DIR_BUSY: ['в каталог для отчёта пишет другой запуск', 'запустите снова, когда он закончится'],
  ADVISORIES_UNAVAILABLE: ['бюллетени об уязвимостях не получить', 'запустите снова позже или в режиме fast'],
  INPUT_REJECTED: ['анализатор не принял этот код', 'исправьте названное в .csqa.yml или в самом коде'],
  CLONE_FORBIDDEN_URL: [
    'с этого адреса клонировать нельзя',
    'дайте адрес вида https://host/owner/repo.git, доступный с этого сервера',
  ],
  CLONE_AUTH: [
    'репозиторий закрыт или его нет',
    'проверьте адрес; код закрытого репозитория загрузите архивом',
  ],
  CLONE_NOT_FOUND: ['репозитория нет', 'проверьте адрес; код закрытого репозитория загрузите архивом'],
  CLONE_REF_NOT_FOUND: [
    'такой ветки, тега или коммита нет',
    'назовите ветку, тег или полный номер коммита (40 знаков)',
  ],
  CLONE_TOO_LARGE: ['репозиторий больше предела', 'загрузите архивом только исходный код'],
  CLONE_TIMEOUT: ['репозиторий не отвечает', 'запустите снова позже'],
  CLONE_NETWORK: [
    'до репозитория не дойти',
    'запустите снова позже; если не поможет, пусть администратор проверит сеть, прокси и сертификаты',
  ],
  CLONE_FAILED: ['клонировать не удалось', 'попробуйте git clone сами и посмотрите, что он скажет'],
  GIT_UNAVAILABLE: ['у обработчика нет подходящего git', 'попросите администратора его установить'],
  ENGINE_UNAVAILABLE: ['у обработчика нет такого движка', 'запустите в режиме fast'],
  ENGINE_UNREACHABLE: ['движок контейнеров не отвечает', 'попросите администратора его запустить', WITH_HINT],
  ENGINE_FORBIDDEN: ['у обработчика нет прав на движок', 'попросите администратора их дать', WITH_HINT],
  ENGINE_API_MISMATCH: [
    'версии клиента и движка не подходят друг другу',
    'попросите администратора обновить клиент',
    WITH_HINT,
  ],
  IMAGE_MISSING: ['образа анализатора нет', 'попросите администратора собрать его', WITH_HINT],
  IMAGE_PULL_FAILED: [
    'образ анализатора не загрузился',
    'запустите снова позже; если не поможет, пусть администратор проверит имя образа',
    WITH_HINT,
  ],
  PATH_NOT_SHARED: [
    'каталог не виден контейнеру',
    'пусть администратор назовёт путь на хосте или включит передачу копией',
    WITH_HINT,
  ],
  PATH_NOT_WRITABLE: ['обработчику некуда писать', 'пусть администратор даст ему право писать в его каталог'],
  ANALYZER_NOT_FOUND: ['анализатор не найден', 'пусть администратор установит CSQA заново'],
  START_FAILED: ['анализатор не запустился', 'посмотрите, что сказал движок', WITH_HINT],
  DISK_FULL: [
    'на диске нет места',
    'пусть администратор освободит место у обработчика или базы данных, затем запустите снова',
  ],
  CANCELLED: ['остановлено', 'запустите снова'],
  TIMEOUT: [
    'анализ не уложился во время',
    'исключите лишнее в .csqa.yml; предел задаёт администратор: CSQA_ANALYZER_TIMEOUT',
  ],
  STALLED: ['анализатор замолчал', `запустите снова; если повторится, ${REPORT_IT}`],
  OOM: [
    'анализатору не хватило памяти',
    'исключите лишнее в .csqa.yml; предел задаёт администратор: CSQA_ANALYZER_MEMORY',
  ],
  OOM_PARTIAL: [
    'части анализа не хватило памяти',
    'исключите лишнее в .csqa.yml; предел задаёт администратор: CSQA_ANALYZER_MEMORY',
  ],
  KILLED_UNKNOWN: [
    'анализатор кто-то остановил',
    'запустите снова; если повторится, пусть администратор проверит, хватает ли памяти',
  ],
  ANALYZER_FAILED: ['анализатор сломался', REPORT_IT],
  RESULT_MISSING: ['анализатор не оставил отчёта', REPORT_IT],
  RESULT_INVALID: ['отчёт анализатора не по договору', REPORT_IT],
  RESULT_TOO_LARGE: ['отчёт больше предела', 'исключите лишнее в .csqa.yml'],
  INTERNAL: ['сбой внутри CSQA', REPORT_IT],
  WORKER_LOST: [
    'обработчик несколько раз прервался посреди этого анализа',
    'пусть администратор посмотрит журнал обработчика: обычно не хватает памяти',
  ],
  UPLOAD_UNUSABLE: ['архив не подходит', 'загрузите .zip, .tar или .tar.gz с исходным кодом'],
  UPLOAD_TOO_LARGE: [
    'архив больше предела',
    'оставьте в нём только исходный код: без сборок, библиотек и истории git',
  ],
  UPLOADS_FULL: ['слишком много архивов ждут анализа', 'попробуйте снова, когда часть из них закончится'],
  QUEUE_FULL: ['очередь заполнена', 'попробуйте снова, когда часть анализов закончится'],
  REQUESTER_QUEUE_FULL: ['у вас уже слишком много ждёт', 'попробуйте снова, когда часть анализов закончится'],
  MEDIA_TYPE_UNSUPPORTED: ['такие файлы не принимаются', 'загрузите .zip, .tar или .tar.gz с исходным кодом'],
  BODY_TOO_LARGE: ['слишком много данных', 'оставьте в архиве только исходный код'],
};

/** Whether a code is one of those above; a run of another version may have ended with one that is not. */
export function isTold(code: string): code is ToldCode {
  return Object.hasOwn(failuresRu, code);
}
