import type { CsqaErrorCode } from '@csqa/orchestrator';

/** The orchestrator's own hint is a command to copy, and follows the remedy. */
export const WITH_HINT = 'with-hint';

/** What the failures are called in Russian and what to do about them; their details come in English from the orchestrator. */
export const failuresRu: Readonly<
  Record<CsqaErrorCode, readonly [title: string, fix: string, hint?: typeof WITH_HINT]>
> = {
  OPTIONS_INVALID: ['неверная настройка окружения', 'исправьте или уберите названную переменную'],
  REQUEST_INVALID: ['неверный запрос', 'исправьте названное значение; csqa analyze --help'],
  SOURCE_NOT_FOUND: ['такого пути нет', 'проверьте, как написан путь'],
  SOURCE_NOT_A_DIRECTORY: ['ожидался каталог, а это файл', 'назовите каталог с исходным кодом'],
  SOURCE_UNREADABLE: ['каталог нельзя прочитать', 'дайте себе право читать его и входить в него'],
  OUT_DIR_REFUSED: ['каталог для файлов занят чужим', 'назовите пустой или новый каталог: --out'],
  OUT_DIR_BUSY: ['в каталог для файлов пишет другой запуск', 'дождитесь его или назовите другой: --out'],
  ADVISORIES_UNAVAILABLE: ['бюллетени не получить', 'скачайте их сами и дайте каталог: --advisories'],
  INPUT_REJECTED: ['анализатор не принял ввод', 'исправьте названное выше'],
  CLONE_FORBIDDEN_URL: ['с этого адреса клонировать нельзя', 'дайте адрес вида https://host/owner/repo.git'],
  CLONE_AUTH: ['репозиторий закрыт или его нет', 'проверьте адрес; для закрытого задайте CSQA_GIT_TOKEN'],
  CLONE_NOT_FOUND: ['репозитория нет', 'проверьте адрес; для закрытого задайте CSQA_GIT_TOKEN'],
  CLONE_REF_NOT_FOUND: [
    'такой ветки, метки или коммита нет',
    'дайте ветку, метку или полный номер коммита (40 знаков): --ref',
  ],
  CLONE_TOO_LARGE: ['репозиторий больше предела', 'клонируйте его сами и анализируйте нужный каталог'],
  CLONE_TIMEOUT: ['репозиторий не отвечает', 'попробуйте позже'],
  CLONE_NETWORK: ['до репозитория не дойти', 'проверьте сеть, прокси и сертификаты'],
  CLONE_FAILED: ['клонировать не удалось', 'попробуйте git clone сами и посмотрите, что он скажет'],
  GIT_UNAVAILABLE: ['нет подходящего git', 'установите git; csqa doctor скажет, какой'],
  ENGINE_UNAVAILABLE: ['такого движка нет', 'используйте --engine local вместе с --mode fast'],
  ENGINE_UNREACHABLE: ['движок не отвечает', 'запустите его и повторите', WITH_HINT],
  ENGINE_FORBIDDEN: ['нет прав на движок', 'дайте себе право им пользоваться', WITH_HINT],
  ENGINE_API_MISMATCH: ['версии клиента и движка не подходят друг другу', 'обновите клиент', WITH_HINT],
  IMAGE_MISSING: ['образа анализатора нет', 'соберите его', WITH_HINT],
  IMAGE_PULL_FAILED: ['образ анализатора не загрузился', 'проверьте сеть и имя образа', WITH_HINT],
  PATH_NOT_SHARED: [
    'каталог не виден контейнеру',
    'назовите путь на хосте или передавайте файлы копией',
    WITH_HINT,
  ],
  PATH_NOT_WRITABLE: [
    'сюда нельзя писать',
    'дайте себе право писать или назовите другой каталог: --out для файлов, TMPDIR для работы',
  ],
  ANALYZER_NOT_FOUND: [
    'анализатор не найден',
    'уберите CSQA_ANALYZER_BIN или переустановите csqa; csqa doctor покажет, что не так',
  ],
  START_FAILED: ['анализатор не запустился', 'посмотрите, что сказал движок', WITH_HINT],
  DISK_FULL: ['на диске нет места', 'освободите место'],
  CANCELLED: ['остановлено', 'запустите ещё раз'],
  TIMEOUT: ['анализ не уложился во время', 'увеличьте --timeout или исключите лишнее в .csqa.yml'],
  STALLED: ['анализатор замолчал', 'запустите ещё раз; если повторится, сообщите вместе с container.log'],
  OOM: ['анализатору не хватило памяти', 'увеличьте --memory или исключите лишнее в .csqa.yml'],
  OOM_PARTIAL: ['части анализа не хватило памяти', 'увеличьте --memory или исключите лишнее в .csqa.yml'],
  KILLED_UNKNOWN: ['анализатор кто-то остановил', 'посмотрите, хватает ли машине памяти, и повторите'],
  ANALYZER_FAILED: ['анализатор сломался', 'посмотрите container.log и сообщите о сбое'],
  RESULT_MISSING: ['анализатор не оставил отчёта', 'посмотрите container.log и сообщите о сбое'],
  RESULT_INVALID: ['отчёт анализатора не по договору', 'посмотрите container.log и сообщите о сбое'],
  RESULT_TOO_LARGE: ['отчёт больше предела', 'исключите лишнее в .csqa.yml'],
  INTERNAL: ['сбой внутри csqa', 'сообщите о нём: это ошибка программы'],
};
