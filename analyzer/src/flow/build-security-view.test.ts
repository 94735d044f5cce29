import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const SAMPLE = sampleOf({
  'src/main/java/org/clinic/Visits.java': `
package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  Desk desk;
  @GetMapping("/visits") String list() { return desk.list(); }
}
abstract class Desk { abstract String all(); String list() { if (all() == null) return ""; return all(); } }
interface Port { void open(); }
@interface Mark { }
class Attic { void forgotten() { new Runnable() { public void run() { } }.run(); } }
`,
  'src/test/java/org/clinic/VisitsTest.java':
    'package org.clinic; class VisitsTest { void lists() { new Visits().list(); } }',
});

describe('the security view', () => {
  const view = SAMPLE.view();
  const methodNamed = (label: string) => view.methods.find((method) => method.label === label);

  it('tells of each method how far the nearest entry point is', () => {
    expect(methodNamed('Visits.list')).toMatchObject({ distanceToEntry: 0, outDegree: 1 });
    expect(methodNamed('Desk.list')).toMatchObject({ distanceToEntry: 1, cognitiveComplexity: 1 });
    expect(methodNamed('Attic.forgotten')?.distanceToEntry).toBeNull();
  });

  it('charges the complexity of a nameless or local class to the method around it, once', () => {
    const { methods } = sampleOf(`
      import java.util.List;
      import org.springframework.web.bind.annotation.*;
      @RestController class Rooms {
        @GetMapping("/rooms") void list(List<String> rooms, boolean open) {
          rooms.forEach(new java.util.function.Consumer<String>() {
            public void accept(String room) { if (open) room.trim(); }
          });
        }
        void plain(boolean open) { if (open) list(null, true); }
      }`).view();
    expect(
      methods
        .filter((each) => each.cognitiveComplexity > 0)
        .map((each) => [each.id, each.cognitiveComplexity]),
    ).toEqual([
      ['Rooms#list(java.util.List,boolean)', 2],
      ['Rooms#plain(boolean)', 1],
    ]);
  });

  it('marks methods without a body, and finds methods by id', () => {
    const all = methodNamed('Desk.all');
    expect(all?.abstract).toBe(true);
    expect(all && view.method(all.id)).toBe(all);
  });

  it('lists classes that can be tested and abstract ones, without annotations, anonymous types and tests', () => {
    expect(view.classes.map(({ name, abstract }) => [name, abstract])).toEqual([
      ['org.clinic.Visits', false],
      ['org.clinic.Desk', true],
      ['org.clinic.Port', true],
      ['org.clinic.Attic', false],
    ]);
  });

  it('names methods as people do', () => {
    const labels = sampleOf(
      'class A { static int x = f(); static int f() { return 1; } class B { B() { } } }',
    );
    expect(labels.view().methods.map((method) => method.label)).toEqual(
      expect.arrayContaining(['A.static', 'A.f', 'A.B.new']),
    );
  });
});
