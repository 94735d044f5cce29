import type { Body } from '../../../facts/operations.ts';
import type { ConstantValue } from '../../../link/program.ts';

/** Where a switch can lead. */
export interface Taken {
  /** Regions of cases that control can jump to. */
  readonly taken: ReadonlySet<number>;
  /** It may jump to none of them. */
  readonly canMiss: boolean;
}

const DEFAULT = 'default';

/** Which cases a switch may jump to: all of them, unless its subject is a constant that one of the labels is. */
export function mayTake(body: Body, cases: readonly number[], subject: ConstantValue | undefined): Taken {
  const labelsOf = (region: number) => body.regions[region]?.labels ?? [DEFAULT];
  const isMet = (region: number) => labelsOf(region).some((label) => isLabelOf(label, subject) === true);
  const met = cases.filter(isMet);
  if (met.length > 0) return { taken: new Set(met), canMiss: false };
  const isRuledOut = (region: number) =>
    labelsOf(region).every((label) => isLabelOf(label, subject) === false);
  const possible = cases.filter((region) => !isRuledOut(region));
  return { taken: new Set(possible), canMiss: !cases.some((region) => labelsOf(region).includes(DEFAULT)) };
}

/** Whether a label as written is the constant; null where its text does not tell. */
function isLabelOf(label: string, subject: ConstantValue | undefined): boolean | null {
  if (label === DEFAULT || subject === undefined) return null;
  if (subject.kind === 'text') {
    const quoted = /^(["'])(?<text>[^"'\\]*)\1$/u.exec(label)?.groups?.text;
    return quoted === undefined ? null : quoted === subject.value;
  }
  if (subject.kind === 'number') return /^-?\d{1,15}$/u.test(label) ? Number(label) === subject.value : null;
  return subject.kind === 'enum' && /^[\w.]+$/u.test(label)
    ? label.slice(label.lastIndexOf('.') + 1) === subject.name
    : null;
}
