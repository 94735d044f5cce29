import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';
import { inventoryOf, path } from '../../../test/view-of.ts';
import { labelIn } from '../../base/text.ts';
import type { ConfigurationProperty } from '../../inventory/inventory.ts';
import { link } from '../../link/link.ts';
import { linkedLanguages } from '../../stages/linked-languages.ts';
import { applyModels } from '../apply-models.ts';
import { loadModels } from '../load-models.ts';

const models = await loadModels();

/** `kind what` of the weaknesses in a class with these members. */
function inClass(members: string): string[] {
  const text = `package org.clinic;
import javax.net.ssl.*;
import java.security.cert.X509Certificate;
import org.springframework.security.crypto.password.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.*;
import org.springframework.security.config.http.SessionCreationPolicy;
public class Visits {
${members}
}`;
  return sampleOf(text).labels.weaknesses.map(({ kind, what }) => `${kind} ${labelIn('en', what)}`);
}

describe('a check that can never refuse', () => {
  const manager = (body: string) => `class Trusting implements X509TrustManager {
  public void checkClientTrusted(X509Certificate[] chain, String type) { throw new IllegalStateException(); }
  public void checkServerTrusted(X509Certificate[] chain, String type) ${body}
  public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
}`;

  it.each([
    ['an empty trust manager', manager('{ }'), ['any-certificate Visits$Trusting.checkServerTrusted']],
    [
      'a host name verifier that says yes',
      'class Any implements HostnameVerifier { public boolean verify(String host, SSLSession s) { return true; } }',
      ['any-host Visits$Any.verify'],
    ],
    [
      'a function that says yes',
      'void open(HttpsURLConnection c) { c.setHostnameVerifier((host, session) -> true); }',
      ['any-host HttpsURLConnection.setHostnameVerifier'],
    ],
    [
      'a constant of a library',
      'Object any() { return org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE; }',
      ['any-host NoopHostnameVerifier.INSTANCE'],
    ],
  ])('is found: %s', (_, members, expected) => {
    expect(inClass(members)).toEqual(expected);
  });

  it.each([
    [
      'a trust manager that refuses',
      manager('{ if (chain.length == 0) throw new IllegalArgumentException(); }'),
    ],
    [
      'a trust manager that asks another one',
      `X509TrustManager next;\n${manager('{ check(chain); } void check(X509Certificate[] c) { }')}`,
    ],
    [
      'a verifier that looks at the name',
      'class Own implements HostnameVerifier { public boolean verify(String host, SSLSession s) { return host.endsWith(".clinic.org"); } }',
    ],
    [
      'a function that looks at the name',
      'void open(HttpsURLConnection c) { c.setHostnameVerifier((host, session) -> host.equals("clinic.org")); }',
    ],
    [
      'a method of the same name elsewhere',
      'class Form { boolean verify(String host, SSLSession s) { return true; } }',
    ],
  ])('is not: %s', (_, members) => {
    expect(inClass(members)).toEqual([]);
  });
});

describe('a token', () => {
  const decode = 'Object read(String token) { return com.auth0.jwt.JWT.decode(token).getSubject(); }';

  it('that is decoded and never verified is found', () => {
    expect(inClass(decode)).toEqual(['unverified-token JWT.decode']);
  });

  it('of OpenID may be parsed where a validator looks at it', () => {
    const parse = 'Object read(String t) throws Exception { return com.nimbusds.jwt.SignedJWT.parse(t); }';
    const validate = (type: string) =>
      `Object check(com.nimbusds.openid.connect.sdk.validators.${type} v, com.nimbusds.jwt.JWT t) throws Exception { return v.validate(t, null); }`;
    expect(inClass(`${parse} ${validate('IDTokenValidator')}`)).toEqual([]);
    expect(inClass(`${parse} ${validate('IDTokenClaimsVerifier')}`)).toEqual([
      'unverified-token SignedJWT.parse',
    ]);
  });

  it('that is verified elsewhere may be decoded', () => {
    const verify =
      'void check(com.auth0.jwt.interfaces.JWTVerifier verifier, String token) { verifier.verify(token); }';
    expect(inClass(`${decode}\n${verify}`)).toEqual([]);
  });

  it('is read by what takes no signature, and silent by what demands one', () => {
    const read = (call: string) =>
      `Object read(io.jsonwebtoken.JwtParser parser, String token) { return parser.${call}(token); }`;
    expect(inClass(read('parseClaimsJwt'))).toEqual(['unverified-token JwtParser.parseClaimsJwt']);
    expect(inClass(read('parseClaimsJws'))).toEqual([]);
  });
});

