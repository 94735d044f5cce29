import type { CsqaErrorCode } from '@csqa/orchestrator';
import type { Said } from '../text/said.ts';

/** What mends a container engine in a workflow, by what is wrong with it; the orchestrator's own hints are for a command line. */
export const ENGINE_REMEDIES: Partial<Record<CsqaErrorCode, Said>> = {
  ENGINE_UNAVAILABLE: {
    en: 'Install the Docker command line on the runner or in the image of the job; engine local, for analysis fast, needs none.',
    ru: 'Установите docker на раннер или в образ задания; движку local (для analysis: fast) он не нужен.',
  },
  ENGINE_FORBIDDEN: {
    en: 'Let the user of the runner use the socket: add it to the group docker, or give the job container "options: --group-add" with the group of the socket; engine local, for analysis fast, needs none.',
    ru: 'Разрешите пользователю раннера работать с сокетом: добавьте его в группу docker или дайте контейнеру задания «options: --group-add» с группой сокета; движку local (для analysis: fast) сокет не нужен.',
  },
  ENGINE_UNREACHABLE: {
    en: 'Start Docker on the runner, mount its socket into the job container (/var/run/docker.sock), or set DOCKER_HOST to the service that runs it; engine local, for analysis fast, needs none.',
    ru: 'Запустите Docker на раннере, подключите его сокет к контейнеру задания (/var/run/docker.sock) или укажите в DOCKER_HOST службу, где он работает; движку local (для analysis: fast) он не нужен.',
  },
  ENGINE_API_MISMATCH: {
    en: 'Update Docker on the runner, both the engine and its command line, to 27 or newer; engine local, for analysis fast, needs none.',
    ru: 'Обновите Docker на раннере, и движок, и команду docker, до версии 27 или новее; движку local (для analysis: fast) он не нужен.',
  },
  PATH_NOT_SHARED: {
    en: 'Name a directory that is mounted into the job from the machine of the engine, or what it is called there, or set CSQA_MAVEN_MIRROR and network: bridge instead.',
    ru: 'Укажите каталог, подключённый к заданию с машины, где работает движок, или его имя на той машине, или вместо него задайте CSQA_MAVEN_MIRROR и network: bridge.',
  },
  IMAGE_MISSING: {
    en: 'Set image to one that the engine has or can pull (pull: missing), or give it as a file in image-archive.',
    ru: 'Укажите в image образ, который у движка есть или который можно скачать (pull: missing), или дайте его файлом в image-archive.',
  },
  IMAGE_PULL_FAILED: {
    en: 'Check image and that the runner reaches its registry and is logged in to it, or give the image as a file in image-archive.',
    ru: 'Проверьте image, доступ раннера к реестру и вход в него, или дайте образ файлом в image-archive.',
  },
};
