import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.util.*;
import lombok.*;
import org.slf4j.*;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.*;
`;

/** Leaks as `log <the source line>`, in order of place. */
function leaks(text: string): string[] {
  const sample = sampleOf(`${IMPORTS}${text}`);
  return sample
    .view()
    .secretUses.filter((use) => use.reaches !== 'elsewhere')
    .map((use) => `${use.reaches}: ${sample.line(use.location)}`);
}

/** Leaks in a service with a logger, an encoder and a few helpers. */
function leaksIn(statements: string, others = ''): string[] {
  return leaks(`
class Accounts {
  static final Logger log = LoggerFactory.getLogger(Accounts.class);
  PasswordEncoder encoder;
  String password;
  void open(String login, String secret, Account account) {
    ${statements}
  }
  String mask(String value) { return "***"; }
  void note(String value) {
    log.info("noted {}", value);
  }
  String fresh() { return UUID.randomUUID().toString(); }
}
class Account {
  private String login;
  private String password;
  String getLogin() { return login; }
  String getPassword() { return password; }
  void setPassword(String value) { password = value; }
}
${others}`);
}

describe('a secret in a log', () => {
  it.each([
    ['a parameter', 'log.info("secret {}", secret);', 'log: log.info("secret {}", secret);'],
    ['a field', 'log.info("password " + password);', 'log: log.info("password " + password);'],
    [
      'a local',
      'String token = fresh(); log.info("{}", token);',
      'log: String token = fresh(); log.info("{}", token);',
    ],
    ['a getter', 'log.info("{}", account.getPassword());', 'log: log.info("{}", account.getPassword());'],
    [
      'in a text',
      'log.info(String.format("%s/%s", login, secret));',
      'log: log.info(String.format("%s/%s", login, secret));',
    ],
    [
      'encoded',
      'log.info(Base64.getEncoder().encodeToString(secret.getBytes()));',
      'log: log.info(Base64.getEncoder().encodeToString(secret.getBytes()));',
    ],
    ['elsewhere', 'note(secret);', 'log: log.info("noted {}", value);'],
  ])('is found: %s', (...[, statements, leak]) => expect(leaksIn(statements)).toEqual([leak]));

  it.each([
    ['a hash of it', 'log.info("{}", encoder.encode(secret));'],
    ['whether it fits', 'log.info("{}", encoder.matches(secret, password));'],
    ['its length', 'log.info("{}", secret.length());'],
    ['a mask', 'log.info("{}", mask(secret));'],
    [
      'the login of an account that holds one',
      'account.setPassword(secret); log.info("{}", account.getLogin());',
    ],
    ['a name only', 'String passwordHash = login; log.info("password of {} changed", login);'],
    [
      'an answer to a library that got it',
      'Properties settings = new Properties(); settings.setProperty("x", secret); log.info("{}", settings.size());',
    ],
    ['another value in the same local', 'String value = secret; value = login; log.info("{}", value);'],
  ])('is not found: %s', (_, statements) => expect(leaksIn(statements)).toEqual([]));

  it('is one leak, whichever reads lead to it', () => {
    expect(leaksIn('log.info("{} {} {}", secret, password, account.getPassword());')).toHaveLength(1);
  });

  it('is two leaks in two places', () => {
    const sample = leaksIn(`log.info("{}", secret);
    log.warn("{}", secret);`);
    expect(sample).toEqual(['log: log.info("{}", secret);', 'log: log.warn("{}", secret);']);
  });
});

describe('a secret in an answer', () => {
  const controller = (body: string) =>
    leaks(`
@RestController class Accounts {
  static final Logger log = LoggerFactory.getLogger(Accounts.class);
  @PostMapping("/accounts") Object open(@RequestParam String login) {
    String password = fresh();
    String token = fresh();
    ${body}
  }
  String fresh() { return UUID.randomUUID().toString(); }
  record Opened(String login, String password) { }
}`);

  it.each([
    ['itself', 'return password;'],
    ['in a map', 'return Map.of("login", login, "password", password);'],
    ['in a record', 'return new Opened(login, password);'],
    ['as the body', 'return org.springframework.http.ResponseEntity.ok(password);'],
  ])('is found: %s', (_, body) => expect(controller(body)).toEqual([`response: ${body}`]));

  it.each([
    ['a part of what holds it', 'return new Opened(login, password).login();'],
    ['a token for who asked for one', 'return token;'],
    ['nothing of it', 'fresh().equals(password); return login;'],
  ])('is not found: %s', (_, body) => expect(controller(body)).toEqual([]));

  it('does not hide that the same value is logged', () => {
    expect(
      controller(`log.info("{}", password);
    return password;`),
    ).toEqual(['log: log.info("{}", password);', 'response: return password;']);
    expect(
      controller(`log.info("{}", token);
    return token;`),
    ).toEqual(['log: log.info("{}", token);']);
  });
});

describe('uses of secrets', () => {
  it('count reads that leak nowhere, and no getter that only returns its field', () => {
    const sample = sampleOf(`${IMPORTS}
class Account {
  private String password;
  String getPassword() { return password; }
  boolean fits(PasswordEncoder encoder, String other) { return encoder.matches(other, password); }
}`);
    expect(sample.view().secretUses).toMatchObject([{ what: { en: 'password' }, reaches: 'elsewhere' }]);
  });

  it('see generated accessors as they see written ones', () => {
    const text = (fields: string) => `
@Data class Account { String login; String password; }
class Accounts {
  static final Logger log = LoggerFactory.getLogger(Accounts.class);
  void open(Account account) { log.info("{}", account.${fields}()); }
}`;
    expect(leaks(text('getPassword'))).toHaveLength(1);
    expect(leaks(text('getLogin'))).toEqual([]);
  });
});
