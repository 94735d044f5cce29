import type { AnalysisProgress } from '@csqa/orchestrator';
import { canRedraw, type Look, lookOf } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import type { World } from '../world.ts';
import { openProgressBar } from './progress-bar.ts';
import { openProgressLines } from './progress-lines.ts';

/** Shows on standard error how far an analysis is. */
export interface ProgressDisplay {
  readonly hear: (event: AnalysisProgress) => void;
  /** Writes a line that stays, whatever is being drawn. */
  readonly say: (line: string) => void;
  /** The run has ended: nothing is drawn any more. */
  readonly close: (how: 'succeeded' | 'failed') => void;
}

/** What a display is drawn with. */
export interface DisplayTools {
  readonly world: World;
  readonly look: Look;
  readonly texts: CliTexts;
}

/** A bar on a terminal, a line for each stage elsewhere, and with `quiet` only what is said on purpose. */
export function openProgress(
  world: World,
  texts: CliTexts,
  wish: { readonly color: boolean; readonly quiet: boolean },
): ProgressDisplay {
  const { stderr, env } = world;
  const tools = { world, look: lookOf({ stream: stderr, env, color: wish.color }), texts };
  if (wish.quiet) return silence(tools);
  return canRedraw(stderr, env) ? openProgressBar(tools) : openProgressLines(tools);
}

function silence({ world }: DisplayTools): ProgressDisplay {
  return {
    hear: () => undefined,
    say: (line) => {
      world.stderr.write(`${line}\n`);
    },
    close: () => undefined,
  };
}
