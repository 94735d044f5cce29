import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { methodLabel } from './method-label.ts';

describe('the label of a method', () => {
  it('is its own name, whatever it is, and a word of ours for what has none', () => {
    const { program } = sampleOf(`package org.clinic;
class Visit {
  static final int MOST = Integer.parseInt("9");
  Visit() { }
  void constructor() { }
  boolean hasOwnProperty() { return false; }
  @Override public String toString() { return ""; }
  static Visit valueOf(String text) { return new Visit(); }
}`);
    expect(program.methods.map(methodLabel).sort()).toEqual([
      'Visit.constructor',
      'Visit.hasOwnProperty',
      'Visit.new',
      'Visit.static',
      'Visit.toString',
      'Visit.valueOf',
    ]);
  });
});
