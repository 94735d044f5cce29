import pico from 'picocolors';

/** Environment variables as the process sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where text goes: standard output or standard error. */
export type OutputStream = Pick<NodeJS.WriteStream, 'write'> &
  Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows'>>;

/** Colours, each a plain function of a text. */
export type Paint = ReturnType<typeof pico.createColors>;

/** Marks that not every terminal can show. */
export interface Glyphs {
  readonly full: string;
  readonly empty: string;
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
  readonly bullet: string;
  readonly dash: string;
  readonly ellipsis: string;
  readonly arrow: string;
  readonly times: string;
  readonly spinner: readonly string[];
}

/** How one stream shows text. */
export interface Look {
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  /** Columns to lay out for: those of the terminal within reason. */
  readonly width: number;
}

/** What the look of a stream depends on. */
export interface LookRequest {
  readonly stream: OutputStream;
  readonly env: Environment;
  /** `--no-color` was not given. */
  readonly color: boolean;
}

const unicode: Glyphs = {
  full: '█',
  empty: '░',
  good: '✓',
  bad: '✗',
  warn: '!',
  bullet: '·',
  dash: '–',
  ellipsis: '…',
  arrow: '→',
  times: '×',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ascii: Glyphs = {
  full: '#',
  empty: '.',
  good: '+',
  bad: 'x',
  warn: '!',
  bullet: '-',
  dash: '-',
  ellipsis: '...',
  arrow: '->',
  times: 'x',
  spinner: ['|', '/', '-', '\\'],
};

/** Below this a table has no room; above that, lines are too long to read. */
const NARROWEST = 60;
const WIDEST = 140;
const USUAL = 80;

/** How a stream shows text: colours, marks and width. */
export function lookOf(request: LookRequest): Look {
  return {
    paint: pico.createColors(wantsColor(request)),
    glyphs: request.env.TERM === 'dumb' ? ascii : unicode,
    width: widthOf(request),
  };
}

/**
 * Whether to colour, by the usual rules: `--no-color` and NO_COLOR (https://no-color.org) forbid it, FORCE_COLOR asks for
 * it anywhere; else a terminal that is not dumb has colours.
 */
function wantsColor({ stream, env, color }: LookRequest): boolean {
  if (!color || (env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function widthOf({ stream, env }: LookRequest): number {
  const told = stream.isTTY === true ? stream.columns : Number(env.COLUMNS);
  const columns = told !== undefined && Number.isInteger(told) && told > 0 ? told : USUAL;
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** Whether a line can be drawn again in place: a terminal that is not dumb and knows its width, and no log of CI. */
export function canRedraw(stream: OutputStream, env: Environment): boolean {
  const hasWidth = stream.isTTY === true && (stream.columns ?? 0) > 0;
  return hasWidth && env.TERM !== 'dumb' && (env.CI ?? '') === '';
}
