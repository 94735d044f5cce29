import type { CsqaErrorCode } from '@csqa/orchestrator';
import { ownEntry } from '@csqa/report';
import type { CliTexts } from './catalogue.ts';
import { helpEn } from './help-en.ts';
import { systemReasonEn } from './system-reasons.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  files: ['file', 'files'],
  bytes: ['byte', 'bytes'],
  calls: ['call', 'calls'],
  methods: ['method', 'methods'],
};

/** Remedies by the options of the command line, where the orchestrator speaks of its own. */
const fixes: Readonly<Partial<Record<CsqaErrorCode, string>>> = {
  CLONE_AUTH: 'check the spelling; for a private repository set CSQA_GIT_TOKEN to a token that may read it',
  CLONE_NOT_FOUND:
    'check the spelling; for a private repository set CSQA_GIT_TOKEN to a token that may read it',
  ENGINE_UNAVAILABLE: 'csqa analyze --engine local --mode fast',
  OUT_DIR_REFUSED:
    'name a directory that is empty, or not there yet, or that an earlier run wrote: --out DIR',
  PATH_NOT_WRITABLE:
    'give yourself the right to write there, or name another directory: --out DIR for the files, TMPDIR for the work',
  ANALYZER_NOT_FOUND: 'unset CSQA_ANALYZER_BIN, or install csqa anew; csqa doctor shows what is wrong',
  TIMEOUT: 'raise --timeout, or exclude in .csqa.yml what need not be analysed',
  OOM: 'raise --memory, or exclude in .csqa.yml what need not be analysed',
  OOM_PARTIAL: 'raise --memory, or exclude in .csqa.yml what need not be analysed',
};

