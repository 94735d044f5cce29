import { createLogUpdate } from 'log-update';
import { bar, cutEnd, padEnd, padStart, widest } from '../terminal/layout.ts';
import { seconds } from '../terminal/numbers.ts';
import type { DisplayTools, ProgressDisplay } from './progress-display.ts';
import { advance, NOTHING_YET, type ProgressState, shareDone } from './progress-state.ts';
import { warningLine } from './run-warning.ts';
import { countText, stepName } from './step-text.ts';

/** Milliseconds between two drawings: often enough to look alive, seldom enough to cost nothing. */
const REDRAW_MS = 100;

/** Cells of the bar. */
const CELLS = 24;

/** One line that is drawn again in place, and gone when the run ends. Lines that are said stand above it. */
export function openProgressBar(tools: DisplayTools): ProgressDisplay {
  const { world } = tools;
  const startedAt = world.now();
  const line = createLogUpdate(world.stderr as NodeJS.WriteStream);
  let state = NOTHING_YET;
  const draw = (): void => {
    if (state.step !== null) line(barLine(state, world.now() - startedAt, tools));
  };
  const timer = setInterval(draw, REDRAW_MS);
  const say = (text: string): void => {
    line.clear();
    world.stderr.write(`${text}\n`);
    draw();
  };
  return {
    say,
    hear: (event) => {
      const before = state.step?.name;
      state = advance(state, event, world.now());
      const warning = warningLine(event, tools);
      if (warning !== null) say(warning);
      else if (state.step?.name !== before) draw();
    },
    close: () => {
      clearInterval(timer);
      line.clear();
      line.done();
      state = NOTHING_YET;
    },
  };
}

/** `⠹ Resolving calls     ████████░░░░  3/8  12 of 47 files  2.1 s`, never wider than the terminal. */
function barLine(state: ProgressState, elapsedMs: number, { world, look, texts }: DisplayTools): string {
  const { step, warnings } = state;
  if (step === null) return '';
  const { paint, glyphs } = look;
  const frame = glyphs.spinner[Math.floor(elapsedMs / REDRAW_MS) % glyphs.spinner.length] ?? '';
  const share = shareDone(step) ?? 0;
  const { full, empty } = bar(share, CELLS, glyphs);
  const name = padEnd(stepName(step, texts), widest(Object.values(texts.progress.stages)));
  const details = [
    step.count === null ? '' : countText(step.count, texts.progress),
    warnings === 0 ? '' : texts.progress.warnings(warnings),
  ].filter((part) => part !== '');
  const time = texts.progress.seconds(seconds(elapsedMs));
  const text = [
    paint.cyan(frame),
    name,
    paint.cyan(full) + paint.dim(empty),
    padStart(step.place === null ? '' : `${step.place.index + 1}/${step.place.total}`, 4),
    padStart(time, 6),
    paint.dim(details.join(` ${glyphs.bullet} `)),
  ].join(' ');
  return cutEnd(text, (world.stderr.columns ?? look.width) - 1, glyphs);
}
