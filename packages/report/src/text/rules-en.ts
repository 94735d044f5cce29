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
  'CSQA-B1-thin-defence': {
    title: 'Thin defence on a path',
    meaning:
      'Of six kinds of guards, fewer than half stand on the weakest road from an entry point to an operation; critical below a fifth. One finding for each entry point names its worst road.',
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
  'CSQA-C1-long-unchecked-path': {
    title: 'Input travels far unchecked',
    meaning:
      'A value from outside passes three or more methods before an operation uses it, and nobody validates or sanitises it on the way; high from four, critical from six.',
  },
  'CSQA-C2-exception-detail-in-response': {
    title: 'Exception detail in a response',
    meaning:
      'The message, the stack trace or the text of an exception flows into an answer to the client. Constant texts are fine.',
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
