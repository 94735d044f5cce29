import { padEnd, padStart, widest } from '../terminal/layout.ts';
import { seconds } from '../terminal/numbers.ts';
import type { DisplayTools, ProgressDisplay } from './progress-display.ts';
import { advance, NOTHING_YET, type Step } from './progress-state.ts';
import { warningLine } from './run-warning.ts';
import { countText, stepName } from './step-text.ts';

/** Phases of the run that take no time worth a line in a log. */
const unspoken: ReadonlySet<string> = new Set(['start', 'analyse', 'intake', 'render']);

/** What every run ends with, however it went. */
const LAST_PHASE = 'render';

/** One line for each stage, written when it ends: for logs of CI, files and dumb terminals. */
export function openProgressLines(tools: DisplayTools): ProgressDisplay {
  const { world } = tools;
  let state = NOTHING_YET;
  // A run that fails goes from where it failed to writing down that it did: what came before is judged at the end.
  let undecided: Step | null = null;
  const say = (line: string): void => {
    world.stderr.write(`${line}\n`);
  };
  const finish = (step: Step | null, mark: 'good' | 'bad'): void => {
    if (step !== null && (mark === 'bad' || !unspoken.has(step.name))) say(stageLine(step, mark, tools));
  };
  return {
    say,
    hear: (event) => {
      const warning = warningLine(event, tools);
      if (warning !== null) say(warning);
      const before = state.step;
      state = advance(state, event, world.now());
      if (before === null || before.name === state.step?.name) return;
      if (state.step?.name === LAST_PHASE) undecided = before;
      else finish(before, 'good');
    },
    close: (how) => {
      finish(undecided ?? state.step, how === 'succeeded' ? 'good' : 'bad');
      state = NOTHING_YET;
      undecided = null;
    },
  };
}

function stageLine(step: Step, mark: 'good' | 'bad', { world, look, texts }: DisplayTools): string {
  const { paint, glyphs } = look;
  const sign = mark === 'good' ? paint.green(glyphs.good) : paint.red(glyphs.bad);
  const place = step.place === null ? '     ' : `[${step.place.index + 1}/${step.place.total}]`;
  const name = padEnd(stepName(step, texts), widest(Object.values(texts.progress.stages)));
  const time = padStart(texts.progress.seconds(seconds(world.now() - step.startedAt)), 7);
  const count = step.count === null ? '' : `  ${countText(step.count, texts.progress)}`;
  return `${sign} ${paint.dim(place)} ${name} ${paint.dim(time)}${count}`;
}
