import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { type Drawing, mermaid, mermaidLabel } from './mermaid.ts';

const TEXT = { added: 'new call', gone: 'guard removed', loosened: 'access changed' };

/** Every line that a drawing of ours may have. */
const LINE =
  /^(?:```mermaid|flowchart (?:LR|TD)|```| {2}n\d+(?:\(\[|\[\(|\[|\{\{|\()"(?:[\p{L}\p{N} ._/-]|#\d+;)+"(?:\]\)|\)\]|\]|\}\}|\)) *| {2}n\d+ (?:-->|==>\|"[a-z ]+"\||-\.->\|"[a-z ]+"\|) n\d+| {2}classDef \w+ [\w:#,-]+(?: \d)?| {2}class n\d+(?:,n\d+)* \w+)$/u;

function drawn(label: string): Drawing {
  return {
    direction: 'TD',
    nodes: [
      { id: label, label, kind: 'entry', isChanged: true },
      { id: `${label}2`, label: `${label}2`, kind: 'sink', isChanged: false },
      { id: `${label}3`, label, kind: 'guard', isChanged: true },
    ],
    edges: [
      { from: label, to: `${label}2`, mark: 'new' },
      { from: `${label}3`, to: label, mark: 'gone' },
    ],
  };
}

describe('a drawing', () => {
  it('is a fenced flowchart of counted nodes, with the change marked', () => {
    expect(mermaid(drawn('POST /owners'), TEXT).split('\n')).toEqual([
      '```mermaid',
      'flowchart TD',
      '  n0(["POST /owners"])',
      '  n1[("POST /owners2")]',
      '  n2{{"POST /owners"}}',
      '  n0 ==>|"new call"| n1',
      '  n2 -.->|"guard removed"| n0',
      '  classDef changed stroke:#d1242f,stroke-width:3px',
      '  classDef gone stroke:#d1242f,stroke-dasharray:5 4',
      '  class n0 changed',
      '  class n2 gone',
      '```',
    ]);
  });

  it('has no line but its own, whatever is drawn', () => {
    fc.assert(
      fc.property(hostileText, (label) => {
        for (const line of mermaid(drawn(label), TEXT).split('\n')) expect(line).toMatch(LINE);
      }),
    );
  });

  it('leaves out arrows to nodes that are not drawn', () => {
    const { nodes, edges, direction } = drawn('a');
    const text = mermaid({ nodes: nodes.slice(0, 1), edges, direction }, TEXT);
    expect(text).not.toContain('==>');
    expect(text).not.toContain('-.->');
  });
});

describe('a label', () => {
  it('shows names as they are written, by entity codes', () => {
    expect(mermaidLabel('@PreAuthorize("x")')).toBe('#64;PreAuthorize#40;#34;x#34;#41;');
    expect(mermaidLabel('Владелец.save')).toBe('Владелец.save');
  });

  it('is short, and never empty', () => {
    expect(mermaidLabel('x'.repeat(10_000))).toHaveLength(59 + '#8230;'.length);
    expect(mermaidLabel('')).toBe('#8211;');
    expect(mermaidLabel('\u202e\u0000')).toBe('#65533;#65533;');
  });
});
