import type { RuleId } from '../rules/rule-ids.ts';

/** How what each rule finds is mended, whatever the framework, in English. The findings themselves say it for theirs. */
export const ruleFixesEn: Readonly<Record<RuleId, string>> = {
  'CSQA-A1-public-entry-point':
    'Demand authentication for the route in the security configuration or on the handler; what is meant for everybody is suppressed with that reason.',
  'CSQA-A1-unvalidated-input':
    'Take a type whose fields carry bounds, validate it before the first use, and reject what does not fit.',
  'CSQA-A1-inert-guard':
    'Switch method security on, or move the annotation to where it acts: a public, overridable method that another object calls.',
  'CSQA-A1-shadowed-rule': 'Write the narrower rule or chain before the wider one, or remove it.',
  'CSQA-A1-management-exposed':
    'Expose what monitoring needs and no more, and demand a role for the rest, best on a port of its own.',
  'CSQA-A1-csrf-disabled':
    'Leave the protection on for everything that a browser session can reach; where only tokens in headers authenticate, make the chain stateless instead.',
  'CSQA-A1-any-verb': 'Name the verb that the handler answers: POST, PUT or DELETE.',
  'CSQA-A2-complex-near-entry':
    'Split the method by what it decides: guard clauses first, then one method for each case; keep nesting at one level.',
  'CSQA-A3-loose-input':
    'Replace it by a type with the fields that are really used, each with bounds, and validate it; limit the size of binary input and check its type by content.',
  'CSQA-A3-mass-assignment':
    'Take an object with the fields that the caller may set, and copy them into the stored one.',
  'CSQA-A3-unbounded-upload':
    'Set upper limits of a file and of a request to what the feature needs, and check type and number of files.',
  'CSQA-B1-thin-defence':
    'Add a wall of another kind on this road: an access rule, a right on the method, validation with bounds, a rate limit, an audit record.',
  'CSQA-B1-no-authorization':
    'Demand a right before the operation: a role for the path or a check on the method. If every user may do it, suppress the finding with that reason.',
  'CSQA-B1-no-owner-check':
    'Look the record up together with its owner, or compare the owner with the caller and refuse.',
  'CSQA-B1-no-rate-limit':
    'Limit attempts for each account and address, delay after failures, and count them where an alarm can see it.',
  'CSQA-B1-no-audit':
    'Write an event with actor, action and outcome to a store of its own, on success and on refusal.',
  'CSQA-B2-privileged-near-public':
    'Demand authentication and a right for this operation before the handler runs, or move it behind a guarded entry point.',
  'CSQA-B3-uneven-protection':
    'Guard all roads alike, best where they meet: on the method that all of them call. If the difference is meant, suppress the finding with that reason.',
  'CSQA-B4-empty-catch':
    'Log the failure with its cause or rethrow it; where security depends on it, refuse. Where it may be ignored, say why in the block and catch nothing wider.',
  'CSQA-B4-fails-open':
    'Fail closed: refuse or rethrow where the check fails, and let success come only from the check itself.',
  'CSQA-B4-ambiguous-catch':
    'Make the refusal explicit: rethrow, or return a type that can only be read as “no”.',
  'CSQA-B4-broad-catch':
    'Catch the exceptions that the check documents (JwtException, AuthenticationException), and let all others reach the error handler.',
  'CSQA-B4-trust-all-certificates':
    'Use the trust of the platform; for a private authority put its certificate into a trust store and load that.',
  'CSQA-B4-unverified-host':
    'Remove the verifier: by default the name is compared. Give the host a certificate with its own name.',
  'CSQA-B4-unverified-token':
    'Verify the signature before anything is read from the token, with a fixed algorithm and key.',
  'CSQA-C1-long-unchecked-path':
    'Check the value where it comes in (type, bounds, allow-list), and bind or encode it where it is used.',
  'CSQA-C1-sql-injection':
    'Keep the text of the statement constant and bind values as parameters; take names of columns and orders from a fixed set.',
  'CSQA-C1-nosql-injection': 'Build the query from typed criteria instead of parsing text.',
  'CSQA-C1-command-injection':
    'Call a library instead of a program; if the program is needed, start it without a shell under a fixed name, and take arguments from an allow-list.',
  'CSQA-C1-code-injection':
    'Do not evaluate input: map it to one of a fixed set of expressions, and pass the rest as variables.',
  'CSQA-C1-template-injection':
    'Keep templates in the application and pass input only as model values; choose a template by a fixed set of names.',
  'CSQA-C1-unsafe-reflection':
    'Map the value to one of a fixed set of classes or fields and refuse everything else.',
  'CSQA-C1-unsafe-deserialization':
    'Read data formats into fixed types; where native serialisation must stay, set a filter that allows the expected classes only.',
  'CSQA-C1-path-traversal':
    'Give stored files names of your own; else resolve the name against the base, normalise, and refuse what leaves the base.',
  'CSQA-C1-ssrf':
    'Compare the host of the parsed address with an allow-list, refuse private and link-local addresses after resolution, and do not follow redirects.',
  'CSQA-C1-xss':
    'Render through a template that escapes, or encode for the place of output; answer data as application/json.',
  'CSQA-C1-open-redirect':
    'Redirect to paths of your own only: a fixed set of targets, or a value that starts with one slash and has no host.',
  'CSQA-C1-header-injection':
    'Take the value from a fixed set, or refuse carriage returns and line feeds before it is set.',
  'CSQA-C1-ldap-injection':
    'Build filters from objects instead of text, or encode every value for filters and names.',
  'CSQA-C1-xpath-injection': 'Keep the expression constant and pass the value as a variable.',
  'CSQA-C1-xxe': 'Switch document types and external entities off before parsing.',
  'CSQA-C1-jndi-injection': 'Look up constant names only, or one of a fixed set.',
  'CSQA-C1-log-injection':
    'Take line breaks out (replaceAll("[\\r\\n]", "_")), or let the log write one structured record for each event (JSON).',
  'CSQA-C2-exception-detail-in-response':
    'Log the exception with an id, and answer with a constant text and that id from one place for all errors.',
  'CSQA-C2-error-detail-configured':
    'Switch details off in the profile that runs in production, and answer with constant texts and an id.',
  'CSQA-C2-entity-in-response':
    'Answer with an object of the fields that the client needs, and keep the rest out of reach.',
  'CSQA-C3-secret-in-log':
    'Leave the value out, or log a masked form or an id of it; then change the secret.',
  'CSQA-C3-secret-in-response':
    'Answer with an object that has no such field, or mark the field write-only for serialisation.',
  'CSQA-C3-hard-coded-secret':
    'Read it from the environment or a secret store at start, change the value that was written down, and leave no default behind.',
  'CSQA-C3-weak-password-storage':
    'Use Argon2id, bcrypt or PBKDF2 with many rounds, and hash the old passwords at the next login.',
  'CSQA-D1-many-technologies':
    'Put the rule where all roads meet (one gateway, one service), or retire a language that carries little.',
  'CSQA-D2-long-trust-chain': 'Check again close to the operation, in the method that performs it.',
  'CSQA-D2-trusted-identity-header':
    'Take the identity from a signed token that this service verifies, or let only the gateway connect and have it drop these headers from outside.',
  'CSQA-E1-home-made-crypto':
    'Use authenticated encryption or a password hash of a reviewed library, with keys from a key store.',
  'CSQA-E1-unusual-security-library':
    'Prefer what the platform brings; if this library is needed, pin it, name an owner for it and watch its advisories.',
  'CSQA-E1-many-dependencies':
    'Remove what is unused, replace small ones by the platform, and let a bot propose updates for the rest.',
  'CSQA-E1-unpinned-dependency':
    'Name one released version, in the manifest, a catalog or a lock file, and let a bot propose newer ones.',
  'CSQA-E1-version-conflict':
    'Decide on one version in dependencyManagement, a platform or a constraint, and let the build fail on others.',
  'CSQA-E1-vulnerable-component':
    'Raise the library to a version that no advisory is about, or replace it; what brings it along may have to be raised.',
  'CSQA-F1-untested-module': 'Write tests for the classes on the way from entry points to sinks first.',
  'CSQA-F1-duplication': 'Move the common part into one method or class, the code on the way to sinks first.',
  'CSQA-F2-untested-guard':
    'Write a test that is refused: a request without the right, or with a value that must be rejected.',
};
