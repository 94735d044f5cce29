import type { HelpTexts } from './catalogue.ts';

/** Help in English. */
export const helpEn: HelpTexts = {
  titles: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    examples: 'Examples:',
  },
  defaultValue: 'default',
  choices: 'one of',
  optionsMark: '[options]',
  commandMark: '[command]',
  program:
    'Measures the architectural security of a repository from its source, without compiling or running it.',
  exitCodes:
    'Exit codes: 0 fine, 1 the gate failed, 2 wrong input or configuration, 3 the analysis could not run, 130 Ctrl-C.',
  showHelp: 'show help',
  showVersion: 'show the version',
  helpCommand: 'show help of a command',
  lang: 'language of texts; without it ru if the environment (LC_ALL, LC_MESSAGES, LANG) or .csqa.yml says so, else en',
  noColor: 'no colours; NO_COLOR does the same, FORCE_COLOR the opposite',
  analyze: {
    about: 'analyse a directory or a git repository',
    source: 'a directory, a git URL (https:// or file://) or a bare repository',
    ref: 'branch, tag or full commit id; of a directory under git, that commit instead of the files as they are',
    mode: 'fast only reads files; full also has Maven resolve class paths, in a container',
    out: 'where the files go: not there yet, empty, or left by an earlier run',
    format: 'formats to write beside report.json; repeat it or separate by commas',
    config: 'configuration instead of the .csqa.yml of the tree',
    baseline: 'a report to compare with: report.json, combined.json or their directory',
    json: 'print report, run record and gate as one JSON object instead of the summary',
    engine: 'what runs the analyzer; auto is local for fast and docker for full',
    timeout: 'end the analyzer after this time: 90s, 30m, 2h',
    memory: 'end the analyzer above this memory: 512m, 4g',
    advisories: 'OSV advisories to compare libraries with: a directory, or the https URL of an archive',
    network: 'give the container of full a network, for Maven to resolve dependencies',
    threads:
      'threads that code is read in: a number, 1 by default, or auto for one a processor (local engine)',
    cacheDir: 'keep what was read there, and read only what has changed since (local engine)',
    noCache: 'analyse anew, even where CSQA_CACHE_DIR names a directory',
    dumpCalls: 'write every call site with its targets as one JSON line',
    quiet: 'no progress, and one line instead of the summary',
    examples: [
      ['analyze', 'the current directory'],
      ['analyze ../my-service --fail-on high', 'a gate: no finding that is high or critical'],
      ['analyze https://github.com/spring-projects/spring-petclinic --ref main', 'a public repository'],
      [
        'analyze --max-risk 0.3 --format markdown --out build/csqa',
        'for CI: a limit and a place of your own',
      ],
      [
        'analyze --mode full --network --advisories https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip',
        'what is really on the class path, and which of it is known to be vulnerable',
      ],
      ['analyze --baseline main/report.json --fail-on-new high', 'a gate on what is new'],
      ['analyze --json --quiet | jq .report.aggregate.index', 'for scripts'],
    ],
  },
  gate: {
    failOn: 'exit 1 if there is a finding of this severity or worse',
    failOnNew: 'exit 1 if there is one that the baseline does not have, or not as grave',
    maxRisk: 'exit 1 if the risk index is above this, 0 to 1',
    maxRiskIncrease: 'exit 1 if the risk index grew by more than this, 0 to 1',
    max: 'exit 1 if a metric or a group is above this: B1=0.5, B=0.6; repeat it or separate by commas',
    maxIncrease: 'exit 1 if a metric or a group grew by more than this: B1=0.05',
    onMissingBaseline:
      'where there is no baseline to compare with: fail; full takes every finding for new; pass asks nothing of it',
    asOf: 'judge suppressions by this day instead of today (UTC): 2027-01-31',
  },
  diff: {
    about: 'compare two reports: what is new, fixed, moved, and why',
    base: 'the report before: report.json, combined.json or their directory',
    head: 'the report after',
    format: 'text for people, markdown, or json (the comparison with the gate)',
    examples: [
      ['diff before after', 'two out directories of csqa analyze'],
      ['diff base.json head.json --fail-on-new high', 'a gate on what is new'],
      ['diff base.json head.json --format markdown', 'for a comment on a pull request'],
    ],
  },
  explain: {
    about: 'tell all about a finding, a rule or a metric',
    id: 'id of a finding or its beginning, of a rule (CSQA-B1-thin-defence) or of a metric (B1)',
    report: 'report.json, combined.json, or the directory with them',
    examples: [
      ['explain B1-3f9a1c', 'a finding: path hop by hop, source, how to fix it'],
      ['explain CSQA-B3-uneven-protection', 'a rule and its findings'],
      ['explain C1 --report build/csqa', 'a metric and what moved it'],
    ],
  },
  render: {
    about: 'write a stored report again, in other formats or in another language',
    report: 'report.json, combined.json, or the directory with them',
    format: 'formats to write; repeat it or separate by commas',
    out: 'a file for one format, a directory for several; without it one format goes to standard output',
    pathPrefix: 'where the analysed tree lies in its repository: services/billing',
    sourceUrl: 'where the files of that commit can be looked at, for links: https://…/blob/COMMIT/',
    project: 'name that keeps several projects of one repository apart',
    asOf: 'judge suppressions by this day instead of today (UTC): 2027-01-31',
    examples: [
      ['render --format sarif > csqa.sarif', 'for code scanning'],
      ['render build/csqa --format gitlab,csv --out public/', 'several formats at once'],
      ['render combined.json --format comment --lang ru', 'for a comment on a pull request, in Russian'],
    ],
  },
  metrics: {
    about: 'tell what each metric means',
    json: 'print JSON',
    examples: [
      ['metrics', 'names, questions, definitions, weights and bands'],
      ['metrics --json', 'the same for scripts'],
    ],
  },
  init: {
    about: 'write a commented .csqa.yml',
    force: 'replace the one that is there',
    examples: [
      ['init', 'into the current directory'],
      ['init --lang ru', 'with comments in Russian'],
    ],
  },
  doctor: {
    about: 'look whether everything that an analysis needs is here',
    json: 'print JSON',
    engine: 'look as if analyses ran by this engine',
    examples: [
      ['doctor', 'Node, git, the analyzer, Docker, the temporary directory, disk space'],
      ['doctor --engine docker', 'what is missing for containers counts as missing'],
    ],
  },
  reap: {
    about: 'remove what runs that were killed left behind: directories, processes, containers',
    json: 'print JSON',
    examples: [['reap', 'only what is ours and what nobody works on any more']],
  },
  backup: {
    about: 'write everything that the web app keeps into a file; with PostgreSQL the app may go on',
    file: 'the file to write; it appears when it is complete',
    json: 'print JSON',
    examples: [['backup csqa-2026-11-26.backup', 'the database that DATABASE_URL or CSQA_DATA_DIR names']],
  },
  restore: {
    about: 'put a backup of the web app into a database that is empty; all of it or nothing',
    file: 'what csqa backup has written',
    json: 'print JSON',
    examples: [['restore csqa-2026-11-26.backup', 'the database that DATABASE_URL or CSQA_DATA_DIR names']],
  },
};
