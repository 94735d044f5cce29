import type { Inputs } from '../inputs/inputs.ts';
import type { RunContext } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';

/** Where the two workflows for pull requests from forks are explained. */
const FORKS_GUIDE = 'https://github.com/org/csqa-action#pull-requests-from-forks';

/** Throws an ActionError for an event that the mode must not or cannot serve. */
export function assertServed({ event, pullRequest }: RunContext, mode: Inputs['mode']): void {
  if (mode === 'report') {
    if (event === 'workflow_run' || event === 'pull_request_target') return;
    throw new ActionError('input', {
      en: `mode report publishes what another run found, so its workflow starts on workflow_run (${FORKS_GUIDE}); use mode analyze here.`,
      ru: `Режим report публикует найденное другим запуском, поэтому его рабочий процесс начинается с workflow_run (${FORKS_GUIDE}); здесь нужен mode: analyze.`,
    });
  }
  if (event === 'pull_request_target') {
    throw new ActionError('input', {
      en:
        'pull_request_target runs with the rights and secrets of this repository, so code of a stranger is not analysed under it: ' +
        `use on: pull_request, which needs no secret, and the second workflow with mode report for the comment (${FORKS_GUIDE}).`,
      ru:
        'pull_request_target даёт запуску права и секреты этого репозитория, поэтому чужой код под ним не анализируется: ' +
        `используйте on: pull_request, ему секреты не нужны, а для комментария — второй рабочий процесс с mode: report (${FORKS_GUIDE}).`,
    });
  }
  if (event === 'pull_request' && pullRequest === null) {
    throw new ActionError('tool', {
      en: 'The event pull_request came without a pull request in its payload: check GITHUB_EVENT_PATH.',
      ru: 'В данных события pull_request нет запроса на слияние: проверьте GITHUB_EVENT_PATH.',
    });
  }
}
