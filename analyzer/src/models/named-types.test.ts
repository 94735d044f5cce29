import { describe, expect, it } from 'vitest';
import { namedTypes } from './named-types.ts';

describe('types that rows speak of', () => {
  it('are all full names, nested ones too, and no other text', () => {
    const rows = {
      entries: [
        { id: 'web.route', type: ['far.web.Router', 'far.core.Vertx$Builder'], path: { argument: 0 } },
      ],
      sinks: [{ type: ['far.web.Router'], method: ['get', 'Get.all'], text: 'far.web is Far.' }],
    };
    expect(namedTypes(rows)).toEqual(['far.core.Vertx$Builder', 'far.web.Router']);
  });
});
