import type { Language } from '@csqa/report';
import { score } from '../figures.ts';
import { en, type PageTexts } from '../texts/en.ts';
import { ru } from '../texts/ru.ts';
import { ownEntry } from './own-entry.ts';
import type { LogEntry, RunProgress } from './run-progress.ts';
import { stepsOf } from './steps.ts';

/** The live part of the page of a run. Plain data: it is sent to the browser, which draws it again with every event. */
export interface LiveProps {
  readonly progress: RunProgress;
  readonly isRepository: boolean;
  /** Runs that are begun before this one; null where it does not wait. */
  readonly ahead: number | null;
  readonly language: Language;
}

/** Steps, how far the present one is, metrics as they come, the end of the log. */
export function LiveProgress(props: LiveProps) {
  const words = props.language === 'ru' ? ru : en;
  const { progress, language } = props;
  return (
    <>
      <ol class="steps" aria-label={words.run.progress}>
        {stepsOf(progress, props.isRepository).map(({ step, state }) => (
          <li class={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined} key={step}>
            <b>{words.run.steps[step]}</b>
            <span class="muted small">
              {state === 'now' ? detailOf(props, words) : words.run.stepStates[state]}
            </span>
          </li>
        ))}
      </ol>
      <Bar progress={progress} words={words} />
      <div class="live-parts">
        <section class="card">
          <h2>{words.run.log}</h2>
          <Log entries={progress.log} words={words} language={language} />
        </section>
        <section class="card">
          <h2>{words.run.metricsKnown}</h2>
          <Metrics progress={progress} language={language} />
        </section>
      </div>
    </>
  );
}

function detailOf({ progress, ahead }: LiveProps, words: PageTexts): string {
  const { state, phase, checkout, stage, counts } = progress;
  if (state === 'queued') return ahead === null ? words.run.stepStates.now : words.run.ahead(ahead);
  if (phase === 'checkout' && checkout !== null) {
    const { connecting, receiving, resolving, writing } = words.run;
    const told: Readonly<Record<string, string>> = { connecting, receiving, resolving, writing };
    return `${ownEntry(told, checkout.step) ?? checkout.step} ${amount(checkout)}`.trim();
  }
  if (phase === 'analyse' && stage !== null) {
    const at = words.run.stage(stage.index + 1, stage.total);
    return counts === null
      ? at
      : `${at} · ${amount(counts)} ${ownEntry(words.run.units, counts.unit) ?? counts.unit}`;
  }
  return words.run.stepStates.now;
}

function amount({ done, total }: { readonly done: number; readonly total: number | null }): string {
  if (total !== null) return `${done} / ${total}`;
  return done > 0 ? String(done) : '';
}

function Bar({ progress, words }: { readonly progress: RunProgress; readonly words: PageTexts }) {
  const share = shareOf(progress);
  return (
    <progress
      class="run-bar"
      aria-label={words.run.progress}
      max={1}
      {...(share === null ? {} : { value: share })}
    />
  );
}

/** Share of the run that is done: the clone counts for a tenth, stages of the analyzer alike; null where nothing tells. */
export function shareOf({ state, phase, stage, counts }: RunProgress): number | null {
  if (state === 'queued') return 0;
  if (state === 'succeeded' || state === 'incomplete') return 1;
  if (phase === 'intake' || phase === 'render') return 0.97;
  if (stage === null || stage.total === 0) return phase === null ? 0 : 0.05;
  const within = counts?.total ? Math.min(1, counts.done / counts.total) : 0;
  return 0.1 + 0.85 * Math.min(1, (stage.index + within) / stage.total);
}

interface LogProps {
  readonly entries: readonly LogEntry[];
  readonly words: PageTexts;
  readonly language: Language;
}

function Log({ entries, words, language }: LogProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol class="log" tabIndex={0} aria-label={words.run.log}>
      {entries.length === 0 ? <li class="muted">{words.run.noLog}</li> : null}
      {entries.map((entry, index) => (
        <li class={`log-${entry.kind}`} key={`${entry.at} ${index}`}>
          <time dateTime={entry.at}>{entry.at.slice(11, 19)}</time>{' '}
          <bdi>{lineOf(entry, words, language)}</bdi>
        </li>
      ))}
    </ol>
  );
}

function lineOf(entry: LogEntry, words: PageTexts, language: Language): string {
  switch (entry.kind) {
    case 'phase':
      return ownEntry(words.run.stages, entry.name) ?? entry.name;
    case 'stage':
      return `· ${ownEntry(words.run.stages, entry.name) ?? entry.name}`;
    case 'metric':
      return `${entry.name} ${score(entry.value, language)}`;
    case 'warning':
      return `${words.run.warning} ${entry.name}: ${entry.text}`;
  }
}

function Metrics({ progress, language }: Pick<LiveProps, 'progress' | 'language'>) {
  return (
    <ul class="metric-chips">
      {progress.metrics.map(({ id, value }) => (
        <li key={id}>
          <span class="metric-id">{id}</span> <b class="number">{score(value, language)}</b>
        </li>
      ))}
    </ul>
  );
}
