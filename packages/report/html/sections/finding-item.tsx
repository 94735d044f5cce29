import { isRuleId } from '../../src/rules/rule-ids.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { usePage } from '../page-state.ts';
import { CopyButton, Name, SeverityMark } from '../parts/marks.tsx';
import { linkTo } from '../route.ts';

interface FindingItemProps {
  readonly finding: Finding;
  /** Others with the same cause. */
  readonly same: readonly Finding[];
  readonly open?: boolean;
  /** Opens and closes the details; absent where they always stand below. */
  readonly toggle?: () => void;
}

/** A finding in a few lines: how bad, what, where, and its id. */
export function FindingItem({ finding, same, open, toggle }: FindingItemProps) {
  const { text, page } = usePage();
  const title = isRuleId(finding.rule) ? text.rules[finding.rule] : finding.rule;
  return (
    <div class="finding-head">
      <SeverityMark severity={finding.severity} />
      <div class="finding-words">
        <h3>
          {toggle === undefined ? (
            title
          ) : (
            <button type="button" class="title" aria-expanded={open} onClick={toggle}>
              {title}
            </button>
          )}
          <span class="line muted">:{finding.line}</span>
        </h3>
        <p>
          <Name>{finding.what}</Name>
        </p>
        {same.length === 0 ? null : <p class="muted small">{page.findings.sameCause(same.length)}</p>}
      </div>
      <div class="finding-id">
        <a href={linkTo('finding', finding.id)} title={page.findings.permalink}>
          <code>
            <Name>{finding.id}</Name>
          </code>
        </a>
        <CopyButton value={finding.id} />
      </div>
    </div>
  );
}
