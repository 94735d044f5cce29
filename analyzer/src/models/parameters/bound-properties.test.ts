import { describe, expect, it } from 'vitest';
import { labelledFiles } from '../../../test/labelled-files.ts';

/** `name=source/entropy` of what the first entry point takes, with the field where the name is another. */
async function inputs(code: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const labels = await labelledFiles({ 'src/main/java/Sample.java': code, ...more });
  return (labels.entryPoints[0]?.parameters ?? []).map(
    ({ name, part, source, entropy }) =>
      `${name}${part === undefined || part === name ? '' : `→${part}`}=${source}/${entropy}`,
  );
}

describe('properties of a Struts action', () => {
  const action = (members: string, head = 'class Visits') => `
import org.apache.struts2.convention.annotation.Action;
import com.opensymphony.xwork2.*;
${head} {
  ${members}
  @Action("find") public String execute() { return "success"; }
}
class Owner { private String city; public void setCity(String city) { this.city = city; } }
class Registry { String all() { return ""; } }
@org.springframework.stereotype.Service class Bills { public void setYear(String year) {} }`;

  it('are inputs where it has a public setter for what a text can become', async () => {
    const members = `private String city; private long page; private java.io.File scan; private String hidden;
  public void setCity(String city) { this.city = city; }
  public void setPage(long page) { this.page = page; }
  public void setScan(java.io.File scan) { this.scan = scan; }
  void setHidden(String hidden) { this.hidden = hidden; }
  public static void setTitle(String title) {}`;
    expect(await inputs(action(members))).toEqual([
      'city=form/string',
      'page=form/bounded',
      'scan=file/binary',
    ]);
  });

  it('are inputs where it gives an object that has setters, and services are none', async () => {
    const members = `private Owner kept = new Owner(); private Registry registry; private Bills bills;
  public Owner getOwner() { return kept; }
  public Registry getRegistry() { return registry; }
  public Bills getBills() { return bills; }
  public void setBills(Bills bills) { this.bills = bills; }`;
    expect(await inputs(action(members))).toEqual(['owner→kept=form/string']);
  });

  it('are those of its base class too, and of the model in its place', async () => {
    const base = 'class Base { private String city; public void setCity(String city) { this.city = city; } }';
    expect(await inputs(`${action('', 'class Visits extends Base')} ${base}`)).toEqual(['city=form/string']);
    const model = 'private Owner owner = new Owner(); public Owner getModel() { return owner; }';
    expect(await inputs(action(model, 'class Visits implements ModelDriven<Owner>'))).toEqual([
      'owner=form/string',
    ]);
  });

  it('need the mark that newer versions ask for', async () => {
    const members = `private String city; private String name;
  @org.apache.struts2.interceptor.parameter.StrutsParameter public void setCity(String city) { this.city = city; }
  public void setName(String name) { this.name = name; }`;
    const pom = (version: string) => ({
      'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.struts</groupId><artifactId>struts2-core</artifactId><version>${version}</version></dependency></dependencies></project>`,
    });
    expect(await inputs(action(members), pom('7.0.0'))).toEqual(['city=form/string']);
    expect(await inputs(action(members), pom('6.3.0'))).toEqual(['city=form/string', 'name=form/string']);
  });
});

describe('fields of a JAX-RS resource', () => {
  it('are inputs where an annotation says where they come from', async () => {
    const resource = `
import jakarta.ws.rs.*;
@Path("visits") class Visits {
  @QueryParam("city") private String city;
  @jakarta.ws.rs.core.Context private jakarta.ws.rs.core.UriInfo uri;
  private String plain; private long id;
  @PathParam("id") public void setId(long id) { this.id = id; }
  @GET @Path("{id}") public String one() { return city; }
}`;
    expect(await inputs(resource)).toEqual(['city=query/string', 'id=path/bounded']);
  });
});
