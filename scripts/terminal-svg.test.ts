import { describe, expect, it } from 'vitest';
import { terminalSvg } from './terminal-svg.ts';

const draw = (output: string, lines = 10): string =>
  terminalSvg({ title: 'A <title>', prompt: 'npm run analyze', output, columns: 40, lines });

describe('a terminal as a picture', () => {
  it('puts every piece at its column, in its colour', () => {
    expect(draw('Risk \u001b[1m\u001b[31mhigh\u001b[39m\u001b[22m end\n')).toContain(
      [
        '<text x="16" y="95.5" textLength="39" lengthAdjust="spacingAndGlyphs" fill="#e6edf3">Risk </text>',
        '<text x="55" y="95.5" textLength="31.2" lengthAdjust="spacingAndGlyphs" fill="#ff7b72" font-weight="bold">high</text>',
        '<text x="86.2" y="95.5" textLength="31.2" lengthAdjust="spacingAndGlyphs" fill="#e6edf3"> end</text>',
      ].join('\n'),
    );
  });

  it('draws bars as rectangles, so that no font can tear them', () => {
    const svg = draw('\u001b[33m███\u001b[39m\u001b[2m░░\u001b[22m');
    expect(svg).toContain('<rect x="16" y="86" width="23.4" height="11" fill="#e3b341"/>');
    expect(svg).toContain(
      '<rect x="39.4" y="86" width="15.6" height="11" fill="#e6edf3" fill-opacity="0.18"/>',
    );
    expect(svg).not.toMatch(/[█░]/);
  });

  it('shows text as text, whatever it is', () => {
    const svg = draw('List<Owner> & "x"');
    expect(svg).toContain('List&lt;Owner&gt; &amp; &quot;x&quot;');
    expect(svg).toContain('<title>A &lt;title&gt;</title>');
  });

  it('fades where there is more than it shows, and only there', () => {
    expect(draw('one\ntwo\n', 2)).not.toContain('url(#fade)');
    expect(draw('one\ntwo\nthree\n', 2)).toContain('url(#fade)');
    expect(draw('one\ntwo\nthree\n', 2)).not.toContain('three');
  });
});
