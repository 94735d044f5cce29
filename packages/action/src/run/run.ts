import { readFile } from 'node:fs/promises';
import { EOL } from 'node:os';
import { notice, setFailed, setOutput, setSecret, warning } from '@actions/core';
import type { Language } from '@csqa/report';
import { readPayload } from '../event/event-payload.ts';
import { assertServed } from '../event/refusal.ts';
import { runContextOf } from '../event/run-context.ts';
import { type Environment, type Inputs, languageOf, readInputs, unknownInputs } from '../inputs/inputs.ts';
import type { WriteLog } from '../outputs/fence.ts';
import { libraryWarnings } from '../outputs/library-warnings.ts';
import { outputsOf, type RunResult } from '../outputs/outputs.ts';
import { assertNoLinks } from '../outputs/own-directories.ts';
import { degradedText, logProject, logPublished } from '../outputs/run-log.ts';
import { publishAll } from '../publishers/publish-all.ts';
import type { Publisher } from '../publishers/publisher.ts';
import type { OutcomeWord } from '../run-types.ts';
import { ActionError, sentenceOf } from '../text/action-error.ts';
import { analyzeRun } from './analyze-run.ts';
import { CANCELLED, summarizeCancelled, untilCancelled } from './cancellation.ts';
import { reportRun } from './report-run.ts';

/** What a run of the action is given. */
export interface World {
  readonly environment: Environment;
  /** In their order; each is told what those before it did. */
  readonly publishers: readonly Publisher[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Ends the run: the job was cancelled. */
  readonly signal: AbortSignal;
  readonly write: WriteLog;
}

const NOTHING: RunResult = {
  outcome: 'error',
  projects: [],
  published: [],
  isCompared: false,
  reportDir: null,
};

/**
 * Runs the action to its end: outputs are set and the job is failed or not, whatever happens. The verdict is reached before
 * anything is published; a failure of our own is told apart from it. Never rejects.
 */
export async function run(world: World): Promise<void> {
  const language = languageOf(world.environment);
  let result: RunResult = NOTHING;
  let inputs: Inputs | null = null;
  try {
    inputs = readInputs(world.environment);
    const unknown = unknownInputs(world.environment).map((said) => said[language]);
    if (unknown.length > 0) warning(unknown.join(EOL));
    if (inputs.token !== '') setSecret(inputs.token);
    if (inputs.server !== undefined && inputs.server.token !== '') setSecret(inputs.server.token);
    result = await untilCancelled(analyse(inputs, world), world.signal);
    if (inputs.mode === 'analyze') tellVerdict(result, inputs);
  } catch (error) {
    if (world.signal.aborted && inputs !== null) {
      result = { ...NOTHING, outcome: 'cancelled' };
      setFailed(CANCELLED[language]);
      await summarizeCancelled(inputs);
    } else tellFailure(error, { language, onError: inputs?.onError ?? 'fail' });
  } finally {
    for (const [name, value] of Object.entries(outputsOf(result))) setOutput(name, value);
  }
}

async function analyse(inputs: Inputs, world: World): Promise<RunResult> {
  const { environment, day, signal, write } = world;
  const payload = await payloadOf(environment);
  const context = runContextOf({ environment, payload, inputs });
  assertServed(context, inputs.mode);
  await assertNoLinks(context.tempDir);
  const analysed =
    inputs.mode === 'report'
      ? await reportRun({ context, inputs, payload, day })
      : await analyzeRun({ context, inputs, payload, environment, day, signal, write });
  signal.throwIfAborted();
  if (analysed === null) return { ...NOTHING, outcome: 'skipped' };
  for (const judged of analysed.projects) logProject(judged, inputs.language, write);
  const weaker = analysed.projects.flatMap((judged) => libraryWarnings(judged, inputs.language));
  if (weaker.length > 0) warning(weaker.join(EOL));
  const published = await publishAll({ context, inputs, ...analysed }, world.publishers, {
    ...{ signal, tell: (sentence) => warning(sentence) },
  });
  for (const one of published) if (one.status === 'skipped' && one.isNotice) notice(one.reason);
  logPublished(published, write);
  const degraded = degradedText(published, inputs.language);
  if (degraded !== null) warning(degraded);
  return {
    ...analysed,
    published,
    outcome: outcomeOf(analysed.projects.map(({ verdict }) => verdict.outcome)),
  };
}

async function payloadOf({ GITHUB_EVENT_PATH }: Environment) {
  const text = await readFile(GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => null);
  const payload = text === null ? null : readPayload(text);
  if (payload !== null) return payload;
  throw new ActionError('tool', {
    en: 'GITHUB_EVENT_PATH holds no payload of an event: run this as a step of a workflow.',
    ru: 'В GITHUB_EVENT_PATH нет данных события: запускайте действие шагом рабочего процесса.',
  });
}

/** The worst of several. */
function outcomeOf(outcomes: readonly OutcomeWord[]): OutcomeWord {
  return (['error', 'gate-failed', 'passed'] as const).find((word) => outcomes.includes(word)) ?? 'skipped';
}

/** Fails the job where a gate failed or could not be told; a publication counts only where the workflow requires it. */
function tellVerdict({ projects, published }: RunResult, { language, sarifUpload }: Inputs): void {
  const sentences = projects
    .filter(({ verdict }) => verdict.outcome !== 'passed')
    .map(({ analysis, verdict }) => {
      const name = projects.length === 1 ? '' : `${analysis.project.slug}: `;
      return `${VERDICTS[verdict.outcome === 'error' ? 'error' : 'failed'][language]} ${name}${verdict.sentence}`;
    });
  const missing = published.filter(({ name, status }) => name === 'sarif-upload' && status === 'degraded');
  if (sarifUpload === 'required') {
    for (const one of missing)
      if (one.status === 'degraded') sentences.push(`${REQUIRED[language]} ${one.reason}`);
  }
  if (sentences.length > 0) setFailed(sentences.join(EOL));
}

const VERDICTS = {
  failed: { en: 'The CSQA gate failed:', ru: 'Проверка CSQA не пройдена:' },
  error: { en: 'CSQA could not judge:', ru: 'CSQA не может вынести решение:' },
} as const satisfies Record<string, Record<Language, string>>;

const REQUIRED: Readonly<Record<Language, string>> = {
  en: 'sarif-upload is required and did not happen:',
  ru: 'Обязательная загрузка sarif-upload не состоялась:',
};

const FAILED: Readonly<Record<Language, string>> = {
  en: 'CSQA could not run:',
  ru: 'CSQA не смог выполниться:',
};

/** A failure that nobody knows is never green. */
function tellFailure(
  error: unknown,
  how: { readonly language: Language; readonly onError: Inputs['onError'] },
): void {
  const sentence = `${FAILED[how.language]} ${sentenceOf(error, how.language)}`;
  if (error instanceof ActionError && error.kind === 'tool' && how.onError === 'warn') warning(sentence);
  else setFailed(sentence);
}
