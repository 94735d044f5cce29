import fc from 'fast-check';
import type { Finding } from '../src/schema/finding.ts';
import type { Report } from '../src/schema/report.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';

const RULES = ['CSQA-B1-thin-defence', 'CSQA-A3-loose-input'] as const;
const TYPES = ['org.clinic.Owners', 'org.clinic.Visits'] as const;
const MEMBERS = ['#create()', '#remove(int)'] as const;

const finding = fc.record({
  rule: fc.constantFrom(...RULES),
  symbol: fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom(...MEMBERS)).map((parts) => parts.join('')),
  file: fc.constantFrom('a/Owners.java', 'b/Owners.java', 'b/Visits.java'),
  severity: fc.constantFrom('critical', 'high', 'medium'),
  what: fc.constantFrom('reaches db.write', 'reaches fs.delete'),
  isOpen: fc.boolean(),
});

/** Reports with few rules, places and words, so that many findings are alike; each keeps the fingerprints of the analyzer. */
export const arbitraryReport: fc.Arbitrary<Report> = fc.array(finding, { maxLength: 12 }).map((items) => {
  const ordinals = new Map<string, number>();
  const findings: Finding[] = [];
  const suppressed: Report['suppressed'][number][] = [];
  for (const [index, { isOpen, ...parts }] of items.entries()) {
    const place = [parts.rule, parts.file, parts.symbol].join(' ');
    const ordinal = ordinals.get(place) ?? 0;
    ordinals.set(place, ordinal + 1);
    const fingerprint = `${place} ${ordinal}`;
    const made = sampleFinding({ ...parts, id: fingerprint, fingerprint, line: index + 1, path: [] });
    if (isOpen) findings.push(made);
    else suppressed.push({ ...made, suppression: SUPPRESSION });
  }
  return sampleReport({ findings, suppressed, methods: methodsOf([...findings, ...suppressed]) });
});

const SUPPRESSION = {
  source: 'config',
  reason: 'for now',
  until: '2027-01-31',
  file: '.csqa.yml',
  line: 3,
} as const;

function methodsOf(findings: readonly Finding[]): Report['methods'] {
  const byId = new Map(findings.map((one) => [one.symbol ?? '', one]));
  return [...byId].map(([id, { file, line }]) => ({
    ...{ id, file, line, cognitiveComplexity: 0, distanceToEntry: null },
  }));
}
