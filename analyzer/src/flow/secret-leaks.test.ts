import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.util.*;
import jakarta.servlet.http.*;
import lombok.*;
import org.slf4j.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.*;
`;

/** Where secrets end that leak: `log` or `response`, in the order of the source. */
function leaks(text: string): string[] {
  const { secretUses } = sampleOf(`${IMPORTS}${text}`).view();
  return secretUses.filter(({ reaches }) => reaches !== 'elsewhere').map(({ reaches }) => reaches);
}

const inService = (statements: string, others = '') => `
class Accounts {
  static final Logger log = LoggerFactory.getLogger(Accounts.class);
  @Value("\${mail.password}") String mail;
  @Value("\${mail.host}") String host;
  void open(String login, String password, Authentication caller, HttpServletRequest request, javax.crypto.SecretKey key) throws Exception { ${statements} }
}
${others}`;

describe('a secret by where it comes from', () => {
  it.each([
    ['a parameter', 'log.info("{}", password);', 'log.info("{}", login);'],
    ['a setting', 'log.info("{}", mail);', 'log.info("{}", host);'],
    ['the environment', 'log.info(System.getenv("DB_PASSWORD"));', 'log.info(System.getenv("DB_HOST"));'],
    [
      'the credentials of the caller',
      'log.info("{}", caller.getCredentials());',
      'log.info("{}", caller.getName());',
    ],
    [
      'a header that carries one',
      'log.info(request.getHeader("Authorization"));',
      'log.info(request.getHeader("Accept"));',
    ],
    ['a key', 'log.info(Arrays.toString(key.getEncoded()));', 'log.info(key.getAlgorithm());'],
    [
      'an entry of a map',
      'Map<String, String> all = new HashMap<>(); log.info(all.get("api-key"));',
      'Map<String, String> all = new HashMap<>(); log.info(all.get("city"));',
    ],
    ['a local', 'String apiKey = login + 1; log.info(apiKey);', 'String city = login + 1; log.info(city);'],
  ])('%s', (_, leaking, twin) => {
    expect(leaks(inService(leaking))).toEqual(['log']);
    expect(leaks(inService(twin))).toEqual([]);
  });

  it('is none any more once a method of the tree has masked it', () => {
    const texts = (name: string) =>
      `class Texts { static String ${name}(String secret) { return secret.substring(0, 2) + "****"; } }`;
    for (const name of ['maskSecret', 'redact', 'obfuscateKey'])
      expect(leaks(inService(`log.info("{}", Texts.${name}(password));`, texts(name)))).toEqual([]);
    for (const name of ['shorten', 'masked', 'masking'])
      expect(leaks(inService(`log.info("{}", Texts.${name}(password));`, texts(name)))).not.toEqual([]);
    const telling =
      'class Texts { static String maskSecret(String secret) { Accounts.log.info(secret); return "****"; } }';
    expect(leaks(inService('log.info("{}", Texts.maskSecret(password));', telling))).toEqual(['log']);
  });

  it.each([
    ['the encoder of passwords', 'String passwordEncoder = login; log.info(passwordEncoder);'],
    ['the type of a token', 'String tokenType = login; log.info(tokenType);'],
    ['a token against forged requests', 'String csrfToken = login; log.info(csrfToken);'],
    ['the word in a message', 'log.info("wrong password of {}", login);'],
    ['a comparison', 'log.info("{}", password.equals(login));'],
    [
      'a hash',
      'log.info(new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder().encode(password));',
    ],
  ])('is none: %s', (_, statements) => expect(leaks(inService(statements))).toEqual([]));
});

describe('a secret by where it goes', () => {
  it.each([
    ['a log', 'log.info("password " + password);', ['log']],
    ['the context of all log lines', 'MDC.put("user", password);', ['log']],
    [
      'a log, by the text of an object',
      'Account account = new Account(); account.password = password; log.info("{}", account.toString());',
      ['log'],
    ],
    [
      'a log, by an object that prints itself',
      'Account account = new Account(); account.password = password; log.info("{}", account);',
      ['log'],
    ],
    ['standard output', 'System.out.println(password);', ['log']],
    [
      'a log, without the part',
      'Account account = new Account(); account.password = password; log.info("{}", account.login);',
      [],
    ],
    [
      'a message of an exception that does not tell it',
      'throw new IllegalStateException("bad " + login);',
      [],
    ],
  ])('%s', (_, statements, expected) => {
    const account = '@lombok.Data class Account { String login; String password; }';
    expect(leaks(inService(statements, account))).toEqual(expected);
  });

  it('is not printed by an object that leaves it out', () => {
    const statements =
      'Account account = new Account(); account.password = password; log.info("{}", account);';
    expect(
      leaks(
        inService(
          statements,
          '@lombok.Data class Account { String login; @ToString.Exclude String password; }',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['', ['response']],
    ['@com.fasterxml.jackson.annotation.JsonIgnore', []],
    [
      '@com.fasterxml.jackson.annotation.JsonProperty(access = com.fasterxml.jackson.annotation.JsonProperty.Access.WRITE_ONLY)',
      [],
    ],
  ])(
    'is in an answer that is made of an object, unless the field is left out: %s',
    (annotation, expected) => {
      expect(
        leaks(`