/** English. */
export const en: CliTexts = {
  language: 'en',
  help: helpEn,
  usage: {
    unknownOption: (option) => `there is no option ${option}`,
    unknownCommand: (command) => `there is no command ${command}`,
    missingArgument: (argument) => `expected an argument: ${argument}`,
    missingValue: (option) => `expected a value after ${option}`,
    tooMany: (extra) => `too many arguments: ${extra}`,
    badValue: (what, expected, received) => `${what}: expected ${expected}, got "${received}"`,
    seeHelp: (command) => `see ${command} --help`,
    didYouMean: (suggestion) => `did you mean ${suggestion}?`,
    oneOf: (choices) => `one of ${choices.join(', ')}`,
    riskNumber: 'a number from 0 to 1',
    limitById: 'a metric or a group with a number from 0 to 1, such as B1=0.5',
    day: 'a day as YYYY-MM-DD',
    pathInside: 'a path inside the repository, like services/billing',
    webAddress: 'an address that begins with https:// or http://',
    duration: 'seconds, or 90s, 30m, 2h, up to a week',
    size: 'bytes, or 512m, 4g',
    threads: 'a whole number from 1 to 1024, or auto',
    source: 'a directory, a git URL or a bare repository',
    refNeedsRepository: (path) => `--ref names a commit, and ${path} is not a git repository`,
    refNeedsRepositoryFix: 'leave --ref out, or name a git repository or its URL',
    looksLikeUrl: (written) => `there is nothing at ${written}, and it is not a URL: its protocol is missing`,
    looksLikeUrlFix: (url) => `csqa analyze ${url}`,
    sshUrl: (written) => `${written} is an ssh address; repositories are cloned over https`,
    sshUrlFix: (url) => `csqa analyze ${url} (for a private one, set CSQA_GIT_TOKEN)`,
    callsFile: (path, reason) => `--dump-calls: ${path} cannot be written: ${systemReasonEn(reason)}`,
    callsFileFix: 'name a file in a directory that exists and that you may write to',
    isDirectory: 'it is a directory',
    noParentDirectory: 'its directory does not exist',
  },
  progress: {
    stages: {
      checkout: 'Fetching the repository',
      start: 'Starting the analyzer',
      analyse: 'Starting the analyzer',
      inventory: 'Looking at the files',
      libraries: 'Finding the libraries',
      facts: 'Reading source',
      link: 'Resolving calls',
      models: 'Recognising frameworks',
      flow: 'Following paths',
      metrics: 'Measuring',
      findings: 'Collecting findings',
      report: 'Writing the report',
      intake: 'Checking the report',
      render: 'Writing the files',
    },
    units: (count, unit) => {
      const [one, many] = ownEntry(units, unit) ?? [unit, unit];
      return plural(count, one, many);
    },
    objects: (count) => plural(count, 'object', 'objects'),
    of: 'of',
    seconds: (seconds) => `${seconds} s`,
    warning: 'warning',
    warnings: (count) => plural(count, 'warning', 'warnings'),
    stopping: 'Stopping. Press Ctrl-C again to leave at once.',
    stopped: 'Stopped: no report was written, and what was there is as it was.',
  },
  summary: {
    gateNotSet: 'No gate is set: --fail-on, --max-risk, or gate in .csqa.yml',
    resolved: (calls, percent) => `${percent} of ${plural(calls, 'call', 'calls')} resolved`,
    noFindingsIn: (files) => `No findings in ${plural(files, 'file', 'files')}.`,
    findingCount: (count) => plural(count, 'finding', 'findings'),
    moreRules: (count) => `${plural(count, 'finding', 'findings')} of other rules`,
    diagnostics: (count) => plural(count, 'diagnostic', 'diagnostics'),
    files: 'Files',
    open: 'Open',
    next: 'Next',
    incomplete: 'The run did not end well: do not take this report for a clean pass',
  },
  diff: {
    noReport: (path) => `there is no report at ${path}`,
    noReportFix: 'name the report.json, the combined.json or the out directory of a run of csqa analyze',
    noBaseline: (path) => `there is no baseline at ${path}`,
    noBaselineFix: 'name a report that is there; --on-missing-baseline full or pass goes on without one',
    isComparison: (path) => `${path} is a comparison of two reports, not a report`,
    sameFile: 'both are the same file, so there is nothing to compare',
    sameFileFix: 'name the report before and the report after: csqa diff before after',
    mixedUp: (why) => `these reports cannot be compared: ${why}`,
    mixedUpFix: 'name two reports of one project',
  },
  explain: {
    excerpt: 'Source',
    related: 'See also',
    sameCause: {
      mended: 'Same root cause, mended together with',
      mends: (count) => `Same root cause, mended as well: ${plural(count, 'more finding', 'more findings')}`,
    },
    references: 'References',
    suppressed: (source, reason, until) =>
      `Suppressed by ${source === 'comment' ? 'a comment' : '.csqa.yml'}${until === null ? '' : ` until ${until}`}: ${reason}`,
    rule: 'Rule',
    findingsOfRule: (count) => `${plural(count, 'finding', 'findings')} of this rule in the report`,
    noneOfRule: 'The report has no finding of this rule.',
    inThisReport: 'In this report',
    contributors: (shown, total) =>
      shown === total ? 'What moves it' : `What moves it most (${shown} of ${total})`,
    parts: 'Its parts',
    topology: (nodes, edges) => `${plural(nodes, 'node', 'nodes')}, ${plural(edges, 'edge', 'edges')}`,
    reportUnknown: (path) => `There is no report at ${path}, so only the definition is shown.`,
    noReport: (path) => `there is no report at ${path}`,
    noReportFix: 'run csqa analyze first, or name the report: --report DIR',
    closed: (path, reason) => `${path} cannot be read: ${systemReasonEn(reason)}`,
    closedFix: 'give yourself the right to read it, or name another report',
    unreadable: (path, reason) => `${path} is not a report of this version: ${reason}`,
    unreadableFix: 'name the report.json or the out directory of a run of csqa analyze',
    otherVersion: (path, reason) => `${path} was written by another version of csqa: ${reason}`,
    otherVersionFix: 'update csqa where the report is newer, analyse again where it is older',
    withoutReport: (path) => `${path} tells of a run that left no report`,
    withoutReportFix: 'its orchestrator.error says why; mend that and run csqa analyze again',
    notFound: (id, report) => `${id} is no finding of ${report}, no rule and no metric`,
    notFoundAnywhere: (id) => `${id} is no rule and no metric`,
    ambiguous: (id, matches) => `${id} fits several findings: ${matches}`,
    ambiguousFix: 'give more of the id',
    closest: (ids) => `closest: ${ids}`,
    listFindings: (path) => `the ids are in ${path}`,
  },
  render: {
    noReportFix: 'run csqa analyze first, or name the report.json, the combined.json or their directory',
    noFormat: (choices) => `--format: expected ${choices}`,
    noFormatFix: 'csqa render --format markdown',
    needsOut: (formats) => `${formats}: several formats do not fit on standard output`,
    needsOutFix: 'name a directory for them: --out DIR',
    notWritable: (path, reason) => `${path} cannot be written: ${systemReasonEn(reason)}`,
    notWritableFix: 'name a path that you may write to: --out PATH',
  },
  metrics: {
    intro: 'Every metric goes from 0 (safe) to 1 (critical).',
    weight: 'weight',
    noWeight: 'no score',
    indexTitle: 'Risk index',
    index:
      'The mean of the metrics by their weights. A metric that cannot be measured takes no part: its weight is shared ' +
      'out over the others. weights in .csqa.yml replaces single weights.',
    bands: 'Bands of the index',
    band: (name, from, to) => (to === null ? `${name} from ${from}` : `${name} ${from} to ${to}`),
  },
  init: {
    written: (path) => `Wrote ${path}: every key with its default and its meaning.`,
    next: 'Change what you need, delete the rest, then run csqa analyze.',
    exists: (path) => `${path} is already there`,
    existsFix: 'csqa init --force replaces it',
    notWritable: (path, reason) => `${path} cannot be written: ${systemReasonEn(reason)}`,
    notWritableFix: 'go to a directory that you may write to',
  },
  doctor: {
    checks: {
      node: 'Node',
      git: 'git',
      analyzer: 'analyzer',
      docker: 'Docker',
      'image-fast': 'image for fast',
      'image-full': 'image for full',
      'host-paths': 'files to containers',
      'temporary-directory': 'temporary directory',
      'disk-space': 'disk space',
    },
    ready: 'Everything that an analysis needs is here.',
    notReady: 'An analysis cannot run on this machine yet.',
  },
  reap: {
    kinds: { directory: 'directory', process: 'process', container: 'container', volume: 'volume' },
    removed: (count) => `Removed ${plural(count, 'thing', 'things')} that dead runs left behind.`,
    kept: (count) => `Left alone ${plural(count, 'thing', 'things')} of runs that are still at work.`,
    nothing: 'Dead runs left nothing behind.',
    failed: (name, reason) => `${name} could not be removed: ${reason}`,
  },
  webApp: {
    saved: (file) => `Everything is in ${file}. Rows by table:`,
    restored: (file) => `Everything from ${file} is back. Rows by table:`,
    missing: 'the web app is not installed beside this csqa, or not built',
    missingFix:
      'run it where the web app is: docker compose exec web csqa backup FILE, or npm run csqa -- backup FILE in a clone',
    brokeOff: 'the web app broke off; what it said is above',
    brokeOffFix: 'nothing was changed; try again, and report it if it comes again',
    failure: () => ({}),
  },
  failure: {
    error: 'error',
    fix: 'fix',
    defect: 'csqa met a defect of its own',
    defectFix: 'report it with what CSQA_DEBUG=1 prints',
    orchestrator: (code) => {
      const fix = fixes[code];
      return fix === undefined ? {} : { fix };
    },
  },
};
