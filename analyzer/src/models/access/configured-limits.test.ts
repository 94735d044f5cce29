import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

/** Paths whose requests are limited before the handler runs, by the settings. */
async function limited(
  settings: string,
  library = 'com.giffing.bucket4j.spring.boot.starter:bucket4j-spring-boot-starter',
) {
  const { guards } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', library),
    'src/main/resources/application.properties': settings,
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('POST /login', 'GET /api/visits', 'GET /open'),
  });
  return guards
    .filter(({ category }) => category === 'rate-limiting')
    .map(({ carrier }) => (carrier.kind === 'entry' ? carrier.entry.split(' ')[2] : carrier.kind))
    .sort();
}

const FILTERS = `bucket4j.filters[0].url=/login
bucket4j.filters[0].rate-limits[0].bandwidths[0].capacity=5
bucket4j.filters[1].url=^(/api).*`;

describe('limits in the settings of an application', () => {
  it('stand before the handlers whose paths they match', async () => {
    expect(await limited(FILTERS)).toEqual(['/api/visits', '/login']);
  });

  it('say nothing where they are switched off, come from outside, or nobody reads them', async () => {
    expect(await limited(`${FILTERS}\nbucket4j.enabled=false`)).toEqual([]);
    expect(await limited('bucket4j.filters[0].url=$' + '{LIMITED}')).toEqual([]);
    expect(await limited(FILTERS, 'org.springframework.boot:spring-boot-starter-json')).toEqual([]);
  });
});
