import { fileURLToPath } from 'node:url';
import { type Report, WRITERS } from '@csqa/report';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportOf, type Tree, treeAt } from './measured-tree.ts';
import { addUnreachable, type Choices, comment, reformat, reorder } from './transformations.ts';

const TIMEOUT = 60_000;
const clinic = treeAt(fileURLToPath(new URL('../../../examples/clinic', import.meta.url)));

interface Alert {
  readonly ruleId: string;
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly [{ readonly logicalLocations?: readonly { fullyQualifiedName: string }[] }];
}

function alertsOf(report: Report): readonly Alert[] {
  const log = JSON.parse(WRITERS.sarif.render(report, { lang: 'en' })) as {
    readonly runs: readonly [{ readonly results: readonly Alert[] }];
  };
  return log.runs[0].results;
}

/** By what code scanning tells one alert from another. */
function identities(report: Report): readonly string[] {
  return alertsOf(report)
    .map(({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints.primaryLocationLineHash}`)
    .sort();
}

/** By rule and symbol: what a comparison knows a finding again by when its file has another name. */
function symbols(report: Report): readonly string[] {
  return alertsOf(report)
    .map(({ ruleId, locations }) => `${ruleId} ${locations[0].logicalLocations?.[0]?.fullyQualifiedName}`)
    .sort();
}

describe('alerts of the clinic keep their identity', () => {
  let before: Report;
  beforeAll(async () => {
    before = await reportOf(clinic);
    expect(alertsOf(before).length).toBeGreaterThan(50);
  }, TIMEOUT);

  const changed = (change: (tree: Tree, chosen: Choices) => Tree, check: (after: Report) => void) =>
    fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 9999 })), async (stream) => {
        check(await reportOf(change(clinic, () => stream.next().value ?? 0)));
      }),
      { numRuns: 1 },
    );
  const same = (after: Report): void => expect(identities(after)).toEqual(identities(before));

  it('when code is formatted anew', () => changed(reformat, same), TIMEOUT);
  it('when comments and empty lines are put between the lines', () => changed(comment, same), TIMEOUT);
  it('when a class is added that nothing uses', () => changed(addUnreachable, same), TIMEOUT);
  it(
    'by rule and symbol when every file gets another name',
    () =>
      changed(reorder, (after) => {
        const inCode = (report: Report): readonly string[] =>
          symbols(report).filter((key) => key.includes('('));
        expect(inCode(after).length).toBeGreaterThan(20);
        expect(inCode(after)).toEqual(inCode(before));
      }),
    TIMEOUT,
  );
});

const handlers = [
  '  @PostMapping("/visits") public void add(@RequestBody String visit) { jdbc.execute("insert " + visit); }',
  '  @DeleteMapping("/visits") public void remove(@RequestParam String id) { jdbc.execute("delete " + id); }',
  '  @PutMapping("/visits") public void move(@RequestBody String day) { jdbc.execute("update " + day); }',
];

const controller = (methods: readonly string[]): Tree => ({
  'src/main/java/org/clinic/Visits.java': `package org.clinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
@RestController public class Visits {
  private final JdbcTemplate jdbc;
  public Visits(JdbcTemplate jdbc) { this.jdbc = jdbc; }
${methods.join('\n')}
}
`,
});

describe('alerts of a controller', () => {
  it('keep their identity whatever the order of its methods', async () => {
    const report = await reportOf(controller(handlers));
    expect(alertsOf(report).filter(({ ruleId }) => ruleId === 'CSQA-C1-sql-injection')).toHaveLength(3);
    expect(identities(await reportOf(controller(handlers.toReversed())))).toEqual(identities(report));
    expect(identities(await reportOf(controller(handlers.slice(1))))).not.toEqual(identities(report));
  });

  const injections = async (methods: readonly string[]): Promise<readonly string[]> =>
    identities(await reportOf(controller(methods))).filter((key) => key.includes('sql-injection'));

  it('keep it where the line itself is written in another way', async () => {
    const rewritten = handlers.map((handler) => handler.replace('"/visits"', '"/visits/of/pets"'));
    const longer = rewritten.map((handler) =>
      handler.replace('jdbc.execute(', 'this.jdbc.execute("/* pets */ " + '),
    );
    expect(await injections(longer)).toEqual(await injections(handlers));
  });

  it('come and go alone: what is fixed takes no other with it, and what is new renames none', async () => {
    const all = await injections(handlers);
    const left = await injections(handlers.slice(1));
    expect(left).toHaveLength(2);
    expect(all.filter((key) => left.includes(key))).toEqual(left);
    const fixed = handlers.map((handler, at) =>
      at === 1 ? handler.replace('"delete " + id', '"delete from visits"') : handler,
    );
    const rest = await injections(fixed);
    expect(rest).toHaveLength(2);
    expect(all.filter((key) => rest.includes(key))).toEqual(rest);
  });
});
