import type { RuleTexts } from './rule-text.ts';

/** The rules in English. */
export const rulesEn: RuleTexts = {
  'CSQA-A1-public-entry-point': {
    title: 'Public entry point',
    meaning:
      'An HTTP entry point answers without asking who is there: its access verdict is public, by the rule, annotation or absence of both that the finding names. High where it reaches an operation, medium where it reaches none. An entry point whose access could not be decided is not accused.',
  },
  'CSQA-A1-unvalidated-input': {
    title: 'Input is not validated',
    meaning:
      'An entry point takes a body, or untyped or binary input, and nothing that can reject it stands before its first use. Types that leave nothing to check (numbers, enums, dates, identifiers) are fine.',
  },
  'CSQA-A1-inert-guard': {
    title: 'Security annotation without effect',
    meaning:
      'A security annotation stands on a method, and nothing makes it act: method security is not switched on, or a proxy cannot get there (private, final or static methods, calls on this). One finding for each class, annotation and reason.',
  },
  'CSQA-A1-shadowed-rule': {
    title: 'Access rule that is never asked',
    meaning:
      'An earlier path rule or filter chain takes every request that this one is about. High where the earlier one asks for less, low where it only makes this one pointless. Inclusion is decided on the patterns; what cannot be read shadows nothing.',
  },
  'CSQA-A1-management-exposed': {
    title: 'Management endpoint open to everyone',
    meaning:
      'Endpoints that a library answers by itself (actuator, consoles, descriptions of the interface) are open to everyone. Critical where they give away secrets, memory or control, high where they tell what runs inside, low where they describe the interface.',
  },
  'CSQA-A1-csrf-disabled': {
    title: 'Forged requests are not fended off',
    meaning:
      'Protection against cross-site request forgery is switched off in a filter chain whose users log in by a session (form, OAuth 2.0, SAML, remember-me). A stateless chain needs none and is silent.',
  },
  'CSQA-A1-any-verb': {
    title: 'Every verb changes something',
    meaning:
      'A handler behind a session login names no verb, so that a plain link reaches it too, and it writes, deletes or sends. Protection against forged requests does not look at GET.',
  },
  'CSQA-A2-complex-near-entry': {
    title: 'Complex code near an entry point',
    meaning:
      'Cognitive complexity divided by the distance to the nearest entry point plus one is 10 or more, high from 20. Code that outsiders reach first is where a misread branch becomes a way in.',
  },
  'CSQA-A3-loose-input': {
    title: 'Loosely typed input',
    meaning:
      'An entry point takes a map, a tree, an object of any type or raw bytes, so that neither the reader nor the framework knows what is allowed.',
  },
  'CSQA-A3-mass-assignment': {
    title: 'Stored object filled from the request',
    meaning:
      'A request is bound to a stored object field by field, and the same object is then written to the database. Binders that name the allowed or forbidden fields, form objects and records are fine.',
  },
  'CSQA-A3-unbounded-upload': {
    title: 'Uploads without an upper limit',
    meaning:
      'The upper limit of uploaded files is switched off by a setting, and an entry point takes files. The defaults of Spring Boot are limits and are silent.',
  },
  'CSQA-B1-thin-defence': {
    title: 'Thin defence on a path',
    meaning:
      'Of six kinds of guards, fewer than half stand on the weakest road from an entry point to an operation; critical below a fifth. One finding for each entry point names its worst road.',
  },
  'CSQA-B1-no-authorization': {
    title: 'Every login is enough',
    meaning:
      'A privileged operation is reached by whoever is logged in, and no right is asked for on the way. Where the code knows no rights at all, one finding stands for all entry points. An entry point that asks who the caller is may sort it out by itself and is not accused.',
  },
  'CSQA-B1-no-owner-check': {
    title: 'Record of somebody else by its id',
    meaning:
      'An entry point behind a login takes an id from the request and reaches a record of a type that belongs to somebody (a user, an account, a tenant), and nothing on the way asks who the caller is or which right he has.',
  },
  'CSQA-B1-no-rate-limit': {
    title: 'Passwords can be tried without limit',
    meaning:
      'A public entry point verifies a password, and neither a rate limit nor anything that counts attempts stands on the way.',
  },
  'CSQA-B1-no-audit': {
    title: 'Privileged operations leave no trace',
    meaning:
      'Requests can delete or run programs, and no audit event is written on the road. One finding for the whole tree names the operations.',
  },
  'CSQA-B2-privileged-near-public': {
    title: 'Privileged operation close to a public entry point',
    meaning:
      'An entry point open to everyone writes, deletes, runs or sends something within three calls; critical within one. It says more than the finding on the open entry point and the one on thin defence with the same cause, which both refer to it.',
  },
  'CSQA-B3-uneven-protection': {
    title: 'Uneven protection of one operation',
    meaning:
      'Two roads lead to one operation, and one of them lacks most of the authentication, authorization and validation of the other. Both roads are named.',
  },
  'CSQA-B4-empty-catch': {
    title: 'Empty catch block',
    meaning:
      'An exception is caught and nothing is done. Critical in code that decides about access or verifies something, medium elsewhere.',
  },
  'CSQA-B4-fails-open': {
    title: 'Security code fails open',
    meaning:
      'Code that decides about access continues as if all were well after an exception. A catch block that continues under a path rule which still demands authentication is closed and not reported.',
  },
  'CSQA-B4-ambiguous-catch': {
    title: 'Failure turns into a default value',
    meaning:
      'Code that decides about access answers an exception with a value that could mean yes or no; what follows depends on how the caller reads it.',
  },
  'CSQA-B4-broad-catch': {
    title: 'Every exception counts as a failed check',
    meaning:
      'A catch block around a check takes Exception or Throwable and goes on without throwing. The door stays shut, but a defect of the program looks like a bad password or token, and nobody sees it.',
  },
  'CSQA-B4-trust-all-certificates': {
    title: 'Every certificate is accepted',
    meaning:
      'A trust manager that can never refuse, or a constant or function of a library that stands for one.',
  },
  'CSQA-B4-unverified-host': {
    title: 'Host names of certificates are not verified',
    meaning: 'A host name verifier that always says yes, or a constant of a library that stands for one.',
  },
  'CSQA-B4-unverified-token': {
    title: 'Token is read without verification',
    meaning:
      'A token is decoded or parsed by a call that does not look at its signature, and nothing in the tree verifies such tokens.',
  },
  'CSQA-C1-long-unchecked-path': {
    title: 'Input travels far unchecked',
    meaning:
      'A value from outside passes three or more methods before an operation uses it, and nobody validates or sanitises it on the way; high from four, critical from six.',
  },
  'CSQA-C1-sql-injection': {
    title: 'SQL injection',
    meaning:
      'A value from outside becomes part of the text of an SQL or JPQL statement and nothing on the way takes its power. Bound parameters and values that became a number, a date or an enum constant are fine.',
  },
  'CSQA-C1-nosql-injection': {
    title: 'NoSQL injection',
    meaning:
      'A value from outside becomes part of a query of a document or key-value store that is parsed from text. Typed criteria are fine.',
  },
  'CSQA-C1-command-injection': {
    title: 'Command injection',
    meaning: 'A value from outside becomes part of a command that the server runs.',
  },
  'CSQA-C1-code-injection': {
    title: 'Code or expression injection',
    meaning:
      'A value from outside is evaluated as code or in an expression language (SpEL, OGNL, MVEL, a script engine).',
  },
  'CSQA-C1-template-injection': {
    title: 'Template injection',
    meaning:
      'A value from outside is compiled as a template, or names the template that is rendered. Values handed to a fixed template are fine.',
  },
  'CSQA-C1-unsafe-reflection': {
    title: 'Class or member chosen from outside',
    meaning: 'A value from outside names the class that is loaded or the member that is looked up.',
  },
  'CSQA-C1-unsafe-deserialization': {
    title: 'Unsafe deserialisation',
    meaning: 'Data from outside is turned into objects whose classes the data itself names.',
  },
  'CSQA-C1-path-traversal': {
    title: 'Path traversal',
    meaning:
      'A value from outside becomes part of a file path, and nothing keeps it inside the intended directory. A normalised path that must start with its base, or the last part of a name alone, is fine.',
  },
  'CSQA-C1-ssrf': {
    title: 'Server-side request forgery',
    meaning: 'A value from outside decides which address the server calls.',
  },
  'CSQA-C1-xss': {
    title: 'Cross-site scripting',
    meaning: 'A value from outside is written into an HTML answer without encoding for its place.',
  },
  'CSQA-C1-open-redirect': {
    title: 'Open redirect',
    meaning: 'A value from outside decides to which address the browser is sent.',
  },
  'CSQA-C1-header-injection': {
    title: 'Header injection',
    meaning: 'A value from outside is written into a header of the response without taking out line breaks.',
  },
  'CSQA-C1-ldap-injection': {
    title: 'LDAP injection',
    meaning: 'A value from outside becomes part of an LDAP filter or name without encoding.',
  },
  'CSQA-C1-xpath-injection': {
    title: 'XPath injection',
    meaning: 'A value from outside becomes part of an XPath expression.',
  },
  'CSQA-C1-xxe': {
    title: 'XML external entities',
    meaning:
      'XML from outside is parsed by a parser on which document types and external entities were not switched off.',
  },
  'CSQA-C1-jndi-injection': {
    title: 'JNDI injection',
    meaning:
      'A value from outside is looked up as a name in JNDI, and nothing limits which names are allowed.',
  },
  'CSQA-C1-log-injection': {
    title: 'Log injection',
    meaning:
      'Text from outside is written to a log with its line breaks. One finding for each method. Values are followed as far as they travel to operations that matter.',
  },
  'CSQA-C2-exception-detail-in-response': {
    title: 'Exception detail in a response',
    meaning:
      'The message, the stack trace or the text of an exception flows into an answer to the client. Constant texts are fine.',
  },
  'CSQA-C2-error-detail-configured': {
    title: 'Error details switched on',
    meaning:
      'A setting sends messages, stack traces or binding errors of every failure to clients, or switches debugging on. Low where only a profile for development says so.',
  },
  'CSQA-C2-entity-in-response': {
    title: 'Stored object in a response',
    meaning:
      'An entry point answers with an object as it is stored, or with another one that code puts a secret of an account into. Medium where a secret goes along, low otherwise; one finding for each type. Fields that are kept out of answers (@JsonIgnore, write-only, mixins) are no secret.',
  },
  'CSQA-C3-secret-in-log': {
    title: 'Secret in a log',
    meaning:
      'A value that is a secret by its name, type, annotation or source is written to a log. Hashes and masked values are none.',
  },
  'CSQA-C3-secret-in-response': {
    title: 'Secret in a response',
    meaning:
      'A value that is a secret by its name, type, annotation or source is sent to the client. A token that answers a login is where it belongs.',
  },
  'CSQA-C3-hard-coded-secret': {
    title: 'Hard-coded secret',
    meaning:
      'A password, key or token is written into code or settings of production. Placeholders, encrypted values, dummies and passwords of in-memory databases are none. Critical for credentials with the shape that a provider issues and in profiles for production, low in those for development. The value is never shown.',
  },
  'CSQA-C3-weak-password-storage': {
    title: 'Weak password storage',
    meaning:
      'Passwords are kept as they are, or under a fast hash: an encoder that does so, or MD5 or SHA-1 over something that is named password.',
  },
  'CSQA-D1-many-technologies': {
    title: 'Many technologies',
    meaning:
      'Production code is written in four or more languages (high from five), so that every rule that must hold everywhere has to be kept in step by hand.',
  },
  'CSQA-D2-long-trust-chain': {
    title: 'Long chain of trust',
    meaning:
      'Three or more calls lie between the last check of who the caller is and the operation that relies on it; high from five. No hole by itself: the place where the next caller will forget the check.',
  },
  'CSQA-D2-trusted-identity-header': {
    title: 'Identity from a header',
    meaning:
      'The name, id or roles of the caller are read from a header such as X-User-Id, which whoever reaches the service past the gateway can write.',
  },
  'CSQA-E1-home-made-crypto': {
    title: 'Home-made cryptography',
    meaning:
      'Production code encrypts or hashes by arithmetic of its own instead of calling a reviewed library.',
  },
  'CSQA-E1-unusual-security-library': {
    title: 'Unusual security library',
    meaning:
      'A declared runtime dependency does security work and is outside what everybody of the ecosystem uses for it.',
  },
  'CSQA-E1-many-dependencies': {
    title: 'Many dependencies',
    meaning: 'More than 20 runtime dependencies outside the baseline are declared; high above 40.',
  },
  'CSQA-E1-unpinned-dependency': {
    title: 'Dependency without a fixed version',
    meaning:
      'A runtime dependency names the newest version, a snapshot, an interval or an open end, and no lock file fixes it. One finding for each manifest.',
  },
  'CSQA-E1-version-conflict': {
    title: 'Versions in conflict',
    meaning:
      'A library is asked for in several versions, within a class path or between modules of which one stands on the other, and one of them wins by position, not by a decision. Medium where an older version won over a newer one that was asked for. Seen where class paths are known: in the mode full, and from lock files.',
  },
  'CSQA-E1-vulnerable-component': {
    title: 'Component with known vulnerabilities',
    meaning:
      'An advisory that was given in OSV format is about a library in the version that is on the class path, or that is declared. Severity is that of the worst advisory; medium where none says. One finding for each library and version.',
  },
  'CSQA-F1-untested-module': {
    title: 'Module without tests',
    meaning:
      'Tests refer to less than 30 % of the classes of a module, so that no fix in it can be shown to work.',
  },
  'CSQA-F1-duplication': {
    title: 'Duplicated code',
    meaning:
      'More than 30 % of the code stands more than once; a hole mended in one copy stays open in the others.',
  },
  'CSQA-F2-untested-guard': {
    title: 'Guard without a test',
    meaning:
      'No test exercises the method or the entry point that carries a guard, so that whoever removes the guard sees all tests pass.',
  },
};