describe('passwords', () => {
  it.each([
    ['kept as they are', 'PasswordEncoder encoder() { return NoOpPasswordEncoder.getInstance(); }'],
    [
      'under MD5',
      'String keep(String password) { return org.springframework.util.DigestUtils.md5DigestAsHex(password.getBytes()); }',
    ],
  ])('%s are found', (_, members) => {
    expect(inClass(members).map((text) => text.split(' ')[0])).toEqual(['weak-password-storage']);
  });

  it.each([
    [
      'under bcrypt',
      'PasswordEncoder encoder() { return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(); }',
    ],
    [
      'that are none: a checksum',
      'String sum(String content) { return org.springframework.util.DigestUtils.md5DigestAsHex(content.getBytes()); }',
    ],
  ])('%s are silent', (_, members) => {
    expect(inClass(members)).toEqual([]);
  });
});

describe('protection against forged requests', () => {
  const chain = (rest: string) =>
    `Object chain(HttpSecurity http) throws Exception { http.csrf(AbstractHttpConfigurer::disable)${rest}; return http.build(); }`;

  it('is missed where users log in by a session', () => {
    expect(inClass(chain('.formLogin(form -> {})'))).toEqual(['csrf-off HttpSecurity.csrf']);
    expect(
      inClass(
        chain('.formLogin(form -> {})').replace('AbstractHttpConfigurer::disable', 'csrf -> csrf.disable()'),
      ),
    ).toContain('csrf-off HttpSecurity.csrf');
  });

  it('is not missed without a session', () => {
    expect(inClass(chain('.httpBasic(basic -> {})'))).toEqual([]);
  });

  it('that keeps some paths out is no switch', () => {
    const some = chain('.formLogin(form -> {})').replace(
      'AbstractHttpConfigurer::disable',
      'csrf -> csrf.ignoringRequestMatchers("/hook")',
    );
    expect(inClass(some)).toEqual([]);
  });
});

describe('a secret in code', () => {
  it.each([
    ['a field', 'private String password = "Vet2024!";', 'password (password)'],
    ['a key that falls into capitals', 'String secret = "Q7tRvK02xM5nLd8sWe1Yb4";', 'secret (secret)'],
    ['a local', 'void open() { String apiKey = "9fK2mQ8xLw4Zt7Rb"; }', 'api key (apiKey)'],
    [
      'a setter',
      'void open(javax.sql.DataSource source, Config c) { c.setPassword("Vet2024!"); } static class Config { void setPassword(String p) { } }',
      'password (Password)',
    ],
    [
      'a comparison',
      'boolean open(String password) { return "Vet2024!".equals(password); }',
      'password (password)',
    ],
    [
      'a key of a provider under any name',
      'String id() { return "AKIA3X7EXQ5ZJ2LMN4OP"; }',
      'credentials of a provider (literal)',
    ],
    [
      'a signing key',
      'Object key() { return com.auth0.jwt.algorithms.Algorithm.HMAC256("clinic signing"); }',
      'Algorithm.HMAC256',
    ],
  ])('is found in %s', (_, members, what) => {
    expect(inClass(members)).toEqual([`hard-coded-secret ${labelIn('en', what)}`]);
  });

  it.each([
    ['a name of a field', 'static final String PASSWORD = "password";'],
    ['a message key', 'static final String TOKEN = "session.token.name";'],
    [
      'a message key in capitals',
      'static final String TOKEN_GRANT = "oauth2DeviceAuthorizationGrantDisabledMessage";',
    ],
    ['a short media type', 'static final String SD_JWT = "vc+sd-jwt";'],
    ['a media type', 'static final String PROOF_JWT = "openid4vci-proof+jwt";'],
    ['a placeholder', 'String password = "${DB_PASSWORD}";'],
    ['a dummy', 'String password = "your-password1";'],
    ['a salt', 'static final String PASSWORD_SALT = "Vet2024!";'],
    ['a format', 'String password = "%s:%d!";'],
    ['what comes from outside', 'String password = System.getenv("DB_PASSWORD");'],
    [
      'the frame of a key without the key',
      'boolean isKey(String text) { return text.startsWith("-----BEGIN PRIVATE KEY-----"); }',
    ],
  ])('is not %s', (_, members) => {
    expect(inClass(members)).toEqual([]);
  });

  it('is never shown', () => {
    const found = sampleOf('class Visits { String password = "Vet2024!"; }').labels.weaknesses;
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('Vet2024');
  });
});

