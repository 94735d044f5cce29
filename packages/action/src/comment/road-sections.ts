import { markdownCode as code, placeLink } from '@csqa/report';
import { freshFindings } from './finding-sections.ts';
import { mermaid } from './mermaid.ts';
import { type OpenedRoad, openedRoads } from './opened-roads.ts';
import type { Page } from './page.ts';
import { roadDrawing } from './road-drawing.ts';
import { block, type Section } from './section.ts';

/** Roads told in words, and drawn. */
const SHOWN_ROADS = 5;
/** New findings whose roads are drawn. */
const DRAWN_FINDINGS = 5;

/**
 * What the change did to the topology: the roads that it opened, each with the changed symbol that opened it, and a small graph
 * of them and of the roads of the new findings.
 */
export function roadSections(page: Page): Section[] {
  const { comparison, head } = page.judged.analysis;
  if (comparison === null || comparison.comparability.verdict === 'not-comparable') return [];
  const { roads, all } = openedRoads(head, comparison, SHOWN_ROADS);
  const findings = freshFindings(page).slice(0, DRAWN_FINDINGS);
  const drawing = roadDrawing(head, comparison, { opened: roads, findings });
  const { text } = page;
  return [
    ...openedSection(page, roads, all),
    ...(drawing === null
      ? []
      : [block(`### ${text.drawingHeading}\n\n${mermaid(drawing, text)}\n\n${text.legend}`)]),
  ];
}

function openedSection(
  { text, words, links, head }: Page,
  roads: readonly OpenedRoad[],
  all: number,
): Section[] {
  if (roads.length === 0) return [];
  const labels = new Map(head.topology.nodes.map(({ id, label }) => [id, label]));
  const entries = new Map(head.entryPoints.map((entry) => [entry.id, entry]));
  const items = roads.map(({ label, operation, verdict, added, entry }) => {
    const who = verdict === null ? '' : ` (${words.accessVerdicts[verdict]})`;
    const to = code(labels.get(operation) ?? operation, 120);
    const road = `- ${code(label, 120)}${who} → ${to}`;
    if (added !== null) {
      const [from, callee] = [added.from, added.to].map((id) => code(labels.get(id) ?? id, 120));
      return `${road}<br>${text.callAdded}: ${from} → ${callee} ${placeLink(added, links.head)}`;
    }
    const place = entries.get(entry);
    return place === undefined ? road : `${road}<br>${text.entryAdded}: ${placeLink(place, links.head)}`;
  });
  const more = (hidden: number): string => `- … ${words.comparison.more(hidden)}`;
  return [{ heading: `### ${text.openedHeading} (${all})`, items, all, more }];
}
