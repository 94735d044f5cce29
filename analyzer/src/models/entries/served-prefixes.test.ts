import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const RESOURCES = `package org.clinic.rest;
import jakarta.ws.rs.*;
@Path("visits") public class Visits { @GET public String all() { return ""; } }
@Path("drafts") class Drafts { @GET public String all() { return ""; } }
`;

/** Routes of two resources beside servers that a Spring file declares. */
async function routes(servers: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const labels = await labelledFiles({
    'src/main/java/org/clinic/rest/Visits.java': RESOURCES,
    'src/main/resources/beans.xml': `<?xml version="1.0"?>
<beans xmlns="http://www.springframework.org/schema/beans" xmlns:jaxrs="http://cxf.apache.org/jaxrs">
  <bean id="visits" class="org.clinic.rest.Visits"/>
  ${servers}
</beans>`,
    ...more,
  });
  return routesOf(labels);
}

const server = (address: string, services: string) =>
  `<jaxrs:server id="s" ${address}><jaxrs:serviceBeans>${services}</jaxrs:serviceBeans></jaxrs:server>`;
const AS_WRITTEN = ['GET /visits Visits.all', 'GET /drafts Drafts.all'];

describe('classes that a Spring file serves', () => {
  it.each([
    ['a reference', '<ref bean="visits"/>'],
    ['a bean on the spot', '<bean class="org.clinic.rest.Visits"/>'],
  ])('stand below the address of their server, by %s, and no others do', async (_, services) => {
    expect(await routes(server('address="/api"', services))).toEqual([
      'GET /api/visits Visits.all',
      'GET /drafts Drafts.all',
    ]);
  });

  it('stand where they say themselves without an address, a bean or a server', async () => {
    expect(await routes(server('', '<ref bean="visits"/>'))).toEqual(AS_WRITTEN);
    expect(await routes(server('address="/api"', '<ref bean="others"/>'))).toEqual(AS_WRITTEN);
    expect(
      await routes(
        '<jaxrs:client id="c" address="/api"><jaxrs:serviceBeans><ref bean="visits"/></jaxrs:serviceBeans></jaxrs:client>',
      ),
    ).toEqual(AS_WRITTEN);
  });

  it('stand below the path of the servlet too', async () => {
    const settings = { 'src/main/resources/application.properties': 'cxf.path=/services\n' };
    expect(await routes(server('address="/api"', '<ref bean="visits"/>'), settings)).toEqual([
      'GET /services/api/visits Visits.all',
      'GET /services/drafts Drafts.all',
    ]);
  });
});
