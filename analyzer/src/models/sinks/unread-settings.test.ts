import { describe, expect, it } from 'vitest';
import { labelledFiles } from '../../../test/labelled-files.ts';

/** Dangers of reading an object, and settings that could not be read, by line. */
async function readingWith(filter: string) {
  const { sinks, diagnostics } = await labelledFiles({
    'src/main/java/org/clinic/Inbox.java': `package org.clinic;
import java.io.*;
class Inbox {
  Object read(ObjectInputStream objects, ObjectInputFilter handedIn, String pattern) throws Exception {
    objects.setObjectInputFilter(${filter});
    return objects.readObject();
  }
}`,
  });
  return {
    dangers: sinks.flatMap((sink) => sink.dangers.map(({ taint }) => taint)),
    unread: diagnostics.filter(({ code }) => code === 'unread-setting').map(({ line }) => line),
  };
}

describe('a setting that takes a danger away', () => {
  it.each([
    'handedIn',
    'ObjectInputFilter.Config.createFilter(pattern)',
    'info -> handedIn.checkInput(info)',
  ])('is told as unread, and nothing reported, where what decides cannot be read: %s', async (filter) => {
    expect(await readingWith(filter)).toEqual({ dangers: [], unread: [5] });
  });

  it('takes it away where what decides can keep something out', async () => {
    const rejecting = 'info -> info.depth() > 3 ? ObjectInputFilter.Status.REJECTED : null';
    expect(await readingWith(rejecting)).toEqual({ dangers: [], unread: [] });
  });

  it('leaves it where what decides lets everything in', async () => {
    const lenient = 'info -> { return ObjectInputFilter.Status.UNDECIDED; }';
    expect(await readingWith(lenient)).toEqual({ dangers: ['unsafe-deserialization'], unread: [] });
  });
});
