import { useState } from 'preact/hooks';
import type { AccessVerdict } from '../../src/schema/entry-point.ts';
import type { Band, GuardCategory, Severity } from '../../src/schema/vocabulary.ts';
import { clipText } from '../../src/text/plain.ts';
import { usePage } from '../page-state.ts';

/** Longest name shown at once, in UTF-16 units; the rest is in the title and in report.json. */
const MAX_SHOWN = 400;

/** A severity: a shape, a colour and a word, so that none is needed alone. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { text } = usePage();
  return <span class={`mark severity-${severity}`}>{text.severities[severity]}</span>;
}

/** A band of the index. */
export function BandMark({ band }: { readonly band: Band }) {
  const { text } = usePage();
  return <span class={`mark band-${band}`}>{text.bands[band]}</span>;
}

/** An access verdict. */
export function AccessMark({ verdict }: { readonly verdict: AccessVerdict }) {
  const { text } = usePage();
  return <span class={`mark access-${verdict}`}>{text.accessVerdicts[verdict]}</span>;
}

/** The categories of the guards at one place. */
export function GuardMarks({ guards }: { readonly guards: readonly GuardCategory[] }) {
  const { text } = usePage();
  return (
    <>
      {guards.map((guard) => (
        <span key={guard} class="mark guard">
          {text.guardCategories[guard]}
        </span>
      ))}
    </>
  );
}

/** A name out of the analysed tree: kept apart from the direction of the text around it, and never longer than a reader needs. */
export function Name({ children }: { readonly children: string }) {
  const shown = visible(clipText(children, MAX_SHOWN));
  return (
    <bdi title={children.length > MAX_SHOWN ? visible(clipText(children, 2_000)) : undefined}>{shown}</bdi>
  );
}

/** Marks that would turn or hide the text around them are shown as a sign that something was there. */
export function visible(text: string): string {
  return text.toWellFormed().replace(/[\p{Cf}\u115f\u1160\u3164\uffa0]|(?![\t\n])\p{Cc}/gu, '\ufffd');
}

/** A file and a line. */
export function Place({ file, line }: { readonly file: string | null; readonly line: number | null }) {
  if (file === null) return null;
  return (
    <code class="place">
      <Name>{file}</Name>
      {line === null ? '' : `:${line}`}
    </code>
  );
}

/** A button that puts a text on the clipboard. */
export function CopyButton({ value }: { readonly value: string }) {
  const { page } = usePage();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      <span aria-live="polite">{copied ? page.copied : page.copy}</span>
    </button>
  );
}

/** A bar for a score from 0 to 1; the number stands beside it. */
export function ScoreBar({ value, band }: { readonly value: number; readonly band: Band }) {
  return (
    <svg class={`score-bar fill-${band}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="6" rx="0" />
      <rect width={Math.max(value * 100, value > 0 ? 1.5 : 0)} height="6" />
    </svg>
  );
}

/** One part of a stacked bar. */
export interface Part {
  readonly name: string;
  readonly value: number;
  readonly className: string;
}

/** Shares of a whole side by side, with a legend that is also the text of it. */
export function StackedBar({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  let left = 0;
  const bars = parts.map((part) => {
    const width = total === 0 ? 0 : (part.value / total) * 100;
    left += width;
    return <rect key={part.name} class={part.className} x={left - width} width={width} height="10" />;
  });
  return (
    <figure class="stacked">
      <figcaption>{label}</figcaption>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {bars}
      </svg>
      <ul class="legend">
        {parts.map((part) => (
          <li key={part.name}>
            <i class={`swatch ${part.className}`} aria-hidden="true" />
            {part.name} <b>{part.value}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}
