import {
  markdownCode as code,
  placeLink,
  markdownProse as prose,
  type SuppressedFinding,
} from '@csqa/report';
import { titleOf } from './finding-sections.ts';
import type { Page } from './page.ts';
import { block, type Section } from './section.ts';

/** Keys of a configuration that are named. */
const MOST_KEYS = 20;
/** Suppressed findings that are named. */
const MOST_SUPPRESSED = 10;

/** What a change does to the rules that it is judged by: keys of its configuration, and what it suppresses itself. */
export function configSections(page: Page): Section[] {
  return [...changedConfig(page), ...ownSuppressions(page)];
}

function changedConfig({ judged, text }: Page): Section[] {
  const { policy } = judged.analysis;
  if (policy.of !== 'base' || policy.changedKeys.length === 0) return [];
  const keys = policy.changedKeys.slice(0, MOST_KEYS).map((key) => code(key, 40));
  const more = policy.changedKeys.length > MOST_KEYS ? ', …' : '';
  return [block(`> ⚠️ ${text.ownConfig} ${keys.join(', ')}${more}. ${text.gateOfBase}`)];
}

function ownSuppressions(page: Page): Section[] {
  const { text, words, links } = page;
  const fresh = suppressedByChange(page);
  if (fresh.length === 0) return [];
  const items = fresh.slice(0, MOST_SUPPRESSED).map((finding) => {
    const { reason, until } = finding.suppression;
    const end = until === null ? '' : ` (${text.until} ${until})`;
    return `- ${titleOf(finding, words)} · ${placeLink(finding, links.head)}: ${prose(reason, 300)}${end}`;
  });
  const more = (hidden: number): string => `- … ${words.comparison.more(hidden)}`;
  return [{ heading: `### ${text.suppressedHeading} (${fresh.length})`, items, all: fresh.length, more }];
}

/** Suppressed findings that were not, or were not there, in the baseline. */
function suppressedByChange({ judged }: Pick<Page, 'judged'>): readonly SuppressedFinding[] {
  const { base, head } = judged.analysis;
  if (base.status === 'absent') return [];
  const before = new Set(base.report.suppressed.map(({ fingerprint }) => fingerprint));
  return head.suppressed.filter(({ fingerprint }) => !before.has(fingerprint));
}
