import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { answeredEntities } from './stored-objects.ts';

const IMPORTS = `package org.clinic;
import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.*;
import org.springframework.web.bind.annotation.*;
`;

/** Secrets that go along with answers of a handler around the statements; `stored` is an account as it is kept. */
function shown(types: string, handler: string): readonly unknown[] {
  const text = `${IMPORTS}
@jakarta.persistence.Entity class Account {
  private String name; @JsonIgnore private String passwordHash;
  String getName() { return name; } String getPasswordHash() { return passwordHash; }
}
${types}
@RestController class Accounts {
  private Account stored;
  ${handler}
}`;
  return answeredEntities.look(inputOf(sampleOf(text).view())).map(({ facts }) => facts['secret']);
}

/** An object for answers with a getter and a setter; \`marks\` stand on the field. */
const card = (name: string, marks = '', onType = '') => `
${onType} class Card {
  ${marks} private String ${name};
  public String get${name[0]?.toUpperCase()}${name.slice(1)}() { return ${name}; }
  public void set${name[0]?.toUpperCase()}${name.slice(1)}(String value) { ${name} = value; }
}`;

const GET = (setter: string, value = 'stored.getPasswordHash()') =>
  `@GetMapping("/card") Card card() { Card card = new Card(); card.${setter}(${value}); return card; }`;

describe('an object that is made for an answer', () => {
  it.each([
    ['a hash of a password', card('passwordHash'), GET('setPasswordHash')],
    ['a password', card('password'), GET('setPassword')],
    ['a token that sets a new password', card('resetToken'), GET('setResetToken')],
    [
      'a component of a record',
      'record Card(String name, String passwordHash) {}',
      '@GetMapping("/card") Card card() { return new Card(stored.getName(), stored.getPasswordHash()); }',
    ],
    [
      'an inherited field, in a list',
      `${card('passwordHash').replace('class Card', 'class Base')} class Card extends Base {}`,
      '@GetMapping("/cards") List<Card> all() { Card card = new Card(); card.setPasswordHash(stored.getPasswordHash()); return List.of(card); }',
    ],
    [
      'a field that a builder fills',
      '@lombok.Data @lombok.Builder class Card { private String passwordHash; }',
      '@GetMapping("/card") Card card() { return Card.builder().passwordHash(stored.getPasswordHash()).build(); }',
    ],
  ])('takes along %s', (_, types, handler) => {
    expect(shown(types, handler)).toHaveLength(1);
  });

  it.each([
    ['is marked', card('passwordHash', '@JsonIgnore'), GET('setPasswordHash')],
    [
      'can only be written',
      card('password', '@JsonProperty(access = JsonProperty.Access.WRITE_ONLY)'),
      GET('setPassword'),
    ],
    ['is named at the type', card('password', '', '@JsonIgnoreProperties({"password"})'), GET('setPassword')],
    [
      'is marked in a mixin that code adds',
      `${card('password')} abstract class Quiet { @JsonIgnore abstract String getPassword(); }
class Json { Json(ObjectMapper mapper) { mapper.addMixIn(Card.class, Quiet.class); } }`,
      GET('setPassword'),
    ],
    [
      'is marked in a mixin of Spring Boot',
      `${card('password')} @org.springframework.boot.jackson.JsonMixin(Card.class) abstract class Quiet { @JsonIgnore String password; }`,
      GET('setPassword'),
    ],
    ['is emptied', card('password'), GET('setPassword', 'null')],
    ['is a token that was asked for', card('accessToken'), GET('setAccessToken')],
    [
      'has no getter',
      'class Card { private String password; public void setPassword(String value) { password = value; } }',
      GET('setPassword'),
    ],
    [
      'is filled by nobody',
      card('password'),
      '@PostMapping("/card") Card card(@RequestBody Card card) { return card; }',
    ],
  ])('keeps back a field that %s', (_, types, handler) => {
    expect(shown(types, handler)).toEqual([]);
  });
});

describe('a stored object', () => {
  it('takes its hash of a password along unless something keeps it out', () => {
    const user = (marks: string) =>
      `${marks} @jakarta.persistence.Entity class User { private String passwordHash; public String getPasswordHash() { return passwordHash; } }`;
    const get = '@GetMapping("/user") User user() { return new User(); }';
    expect(shown(user(''), get)).toEqual(['User.passwordHash']);
    expect(shown(user('@JsonIgnoreProperties("passwordHash")'), get)).toEqual(['']);
  });

  it('takes none along where the handler, or what it calls, empties the field of what it answers', () => {
    const user = `@jakarta.persistence.Entity class User { private String passwordHash;
  public String getPasswordHash() { return passwordHash; } public void setPasswordHash(String value) { passwordHash = value; } }
class Users { List<User> all() { List<User> found = new ArrayList<>(); for (User each : found) { each.setPasswordHash(null); } return found; } }`;
    const get = (body: string, parameter = '') =>
      `private Users users; @GetMapping("/users") List<User> all(${parameter}) { ${body} }`;
    const found = 'List<User> found = new ArrayList<>(); ';
    const emptied = `${found} for (User each : found) { each.setPasswordHash(null); } return found;`;
    expect(shown(user, get(emptied))).toEqual(['']);
    expect(shown(user, get('return users.all();'))).toEqual(['']);
    const filled = `${found} for (User each : found) { each.setPasswordHash(each.getPasswordHash()); } return found;`;
    expect(shown(user, get(filled))).toEqual(['User.passwordHash']);
    const given = `${found} asked.setPasswordHash(null); return found;`;
    expect(shown(user, get(given, 'User asked'))).toEqual(['User.passwordHash']);
  });
});
