import type { Severity } from '../src/schema/vocabulary.ts';

/** Colours that charts draw with: names of custom properties in style/tokens.css. */
export type Colour =
  | 'ink'
  | 'muted'
  | 'line'
  | 'surface'
  | 'soft'
  | 'accent'
  | 'accent-soft'
  | 'guard'
  | 'risk-none'
  | 'risk-low'
  | 'risk-moderate'
  | 'risk-high'
  | 'risk-critical';

/**
 * A colour as the style sheet has it now. A custom property with light-dark() does not resolve by itself, so an element wears
 * it for a moment.
 */
export function colour(name: Colour): string {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

/** The scale of risk from nothing to critical: blue, yellow, orange, crimson differ in lightness too, for who sees no red. */
export const RISK_STEPS: readonly Colour[] = [
  'risk-none',
  'risk-low',
  'risk-moderate',
  'risk-high',
  'risk-critical',
];

/** The step of the scale that a severity stands on. */
export const SEVERITY_COLOURS: Readonly<Record<Severity, Colour>> = {
  critical: 'risk-critical',
  high: 'risk-high',
  medium: 'risk-moderate',
  low: 'risk-low',
  info: 'risk-none',
};