describe('settings', () => {
  const property = (
    key: string,
    value: string,
    parts: Partial<ConfigurationProperty> = {},
  ): ConfigurationProperty => ({
    key,
    value,
    file: path('src/main/resources/application.properties'),
    line: 3,
    role: 'production',
    module: '.',
    profile: null,
    ...parts,
  });
  const find = (...properties: ConfigurationProperty[]) => {
    const program = link([], { ...linkedLanguages(), synthesis: models.synthesis });
    const inventory = inventoryOf({ properties });
    return applyModels({ program, inventory, models, texts: new Map() }).weaknesses.map(
      ({ kind, surroundings, symbol }) => `${kind} ${symbol} ${surroundings}`,
    );
  };

  it.each([
    ['server.error.include-stacktrace', 'always'],
    ['server.error.includeStacktrace', 'ALWAYS'],
  ])('that tell details of errors are found in every spelling: %s=%s', (key, value) => {
    expect(find(property(key, value))).toEqual([`error-detail ${key} any`]);
  });

  it.each([
    ['never tell', property('server.error.include-stacktrace', 'never')],
    ['are of tests', property('server.error.include-stacktrace', 'always', { role: 'test' })],
    ['limit uploads', property('spring.servlet.multipart.max-file-size', '20MB')],
    ['take a secret from outside', property('spring.datasource.password', '${DB_PASSWORD}')],
    ['hold an encrypted one', property('spring.datasource.password', 'ENC(1Hs8==)')],
    ['say where one lies', property('app.jwt.private-key', 'classpath:keys/app.pem')],
    ['only speak of one', property('app.password-policy', 'strict')],
  ])('that %s are silent', (_, quiet) => {
    expect(find(quiet)).toEqual([]);
  });

  it('hold a secret for everybody, for production or only for development', () => {
    const secret = (profile: string | null) =>
      find(property('spring.datasource.password', 'root', { profile }));
    expect(secret(null)).toEqual(['hard-coded-secret spring.datasource.password any']);
    expect(secret('prod')).toEqual(['hard-coded-secret spring.datasource.password production']);
    expect(secret('dev')).toEqual(['hard-coded-secret spring.datasource.password development']);
  });

  it('of a database that ends with the process hold none', () => {
    expect(
      find(
        property('spring.datasource.url', 'jdbc:h2:mem:clinic'),
        property('spring.datasource.password', 'sa'),
      ),
    ).toEqual([]);
  });
});

describe('the caller as a header names him', () => {
  it('is found in a parameter and in a call', () => {
    expect(
      inClass(
        'void open(@org.springframework.web.bind.annotation.RequestHeader("X-User-Id") String user) { }',
      ),
    ).toEqual(['trusted-header X-User-Id (user)']);
    expect(
      inClass(
        'Object open(javax.servlet.http.HttpServletRequest request) { return request.getHeader("X-User-Id"); }',
      ),
    ).toEqual(['trusted-header HttpServletRequest.getHeader']);
  });

  it('is none in other headers', () => {
    expect(
      inClass(
        'void open(@org.springframework.web.bind.annotation.RequestHeader("X-Request-Id") String id) { }',
      ),
    ).toEqual([]);
    expect(
      inClass(
        'Object open(javax.servlet.http.HttpServletRequest request) { return request.getHeader("User-Agent"); }',
      ),
    ).toEqual([]);
  });
});

describe('a token that is decoded and verified nowhere', () => {
  const client = (statements: string) => `private String token;
    String name() { com.auth0.jwt.interfaces.DecodedJWT read = com.auth0.jwt.JWT.decode(token); ${statements} }`;

  it('is found where somebody believes what it says', () => {
    const found = ['unverified-token JWT.decode'];
    expect(inClass(client('return read.getSubject();'))).toEqual(found);
    expect(inClass(client('return read.getExpiresAt() == null ? null : read.getSubject();'))).toEqual(found);
    expect(inClass(client('return String.valueOf(read);'))).toEqual(found);
  });

  it('is left alone where a client only looks when to fetch a new one', () => {
    expect(
      inClass(client('return read.getExpiresAt().before(new java.util.Date()) ? null : token;')),
    ).toEqual([]);
    expect(
      inClass(
        'boolean isOld(String token) { return com.auth0.jwt.JWT.decode(token).getExpiresAt() == null; }',
      ),
    ).toEqual([]);
  });
});
