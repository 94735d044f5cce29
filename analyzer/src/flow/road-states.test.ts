import { describe, expect, it } from 'vitest';
import { NextStates, NONE, RoadStates } from './road-states.ts';

describe('states that are to come', () => {
  it('are one for each method and set of guards, in every round anew', () => {
    const next = new NextStates(3);
    next.begin();
    const places = [next.placeOf(1, 4), next.placeOf(1, 2), next.placeOf(2, 4), next.placeOf(1, 4)];
    expect(places).toEqual([0, 1, 2, 0]);
    next.begin();
    expect([next.count, next.placeOf(2, 4), next.count]).toEqual([0, 0, 1]);
  });

  it('are surer by any way than before the first', () => {
    const next = new NextStates(2);
    next.begin();
    const place = next.placeOf(1, 0);
    expect(next.doubt(place)).toBeGreaterThan(2);
    next.rate(place, 2, 5);
    next.begin();
    expect(next.doubt(next.placeOf(1, 0))).toBeGreaterThan(2);
  });
});

describe('states of a search', () => {
  it('are taken over with the way that led to them, however many there are', () => {
    const [states, next] = [new RoadStates(), new NextStates(1000)];
    states.begin(7, 3, 0);
    next.begin();
    for (let node = 0; node < 1000; node++) {
      next.come(next.placeOf(node, node), 0, null);
      next.rate(node, 1, node + 1);
    }
    for (let at = 999; at >= 0; at--) states.take(next, at);
    const last = states.count - 1;
    expect(last).toBe(1000);
    expect([states.node(1), states.mask(1), states.sinceTrust(1)]).toEqual([999, 999, 1000]);
    expect([states.node(last), states.doubt(last), states.previous(last), states.previous(0)]).toEqual([
      0,
      1,
      0,
      NONE,
    ]);
    states.begin(8, 1, NONE);
    expect([states.count, states.node(0), states.doubt(0), states.sinceTrust(0)]).toEqual([1, 8, 0, NONE]);
  });
});
