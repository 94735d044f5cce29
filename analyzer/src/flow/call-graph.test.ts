import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { buildRequestGraph, canReach, distancesFrom, weaker } from './call-graph.ts';

const CLINIC = `
interface Reminder { void send(); }
class Mail implements Reminder { public void send() { Wire.write(); } }
class Letter implements Reminder { public void send() { Wire.write(); Printer.print(); } }
class Wire { static void write() { } }
class Printer { static void print() { Paper.feed(); } }
class Paper { static void feed() { Printer.print(); } }
class Desk {
  Reminder reminder;
  void remind() { reminder.send(); }
  void rest() { }
}
`;

const { graph, node } = sampleOf(CLINIC);

describe('the call graph', () => {
  it('has an edge to every implementation that a call may run', () => {
    const targets = graph.nodes[node('Desk.remind')]?.edges.map((edge) => edge.to);
    expect(targets).toEqual(expect.arrayContaining([node('Mail.send'), node('Letter.send')]));
  });

  it('counts the fewest hops from the starts, through cycles, and -1 where none leads', () => {
    const distances = distancesFrom(graph, [{ node: node('Desk.remind') }]);
    const at = (label: string) => distances[node(label)];
    expect([
      at('Desk.remind'),
      at('Mail.send'),
      at('Wire.write'),
      at('Printer.print'),
      at('Paper.feed'),
    ]).toEqual([0, 1, 2, 2, 3]);
    expect(at('Desk.rest')).toBe(-1);
  });

  it('follows from a part of a method only the calls in it, and all of them where something calls the method', () => {
    const { graph: routes, node: at } = sampleOf(`
class Routes {
  Runnable all() { Runnable first = () -> show(); prepare(); return first; }
  void show() { again(); }
  void again() { }
  void prepare() { deep(); }
  void deep() { }
  void restart() { all(); }
}`);
    const part = { node: at('Routes.all'), runs: (operation: number) => operation < 2 };
    const shown = ['Routes.all', 'Routes.show', 'Routes.again', 'Routes.prepare', 'Routes.deep'].map(at);
    const distances = distancesFrom(routes, [part]);
    expect(shown.map((each) => distances[each])).toEqual([0, 1, 2, -1, -1]);
    const both = distancesFrom(routes, [part, { node: at('Routes.restart') }]);
    expect(shown.map((each) => both[each])).toEqual([0, 1, 2, 2, 3]);
  });

  it('marks what can reach a goal, the goal included', () => {
    const reaches = canReach(graph, [node('Printer.print')]);
    const reaching = graph.nodes.filter((each) => reaches(each.index)).map((each) => each.method.name);
    expect(reaching.sort()).toEqual(['feed', 'print', 'remind', 'send']);
    expect(reaches(node('Mail.send'))).toBe(false);
  });

  it('has the initializers of classes, which the graph of what every request runs has not', () => {
    const sample = sampleOf(`
      class Desk { Object open() { return Cabinet.keys; } Object file() { return new Folder(); } }
      class Cabinet { static Object keys = Lock.turn(); }
      class Folder { Object label = Lock.turn(); }
      class Lock { static Object turn() { return null; } }`);
    const reached = (from: string, graph = sample.graph) =>
      (distancesFrom(graph, [{ node: sample.node(from) }])[sample.node('Lock.turn')] ?? -1) >= 0;
    const perRequest = buildRequestGraph(sample.program);
    expect([reached('Desk.open'), reached('Desk.file')]).toEqual([true, true]);
    expect([reached('Desk.open', perRequest), reached('Desk.file', perRequest)]).toEqual([false, true]);
  });

  it('leaves test code out', () => {
    const sample = sampleOf({
      'src/main/java/Desk.java': 'class Desk { void open() { } }',
      'src/test/java/DeskTest.java': 'class DeskTest { void opens() { new Desk().open(); } }',
    });
    expect(sample.graph.nodes.map((each) => each.method.owner.name)).not.toContain('DeskTest');
  });
});

describe('the weaker of two confidences', () => {
  it.each([
    ['certain', 'likely', 'likely'],
    ['possible', 'likely', 'possible'],
    ['certain', 'certain', 'certain'],
  ] as const)('of %s and %s is %s', (left, right, expected) => {
    expect(weaker(left, right)).toBe(expected);
    expect(weaker(right, left)).toBe(expected);
  });
});
