import { plain } from '@csqa/report';

/** What a node of a drawing stands for. */
export type DrawnKind = 'entry' | 'method' | 'sink' | 'guard' | 'gap';

/** A node of a drawing; its label may be hostile. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  readonly kind: DrawnKind;
  /** The change is here. */
  readonly isChanged: boolean;
}

/** An arrow of a drawing. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** `new`: the change added it; `gone`: a guard that no longer stands there; `loosened`: a rule that lets more in. */
  readonly mark: 'old' | 'new' | 'gone' | 'loosened';
}

/** A small graph. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly direction: 'LR' | 'TD';
}

/** Words on the arrows. */
export interface DrawingText {
  readonly added: string;
  readonly gone: string;
  readonly loosened: string;
}

/** Longest label, in UTF-16 units. */
const MAX_LABEL = 60;

/** Opening and closing of the shapes of Mermaid's flowcharts. */
const SHAPES: Readonly<Record<DrawnKind, readonly [open: string, close: string]>> = {
  entry: ['([', '])'],
  method: ['[', ']'],
  sink: ['[(', ')]'],
  guard: ['{{', '}}'],
  gap: ['(', ')'],
};

const CLASSES = [
  'classDef changed stroke:#d1242f,stroke-width:3px',
  'classDef gone stroke:#d1242f,stroke-dasharray:5 4',
] as const;

/**
 * The drawing as a fenced Mermaid flowchart. Labels come from an analysed repository: every character that is no letter, digit,
 * space or one of `._/-` becomes an entity code of Mermaid, so a label can neither end its quotes nor the fence, nor be read as
 * markup, a directive or a link. Ids are counted and never taken from the graph.
 */
export function mermaid({ nodes, edges, direction }: Drawing, text: DrawingText): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const nameOf = (id: string): string => ids.get(id) ?? 'n0';
  const lines = [
    '```mermaid',
    `flowchart ${direction}`,
    ...nodes.map(({ id, kind, label }) => {
      const [open, close] = SHAPES[kind];
      return `  ${nameOf(id)}${open}"${mermaidLabel(label)}"${close}`;
    }),
    ...edges
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ from, to, mark }) => `  ${nameOf(from)} ${arrow(mark, text)} ${nameOf(to)}`),
    ...classLines(nodes, nameOf),
    '```',
  ];
  return lines.join('\n');
}

/** A label that Mermaid shows as it is written; never empty. */
export function mermaidLabel(label: string): string {
  const shown = plain(label, MAX_LABEL);
  if (shown === '') return '#8211;';
  return shown.replace(/[^\p{L}\p{N} ._/-]/gu, (character) => `#${character.codePointAt(0)};`);
}

function arrow(mark: DrawnEdge['mark'], { added, gone, loosened }: DrawingText): string {
  switch (mark) {
    case 'old':
      return '-->';
    case 'new':
      return `==>|"${mermaidLabel(added)}"|`;
    case 'gone':
      return `-.->|"${mermaidLabel(gone)}"|`;
    case 'loosened':
      return `-.->|"${mermaidLabel(loosened)}"|`;
  }
}

function classLines(nodes: readonly DrawnNode[], nameOf: (id: string) => string): string[] {
  const changed = nodes.filter(({ isChanged, kind }) => isChanged && kind !== 'guard');
  const gone = nodes.filter(({ kind }) => kind === 'guard');
  const line = (of: readonly DrawnNode[], name: string): string[] =>
    of.length === 0 ? [] : [`  class ${of.map(({ id }) => nameOf(id)).join(',')} ${name}`];
  return [...CLASSES.map((one) => `  ${one}`), ...line(changed, 'changed'), ...line(gone, 'gone')];
}
