/** A terminal as a picture: what was typed, and what came, with its escape sequences for colours. */
export interface TerminalScreen {
  /** What a screen reader says in place of the picture. */
  readonly title: string;
  readonly prompt: string;
  readonly output: string;
  readonly columns: number;
  /** Lines of output shown; the last ones fade where there are more. */
  readonly lines: number;
}

interface Style {
  readonly color: string;
  readonly bold: boolean;
  readonly dim: boolean;
}

interface Run {
  readonly text: string;
  readonly style: Style;
  /** First column, from 0. */
  readonly column: number;
}

const CHARACTER = 7.8;
const LINE = 18;
const PADDING = 16;
const TITLE_BAR = 30;
const FADED_LINES = 4;

const colors = {
  background: '#0d1117',
  text: '#e6edf3',
  red: '#ff7b72',
  green: '#7ee787',
  yellow: '#e3b341',
  cyan: '#79c0ff',
} as const;

const colorOf: Readonly<Record<string, string>> = {
  '31': colors.red,
  '32': colors.green,
  '33': colors.yellow,
  '36': colors.cyan,
  '39': colors.text,
};

const plain: Style = { color: colors.text, bold: false, dim: false };

/** Draws a terminal as SVG: no script, no font of its own, the same text for the same screen. */
export function terminalSvg(screen: TerminalScreen): string {
  const all = screen.output.trimEnd().split('\n');
  const shown = all.slice(0, screen.lines);
  const width = Math.ceil(screen.columns * CHARACTER + 2 * PADDING);
  const height = TITLE_BAR + (shown.length + 2) * LINE + 2 * PADDING;
  const rows = [`\u001b[32m$\u001b[39m \u001b[1m${screen.prompt}\u001b[22m`, '', ...shown];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(screen.title)}">`,
    `<title>${escaped(screen.title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${colors.background}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, at) =>
        `<circle cx="${PADDING + 6 + at * 18}" cy="${TITLE_BAR / 2 + 3}" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" xml:space="preserve">`,
    ...rows.flatMap((row, at) => runsOf(row).map((run) => drawn(run, TITLE_BAR + PADDING + at * LINE))),
    '</g>',
    ...(all.length > shown.length ? fade(width, height) : []),
    '</svg>',
    '',
  ].join('\n');
}

/** Cuts a line into pieces of one style, and blocks apart from letters. */
function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let style = plain;
  let column = 0;
  for (const part of line.split(/(\p{Cc}\[\d+m|█+|░+)/u)) {
    const code = /^\p{Cc}\[(\d+)m$/u.exec(part)?.[1];
    if (code !== undefined) {
      style = styled(style, code);
      continue;
    }
    if (part.trim() !== '') runs.push({ text: part, style, column });
    column += [...part].length;
  }
  return runs;
}

function styled(style: Style, code: string): Style {
  switch (code) {
    case '1':
      return { ...style, bold: true };
    case '2':
      return { ...style, dim: true };
    case '22':
      return { ...style, bold: false, dim: false };
    default:
      return { ...style, color: colorOf[code] ?? style.color };
  }
}

function drawn({ text, style, column }: Run, top: number): string {
  const x = number(PADDING + column * CHARACTER);
  const width = number([...text].length * CHARACTER);
  if (text.startsWith('█') || text.startsWith('░')) {
    const opacity = text.startsWith('█') ? '' : ' fill-opacity="0.18"';
    const y = number(top + 4);
    return `<rect x="${x}" y="${y}" width="${width}" height="11" fill="${style.color}"${opacity}/>`;
  }
  const attributes = [
    `x="${x}" y="${number(top + 13.5)}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${style.color}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['fill-opacity="0.65"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`;
}

/** The end of the picture fades, so that nobody takes it for the end of the output. */
function fade(width: number, height: number): readonly string[] {
  const faded = FADED_LINES * LINE + PADDING;
  const stops = [0, 1].map(
    (at) => `<stop offset="${at}" stop-color="${colors.background}" stop-opacity="${at}"/>`,
  );
  return [
    `<linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`,
    `<rect y="${height - faded}" width="${width}" height="${faded}" rx="8" fill="url(#fade)"/>`,
  ];
}

function number(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
