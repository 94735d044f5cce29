const WIDTH = 96;
const HEIGHT = 24;
const PAD = 3;
/** Least span of scores that fills the height: noise must not look like a cliff. */
const LEAST_SPAN = 0.2;

interface Spark {
  /** As a polyline wants them: "3,21 93,3". */
  readonly points: string;
  readonly last: { readonly x: number; readonly y: number };
}

/** The curve of scores, spread evenly, on a scale of its own; undefined for none. */
function sparkOf(values: readonly number[]): Spark | undefined {
  if (values.length === 0) return undefined;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = Math.max(LEAST_SPAN, high - low);
  const floor = (low + high - span) / 2;
  const step = values.length > 1 ? (WIDTH - 2 * PAD) / (values.length - 1) : 0;
  const places = values.map((value, index) => ({
    x: round(values.length > 1 ? PAD + index * step : WIDTH - PAD),
    y: round(PAD + (1 - (value - floor) / span) * (HEIGHT - 2 * PAD)),
  }));
  return { points: places.map(({ x, y }) => `${x},${y}`).join(' '), last: places.at(-1) ?? { x: 0, y: 0 } };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A curve as small as a word. It repeats figures that stand beside it, so it is hidden from who cannot see it. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const spark = sparkOf(values);
  if (spark === undefined) return null;
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={spark.points} />
      <circle cx={spark.last.x} cy={spark.last.y} r="2.5" />
    </svg>
  );
}
