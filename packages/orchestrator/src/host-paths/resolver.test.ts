import { describe, expect, it } from 'vitest';
import { createResolver, type ResolverPorts } from './resolver.ts';

const inContainer = (ports: Partial<ResolverPorts>): ResolverPorts => ({
  whereabouts: () => Promise.resolve({ kind: 'container', id: 'abc' }),
  ownMounts: () => Promise.resolve([]),
  prove: () => Promise.resolve('Error response from daemon'),
  ...ports,
});

describe('ways of files that do not work', () => {
  it.each<[what: string, ports: Partial<ResolverPorts>]>([
    ['no mount covers the path', {}],
    [
      'nobody knows which container it is',
      { whereabouts: () => Promise.resolve({ kind: 'container', id: null }) },
    ],
    ['the engine knows no such container', { ownMounts: () => Promise.reject(new Error('none')) }],
  ])('are told in Russian too: %s', async (_, ports) => {
    const resolver = createResolver({ pathMap: [], transfer: 'auto' }, inContainer(ports));
    const { plan, discarded } = await resolver.resolve('/', 'read');
    expect(plan.kind).toBe('copy');
    const own = discarded.filter(({ strategy }) => strategy !== 'same-path');
    expect(own.map(({ strategy }) => strategy)).toEqual(['identity', 'self-inspection']);
    for (const { ru } of own) expect(ru).toMatch(/^[а-яё]/u);
  });

  it('are told in Russian too where another one is asked for', async () => {
    const resolver = createResolver({ pathMap: [], transfer: 'copy' }, inContainer({}));
    const { discarded } = await resolver.resolve('/', 'read');
    expect(discarded.find(({ strategy }) => strategy === 'same-path')?.ru).toBe('это bind, а задан copy');
  });
});
