/** Weights of the base metrics of CVSS 3.0 and 3.1, https://www.first.org/cvss/v3.1/specification-document, 7.4. */
const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
/** Privileges weigh more where the scope changes. */
const PRIVILEGES = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
} as const;

/** The base score of a CVSS 3 vector, 0 to 10; null where the text is none. */
export function cvss3Score(vector: string): number | null {
  const [version, ...written] = vector.split('/');
  if (version !== 'CVSS:3.0' && version !== 'CVSS:3.1') return null;
  const metrics = new Map(written.map((metric) => metric.split(':') as [string, string]));
  const weigh = (name: string): number => WEIGHTS[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;
  const scope = metrics.get('S');
  const privileges = metrics.get('PR');
  if ((scope !== 'U' && scope !== 'C') || !isLevel(privileges)) return null;
  const impact = impactOf(1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A')), scope);
  const exploitability = 8.22 * weigh('AV') * weigh('AC') * PRIVILEGES[scope][privileges] * weigh('UI');
  const sum = (impact + exploitability) * (scope === 'C' ? 1.08 : 1);
  if (Number.isNaN(sum)) return null;
  return impact <= 0 ? 0 : roundUp(Math.min(sum, 10));
}

function isLevel(value: string | undefined): value is 'N' | 'L' | 'H' {
  return value === 'N' || value === 'L' || value === 'H';
}

function impactOf(subScore: number, scope: 'U' | 'C'): number {
  return scope === 'U' ? 6.42 * subScore : 7.52 * (subScore - 0.029) - 3.25 * (subScore - 0.02) ** 15;
}

/** Up to one decimal, as the specification does it: without the noise of floating point. */
function roundUp(score: number): number {
  const hundredThousandths = Math.round(score * 100_000);
  if (hundredThousandths % 10_000 === 0) return hundredThousandths / 100_000;
  return (Math.floor(hundredThousandths / 10_000) + 1) / 10;
}
