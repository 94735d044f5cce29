import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const MAIN = `
package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  Desk desk;
  @GetMapping("/visits/{id}") String show(@PathVariable long id) { return desk.find(id); }
  @PostMapping("/visits") String open(@RequestBody String text) { return desk.open(text); }
}
class Desk {
  String find(long id) { return Archive.read(id); }
  String open(String text) { return text; }
}
class Archive { static String read(long id) { return ""; } }
class Rules { }
class Forgotten { }
`;

function references(test: string) {
  const sample = sampleOf({
    'src/main/java/org/clinic/Visits.java': MAIN,
    'src/test/java/org/clinic/VisitsTest.java': `
package org.clinic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.*;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
${test}`,
  });
  const found = sample.view().testReferences;
  const short = (name: string) => name.replace('org.clinic.', '');
  return {
    types: [...found.types].map(short).sort(),
    entries: [...found.entries].sort(),
    reaches: (label: string) => found.methods.has(sample.method(label).id),
  };
}

describe('what tests exercise', () => {
  it('is the entry point that a request goes to, with all that it calls', () => {
    const found = references(`
class VisitsTest {
  MockMvc mvc;
  @Test void shows() throws Exception { mvc.perform(get("/visits/7")); }
}`);
    expect(found.entries).toHaveLength(1);
    expect(found.entries[0]).toContain('GET');
    expect(found.types).toEqual(['Visits']);
    expect(found.reaches('Archive.read')).toBe(true);
    expect(found.reaches('Desk.open')).toBe(false);
  });

  it('is the entry point of a path whose end is only known when the test runs', () => {
    const found = references(`
class VisitsTest {
  MockMvc mvc;
  @Test void shows(long id) throws Exception { mvc.perform(get("/visits/" + id)); }
}`);
    expect(found.entries).toHaveLength(1);
  });

  it('is the handler that is called, and the types that are named, also by annotations', () => {
    const found = references(`
@Import(Rules.class)
class VisitsTest {
  @Test void finds() { String text = new Desk().find(7); }
}`);
    expect(found.types).toEqual(['Desk', 'Rules']);
    expect(found.reaches('Archive.read')).toBe(true);
    expect(found.entries).toEqual([]);
  });

  it('is nothing that only a text or a request to somewhere else names', () => {
    const found = references(`
class VisitsTest {
  MockMvc mvc;
  @Test void forgets() throws Exception { String name = "Forgotten"; mvc.perform(post("/forgotten")); }
}`);
    expect(found.types).toEqual([]);
    expect(found.entries).toEqual([]);
  });
});