@RestController class Api {
  @GetMapping("/me") Account me(String password) { Account account = new Account(); account.password = password; return account; }
}
class Account { String login; ${annotation} String password; }`),
      ).toEqual(expected);
    },
  );
});

describe('a secret in one of many objects that the same code makes', () => {
  const store = `
abstract class Stored<D> { abstract D toData(); }
class Keys { String label; String password; }
class Rooms { String label; }
class StoredKeys extends Stored<Keys> {
  String label; String password;
  Keys toData() { Keys keys = new Keys(); keys.password = password; return keys; }
}
class StoredRooms extends Stored<Rooms> {
  String label;
  Rooms toData() { Rooms rooms = new Rooms(); rooms.label = label; return rooms; }
}
class Convert {
  static <D> List<D> all(List<? extends Stored<D>> stored) {
    List<D> found = new ArrayList<>();
    for (Stored<D> each : stored) found.add(each.toData());
    return found;
  }
}`;
  const handler = (data: string) => `${store}
@RestController class Pages {
  List<Stored${data}> stored;
  @GetMapping("/all") List<${data}> all() { List<${data}> found = Convert.all(stored); return found; }
}`;

  it('is in the answer with those that have it, and not with those that have no such part', () => {
    expect(leaks(handler('Keys'))).toEqual(['response']);
    expect(leaks(handler('Rooms'))).toEqual([]);
    const direct = (data: string) =>
      handler(data).replace(
        /\{ List<\w+> found = Convert\.all\(stored\); return found; \}/u,
        () => '{ return Convert.all(outside.find()); } Missing outside;',
      );
    expect(leaks(direct('Keys'))).toEqual(['response']);
    expect(leaks(direct('Rooms'))).toEqual([]);
  });
});

describe('an object whose text shows a secret', () => {
  it.each([
    ['@Data class Login { String user; String password; }', ['log']],
    ['@Data class Login { String user; @ToString.Exclude String password; }', []],
    ['@ToString(exclude = "password") class Login { String user; String password; }', []],
    ['@ToString(of = "user") class Login { String user; String password; }', []],
    ['@ToString(onlyExplicitlyIncluded = true) class Login { String user; String password; }', []],
    ['@ToString class Login { String user; String password; }', ['log']],
    ['@Data class Login { String user; String password; public String toString() { return user; } }', []],
    ['class Login { String user; String password; }', []],
    ['record Login(String user, String password) { }', ['log']],
    ['record Login(String user, String password) { public String toString() { return user; } }', []],
    ['record Login(String user, String passwordHash) { }', []],
  ])('leaks where it is logged as a whole: %s', (type, expected) => {
    const logged = (statement: string) =>
      leaks(`class Logins {
  static final Logger log = LoggerFactory.getLogger(Logins.class);
  void open(Login login) { ${statement} }
}
${type}`);
    expect(logged('log.info("login {}", login);')).toEqual(expected);
    expect(logged('log.info("login " + login);')).toEqual(expected);
    expect(logged('login.hashCode();')).toEqual([]);
  });
});

describe('what is no secret any more, or is one by where it comes from', () => {
  it('is what a method of the tree made of it to be shown', () => {
    const masks = (name: string) =>
      inService(
        `log.info("{}", Texts.${name}(password));`,
        `class Texts {
  static String ${name}(String text) { return text.substring(0, 1) + "***"; }
}`,
      );
    expect(leaks(masks('maskPassword'))).toEqual([]);
    expect(leaks(masks('shorten'))).toEqual(['log']);
  });

  it('is the public half of a pair of keys', () => {
    const bytes = (half: string) =>
      inService(
        '',
        `class Pairs {
  static final Logger log = LoggerFactory.getLogger(Pairs.class);
  void show(java.security.KeyPair pair) { log.info(Arrays.toString(pair.${half}().getEncoded())); }
}`,
      );
    expect(leaks(bytes('getPublic'))).toEqual([]);
    expect(leaks(bytes('getPrivate'))).toEqual(['log']);
  });

  it('is a header or cookie that carries one', () => {
    const read = (annotation: string) =>
      leaks(`class Logins {
  static final Logger log = LoggerFactory.getLogger(Logins.class);
  void open(${annotation} String value) { log.info(value); }
}`);
    expect(read('@RequestHeader("Authorization")')).toEqual(['log']);
    expect(read('@RequestHeader("Accept")')).toEqual([]);
    expect(leaks(inService('log.info(request.getHeader("Cookie"));'))).toEqual(['log']);
  });

  it('is a field that a handler gives back, and not one that a getter gives to other code', () => {
    const giving = (annotation: string) =>
      leaks(
        `@RestController class Settings { String apiKey; ${annotation} String show() { return apiKey; } }`,
      );
    expect(giving('@GetMapping("/key")')).toEqual(['response']);
    expect(giving('')).toEqual([]);
  });
});
