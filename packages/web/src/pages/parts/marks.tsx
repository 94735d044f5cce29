import { BANDS, bandOf } from '@csqa/report';
import type { RunState } from '../../data/schema.ts';
import { score } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

/** The band of an index in words, coloured. */
export function BandMark({ band, page }: { readonly band: string | null; readonly page: PageContext }) {
  const known = BANDS.find((one) => one === band);
  return known === undefined ? null : <span class={`mark band-${known}`}>{page.terms.bands[known]}</span>;
}

/** State of a run. */
export function StateMark({ state, page }: { readonly state: RunState; readonly page: PageContext }) {
  return <span class={`mark state state-${state}`}>{page.words.states[state]}</span>;
}

/** Verdict of a gate; nothing where none is set. */
export function GateMark({
  gate,
  page,
}: {
  readonly gate: 'passed' | 'failed' | null;
  readonly page: PageContext;
}) {
  return gate === null ? null : <span class={`mark gate-${gate}`}>{page.words.gates[gate]}</span>;
}

/** A score with a bar that is as long as it is high. */
export function ScoreBar({ value, page }: { readonly value: number | null; readonly page: PageContext }) {
  return (
    <span class="score">
      <b class="number">{score(value, page.language)}</b>
      <svg class="score-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="6" />
        {value === null ? null : (
          <rect class={`fill-${bandOf(value)}`} width={Math.max(1.5, value * 100)} height="6" />
        )}
      </svg>
    </span>
  );
}
