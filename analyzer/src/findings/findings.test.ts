import { RULE_IDS } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../test/view-of.ts';
import { relativePath } from '../base/ids.ts';
import { pluralRu } from '../base/text.ts';
import type { MetricEvidence } from '../metrics/metric.ts';
import { collectFindings } from './collect-findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import { Facts, plural } from './rule.ts';
import { RULES } from './rules.ts';

function evidence(parts: Partial<MetricEvidence> = {}): MetricEvidence {
  return {
    rule: 'B1-thin-defence',
    severity: 'high',
    confidence: 'high',
    location: at(12),
    symbol: 'org.clinic.Visits#create()',
    facts: { entry: 'POST /visits', operation: 'db.write Visit', present: [], missing: ['audit'], others: 0 },
    path: [],
    framework: 'spring-web',
    ...parts,
  };
}

const one = (parts?: Partial<MetricEvidence>) => ({ metric: 'B1', evidence: evidence(parts) }) as const;

describe('findings', () => {
  it('say in both languages what is wrong, why it matters and how to mend it', () => {
    const [finding] = collectFindings([one()]);
    expect(finding?.text.en).toEqual({
      what: 'POST /visits reaches db.write Visit through no guard at all.',
      why: 'One mistake is enough: audit is not on the road, so nothing catches what the rest lets through.',
      fix: 'Add a wall of another kind on this road: an audit event.',
    });
    expect(finding?.text.ru.what).toBe('POST /visits доходит до db.write Visit; защита на пути: нет.');
  });

  it('call the module at the root by that, and any other by its name', () => {
    const saidOf = (module: string) => {
      const facts = { module, classes: 3, tested: 0 };
      const [finding] = collectFindings([one({ rule: 'F1-untested-module', symbol: module, facts })]);
      return [finding?.text.en.what, finding?.text.ru.what];
    };
    expect(saidOf('.')).toEqual([
      'Tests refer to 0 of 3 classes of the root module.',
      'Тесты ссылаются на 0 из 3 классов корневого модуля.',
    ]);
    expect(saidOf('core')).toEqual([
      'Tests refer to 0 of 3 classes of module core.',
      'Тесты ссылаются на 0 из 3 классов модуля core.',
    ]);
  });

  it('keep their fingerprint when lines move and get another for another symbol', () => {
    const before = collectFindings([one()])[0];
    const moved = collectFindings([one({ location: at(99) })])[0];
    const other = collectFindings([one({ symbol: 'org.clinic.Visits#delete()' })])[0];
    expect(moved?.fingerprint).toBe(before?.fingerprint);
    expect(moved?.id).toBe(before?.id);
    expect(other?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('keep their fingerprint in a file of another name, where a method is at fault and not the file itself', () => {
    const renamed = { ...at(12), file: relativePath('src/main/java/org/clinic/web/Visits.java') };
    const fingerprints = (symbol: string) =>
      [at(12), renamed].map((location) => collectFindings([one({ symbol, location })])[0]?.fingerprint);
    expect(new Set(fingerprints('org.clinic.Visits#create()')).size).toBe(1);
    expect(new Set(fingerprints('org.acme:parser')).size).toBe(2);
  });

  it('number those of one method by file where two files hold a type of one name', () => {
    const other = { ...at(12), file: relativePath('other/Visits.java') };
    const found = collectFindings([one(), one({ location: other })]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(collectFindings([one({ location: other }), one()])).toEqual(found);
  });

  it('number equal ones in one file by their order', () => {
    const findings = collectFindings([one({ location: at(30) }), one({ location: at(20) })]);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2);
    expect(findings[0]?.fingerprint).toBe(
      fingerprintOf({ rule: 'B1-thin-defence', file: null, symbol: evidence().symbol }, 0),
    );
    expect(findings[0]?.location.line).toBe(20);
  });

  it('come worst first whatever the order of the evidence', () => {
    const items = [
      one(),
      one({ severity: 'critical', symbol: 'b' }),
      one({ severity: 'medium', symbol: 'c' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(collectFindings(shuffled)).toEqual(collectFindings(items));
      }),
    );
    expect(collectFindings(items).map((finding) => finding.severity)).toEqual(['critical', 'high', 'medium']);
  });

  it('name the one that says most about the same root cause', () => {
    const causes = ['access http POST /visits'];
    const found = collectFindings([
      one({ causes }),
      one({ rule: 'B2-privileged-near-public', symbol: 'b', causes }),
      one({ symbol: 'c', causes: ['access http GET /vets'] }),
    ]);
    const primary = found.find(({ rule }) => rule === 'CSQA-B2-privileged-near-public');
    expect(found.map(({ symbol, sameCauseAs }) => [symbol, sameCauseAs])).toEqual(
      expect.arrayContaining([
        [evidence().symbol, primary?.id],
        ['b', undefined],
        ['c', undefined],
      ]),
    );
  });

  it('refuse evidence for a rule that nobody wrote', () => {
    expect(() => collectFindings([one({ rule: 'B1-invented' })])).toThrow('unknown rule B1-invented');
  });
});

describe('the texts of rules', () => {
  it('are there for every rule of the contract', () => {
    expect([...RULES.keys()].map((id) => `CSQA-${id}`).sort()).toEqual([...RULE_IDS].sort());
  });

  const facts = new Facts({ facts: {} }, 'en');

  it.each([...RULES.keys()])(
    'of %s read as sentences in both languages, whatever facts are missing',
    (id) => {
      const rule = RULES.get(id);
      for (const text of [rule?.en, rule?.ru]) {
        for (const sentence of [text?.what(facts), text?.why(facts), text?.fix(facts)]) {
          expect(sentence).toMatch(/[.]$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|\bTODO\b/);
        }
      }
    },
  );

  it.each(['catch', 'finally', 'default', 'fallback', 'check'])(
    'tell what fails open where it is a %s',
    (construct) => {
      const open = RULES.get('B4-fails-open');
      const about = (each: string) => {
        const told = { method: 'Gate.ask', construct: each, exceptions: ['IOException'], relevance: 'calls' };
        return [
          open?.en.what(new Facts({ facts: told }, 'en')),
          open?.ru.what(new Facts({ facts: told }, 'ru')),
        ];
      };
      expect(about(construct).join()).toContain('Gate.ask');
      if (construct !== 'catch') expect(about(construct)).not.toEqual(about('catch'));
    },
  );

  it('speak Russian in Russian', () => {
    for (const { id, ru } of RULES.values()) {
      for (const sentence of [ru.what(facts), ru.why(facts), ru.fix(facts)]) {
        expect(sentence, id).toMatch(/[а-яё]{3}/);
      }
    }
  });

  it.each([
    [1, '1 hop', '1 шаг'],
    [2, '2 hops', '2 шага'],
    [5, '5 hops', '5 шагов'],
    [11, '11 hops', '11 шагов'],
    [12, '12 hops', '12 шагов'],
    [21, '21 hops', '21 шаг'],
    [112, '112 hops', '112 шагов'],
  ])('count %d rightly', (count, english, russian) => {
    expect(plural(count, 'hop')).toBe(english);
    expect(pluralRu(count, ['шаг', 'шага', 'шагов'])).toBe(russian);
  });
});
