import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/java-facts.ts';
import { printFacts } from './print-facts.ts';

describe('printFacts', () => {
  it('tells a file line by line', () => {
    const text = `package org.clinic;
import java.util.List;
@Service
public class Visits extends Base<Visit> implements Named {
  private final List<Visit> all = List.of(); // csqa-ignore B1 reason="sample"
  int count(String... names) throws Gone {
    for (String name : names) {
      if (all.stream()
          .anyMatch(visit -> visit.has(name))) return 1;
    }
    return 0;
  }
}`;
    expect(printFacts(factsOf(text))).toBe(`java src/main/java/Sample.java package org.clinic 13/13 lines
import java.util.List :2
#0 @Service public class org.clinic.Visits extends Base<Visit> implements Named :4 3-13
  private final field List<Visit> all :5
  int count(String... names) throws Gone complexity 3 :6 6-12
    0 parameter 0 names :6
    1 local %0 :7
    [loop] :7-10
      2 declare foreach String name = %1 :7
      3 name all :8
      4 call %3.stream() named :8 :8
      [lambda] :9-9
        5 lambda-parameter 0 visit :9
        6 local %5 :9
        7 local %2 :9
        8 call %6.has(%7) named :9 :9
      9 lambda (%5) region 2 %8 :9
      10 call %4.anyMatch(%9) named :9 :8
      [then if %10] :9-9
        11 int "1" :9
        12 return %11 :9
    13 int "0" :11
    14 return %13 :11
  <instance>() complexity 0 :5 5-5
    0 name all :5
    1 name List :5
    2 call %1.of() named :5 :5
    3 assign %0 = %2 :5
suppression csqa-ignore B1 reason="sample" :5
`);
  });
});
