import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';
import { logInjections } from './log-injections.ts';

/** Rules found in a handler around the statements; `value` comes from the request. */
function rulesIn(statements: string): readonly string[] {
  const text = `package org.clinic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.PrintWriter;
import javax.naming.directory.*;
import javax.servlet.http.*;
import javax.xml.xpath.*;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.*;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;
@RestController
class Visits {
  private MongoCollection<Document> visits;
  private MongoTemplate mongo;
  private LdapTemplate ldap;
  private DirContext directory;
  private XPath xpath;
  private Document file;
  private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Visits.class);
  @PostMapping("/visits")
  Object open(@RequestParam String value, HttpServletRequest request, HttpServletResponse response) throws Exception {
    ${statements}
    return null;
  }
  private void note(String text) { log.warn("odd: " + text); visits.insertOne(new Document()); }
}`;
  const input = inputOf(sampleOf(text).view());
  return [...injections.look(input), ...logInjections.look(input)].map(({ rule }) => rule);
}

describe('a value from outside in the language of', () => {
  it.each([
    [
      'a document store',
      'C1-nosql-injection',
      'visits.find(Document.parse("{name: \'" + value + "\'}"));',
      'visits.find(Filters.eq("name", value));',
    ],
    [
      'queries of Spring Data',
      'C1-nosql-injection',
      'mongo.find(new BasicQuery("{name: \'" + value + "\'}"), Document.class);',
      'mongo.find(Query.query(Criteria.where("name").is(value)), Document.class);',
    ],
    [
      'templates',
      'C1-template-injection',
      'new freemarker.template.Template("page", new java.io.StringReader("<p>" + value), null).process(null, null);',
      'new freemarker.template.Template("page", new java.io.StringReader("<p>hello"), null).process(java.util.Map.of("name", value), new java.io.StringWriter());',
    ],
    [
      'Velocity',
      'C1-template-injection',
      'org.apache.velocity.app.Velocity.evaluate(null, null, "page", "Hello " + value);',
      'org.apache.velocity.VelocityContext names = new org.apache.velocity.VelocityContext(); names.put("name", value); org.apache.velocity.app.Velocity.evaluate(names, null, "page", "Hello $name");',
    ],
    [
      'headers',
      'C1-header-injection',
      'response.setHeader("X-Visit", value);',
      'response.setHeader("X-Visit", java.net.URLEncoder.encode(value, "UTF-8"));',
    ],
    [
      'directories',
      'C1-ldap-injection',
      'directory.search("ou=vets", "(uid=" + value + ")", new SearchControls());',
      'directory.search("ou=vets", "(uid=" + LdapEncoder.filterEncode(value) + ")", new SearchControls());',
    ],
    [
      'directories through Spring',
      'C1-ldap-injection',
      'ldap.search("ou=vets", "(uid=" + value + ")", null);',
      'ldap.search(LdapQueryBuilder.query().where("uid").is(value), null);',
    ],
    [
      'directories through a query of Spring',
      'C1-ldap-injection',
      'ldap.search(LdapQueryBuilder.query().base("ou=vets").countLimit(9).filter("(uid=" + value + ")"), null);',
      'ldap.search(LdapQueryBuilder.query().base("ou=vets").countLimit(9).filter("(uid={0})", value), null);',
    ],
    [
      'directories by the name of what is compared',
      'C1-ldap-injection',
      'ldap.search(LdapQueryBuilder.query().where(value).is("anna"), null);',
      'ldap.search(LdapQueryBuilder.query().base("ou=vets").where("uid").is(value), null);',
    ],
    [
      'XPath',
      'C1-xpath-injection',
      'xpath.evaluate("/visits[@name=\'" + value + "\']", file);',
      'xpath.evaluate("/visits[@id=" + Integer.parseInt(value) + "]", file);',
    ],
    [
      'stored objects as text',
      'C1-nosql-injection',
      'visits.find(new Document("$where", "this.name == \'" + value + "\'"));',
      'visits.find(new Document("name", value));',
    ],
    [
      'logs',
      'C1-log-injection',
      'log.info("asked for {}", value); visits.find(Filters.eq("name", "a"));',
      'log.info("asked for {}", value.replaceAll("[\\r\\n]", "_")); visits.find(Filters.eq("name", "a"));',
    ],
    [
      'logs by a method below',
      'C1-log-injection',
      'note(value);',
      'note(java.util.UUID.fromString(value).toString());',
    ],
    [
      'pages',
      'C1-xss',
      'response.setContentType("text/html"); response.getWriter().println("<p>" + value);',
      'response.setContentType("text/html"); response.getWriter().println("<p>" + HtmlUtils.htmlEscape(value));',
    ],
  ])('%s is found as %s, and its near twin is silent', (...[, rule, unsafe, safe]) => {
    expect(rulesIn(unsafe)).toEqual([rule]);
    expect(rulesIn(safe)).toEqual([]);
  });

  it('one place is no danger in another: an encoder for pages does not clean a filter', () => {
    expect(rulesIn('ldap.search("ou=vets", "(uid=" + HtmlUtils.htmlEscape(value) + ")", null);')).toEqual([
      'C1-ldap-injection',
    ]);
  });
});

describe('a request that is built part by part', () => {
  const JDK =
    'java.net.http.HttpClient.newHttpClient().send(%, java.net.http.HttpResponse.BodyHandlers.ofString());';
  const OK = 'new okhttp3.OkHttpClient().newCall(%).execute();';
  const sent = (client: string, request: string) => rulesIn(client.replace('%', request));
  const uri = (written: string) => `java.net.URI.create(${written})`;

  it('goes where its address says, be it told at once or later', () => {
    const jdk = 'java.net.http.HttpRequest';
    expect(sent(JDK, `${jdk}.newBuilder().uri(${uri('value')}).build()`)).toEqual(['C1-ssrf']);
    expect(sent(JDK, `${jdk}.newBuilder(${uri('value')}).build()`)).toEqual(['C1-ssrf']);
    expect(sent(OK, 'new okhttp3.Request.Builder().url(value).build()')).toEqual(['C1-ssrf']);
  });

  it('goes nowhere else for what its body or its headers hold', () => {
    const body = 'java.net.http.HttpRequest.BodyPublishers.ofString(value)';
    const jdk = `java.net.http.HttpRequest.newBuilder().uri(${uri('"https://stock.example/visits"')})`;
    expect(sent(JDK, `${jdk}.header("X-Note", value).POST(${body}).build()`)).toEqual([]);
    const ok = 'new okhttp3.Request.Builder().url("https://stock.example/visits")';
    expect(sent(OK, `${ok}.post(okhttp3.RequestBody.create(value, null)).build()`)).toEqual([]);
  });
});
