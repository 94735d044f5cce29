import type { GroupId, MetricId } from '../schema/vocabulary.ts';
import type { GroupText, MetricText } from './catalogue.ts';

/** The groups in English. */
export const groupsEn: Readonly<Record<GroupId, GroupText>> = {
  A: {
    name: 'Attack surface',
    definition: 'How much the outside can reach, and how loose its input may be.',
  },
  B: { name: 'Barriers', definition: 'What stands between an outside request and operations that matter.' },
  C: { name: 'Data flow', definition: 'How far unchecked data travels, and what leaks out.' },
  D: { name: 'Trust boundaries', definition: 'How many technologies and hops the trust must survive.' },
  E: { name: 'Dependencies', definition: 'What foreign code the product rests on.' },
  F: { name: 'Repairability', definition: 'What a fix costs, and whether tests would catch a broken guard.' },
};

/** The metrics in English. */
export const metricsEn: Readonly<Record<MetricId, MetricText>> = {
  A1: {
    name: 'Attack surface exposure',
    question: 'How many doors are there, and how many stand open?',
    definition:
      'Every entry point counts one; more if its parameters are text or untyped, if it needs no login, or if its input is ' +
      'not validated. The sum is taken on a logarithmic scale: 0 is no entry point, 1 is a thousand plain ones.',
  },
  A2: {
    name: 'Explosive complexity',
    question: 'How hard to understand is the code that outsiders reach first?',
    definition:
      'Cognitive complexity of each reachable method divided by its distance from the nearest entry point plus one; the ' +
      'mean of the fifty highest. 0 is trivial code at the edge, 1 is a mean of thirty or more.',
  },
  A3: {
    name: 'Input entropy',
    question: 'How much freedom has a caller in what he sends?',
    definition:
      'Each entry point counts by its loosest parameter: bounded .2, text .5, untyped .8, binary 1.0, less if validated. ' +
      'The mean over entry points, HTTP weighing most.',
  },
  B1: {
    name: 'Defence depth',
    question: 'How many independent walls stand on the weakest road to an operation that matters?',
    definition:
      'Of six kinds of guards (authentication, authorization, validation, sanitization, rate limiting, audit), how many a ' +
      'request must pass on its way from an entry point to a sink. 0 is all six on every road, 1 is none.',
  },
  B2: {
    name: 'Privilege proximity',
    question: 'How few steps lead from a stranger to a privileged operation?',
    definition:
      'Fewest calls from an entry point without login to a privileged operation. 1 is in the handler itself, 0 is that none ' +
      'can be reached or that ten calls lie between.',
  },
  B3: {
    name: 'Protection parity',
    question: 'Are all roads to one operation guarded alike?',
    definition:
      'For every operation, the least guarded road compared with the best guarded one, by authentication, authorization and ' +
      'validation; in csqa-2, each road to an operation that others reach too, compared with all three. 0 is full protection ' +
      'on every one of them, 1 is an operation with a guarded and an unguarded road.',
  },
  B4: {
    name: 'Fail-safe',
    question: 'When a security check fails, does the door stay shut?',
    definition:
      'Of the catch blocks around security-relevant code, the share that does not fail closed: it is empty, goes on as if all ' +
      'were well, or returns a default.',
  },
  C1: {
    name: 'Tainted path',
    question: 'How far does input travel before anybody looks at it?',
    definition:
      'Longest run of consecutive calls from input to an operation without validation or sanitization of the value that ' +
      'flows. 0 is checked at once, 1 is ten calls or more.',
  },
  C2: {
    name: 'Error transparency',
    question: 'Do error answers tell outsiders about the inside?',
    definition:
      'Of the error handlers on reachable code, the share that lets the message, the type or the stack trace of an exception ' +
      'reach a response.',
  },
  C3: {
    name: 'Secret flow',
    question: 'Do passwords, tokens and keys end up in logs or answers?',
    definition: 'Of all uses of secrets, the share that flows into a log or a response.',
  },
  D1: {
    name: 'Technology boundaries',
    question: 'Across how many technologies must the same rules be kept?',
    definition: 'Languages of production code minus one. 0 is one language, 1 is five or more.',
  },
  D2: {
    name: 'Trust-chain depth',
    question: 'For how many steps does the code act on a check made long before?',
    definition:
      'Most calls after the last authentication or authorization check on a road from a guarded entry point to a sink. 0 is ' +
      'a check right at the operation, 1 is ten calls or more. In csqa-2 a road that nobody checks counts from its start.',
  },
  E1: {
    name: 'Dependency structure',
    question:
      'How much foreign code could bring a hole in, and is any of it security code that few people review?',
    definition:
      'Run-time libraries, declared ones in the mode fast, those on the class path in the mode full: those of the framework and of the project itself count 0, others 1, security libraries ' +
      'outside the usual ones 2, home-made cryptography 3. 1 is fifty points or more.',
  },
  F1: {
    name: 'Fix complexity',
    question: 'How costly and how risky is a change here?',
    definition:
      'A mean by weight of coupling, cognitive complexity, code without tests, duplicated code and share of abstract types.',
  },
  F2: {
    name: 'Security regression',
    question: 'Would a test notice if somebody removed a guard?',
    definition:
      'Of the guards in the code, the share whose method or class no test exercises; in csqa-2, of the entry points that ' +
      'lead to an operation, the share with no tested guard on the way.',
  },
};
