import { gzipSync } from 'node:zlib';
import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result, Run } from 'sarif';

/** Bounds of code scanning; beyond them an upload is rejected or cut. */
const LIMITS = {
  gzipBytes: 10_000_000,
  results: 5_000,
  rules: 25_000,
  locations: 10,
  steps: 1_000,
  tags: 10,
};

/**
 * What GitHub code scanning has against a log: the properties that it requires though SARIF does not, its limits, and what it
 * needs to tell one alert from another. Empty for a log that it takes whole.
 */
export function githubObjections(text: string): readonly string[] {
  const log = JSON.parse(text) as Log;
  const bytes = gzipSync(text).length;
  return [
    ...told(bytes > LIMITS.gzipBytes, `${bytes} bytes compressed`),
    ...told(log.version !== '2.1.0' || !log.$schema?.includes('2.1.0'), 'no SARIF 2.1.0'),
    ...told(log.runs.length !== 1, 'more or fewer than one run: one of the same category is rejected'),
    ...log.runs.flatMap(objectionsToRun),
  ];
}

function told(holds: boolean, objection: string): string[] {
  return holds ? [objection] : [];
}

function objectionsToRun(run: Run): string[] {
  const { driver } = run.tool;
  const rules = driver.rules ?? [];
  const results = run.results ?? [];
  const hashes = results.map((result) => result.partialFingerprints?.primaryLocationLineHash);
  return [
    ...told(isEmpty(driver.name), 'a tool without a name'),
    ...told(
      !/^[^/].*\/$|^\/$/.test(run.automationDetails?.id ?? ''),
      'a category that does not end with a slash',
    ),
    ...told(rules.length > LIMITS.rules, 'too many rules'),
    ...told(results.length > LIMITS.results, 'too many results'),
    ...told(new Set(rules.map(({ id }) => id)).size !== rules.length, 'two rules of one id'),
    ...told(new Set(hashes).size !== results.length, 'two results that would be one alert'),
    ...rules.flatMap(objectionsToRule),
    ...results.flatMap((result) => objectionsToResult(result, rules)),
  ];
}

function objectionsToRule(rule: ReportingDescriptor): string[] {
  const { tags = [] } = rule.properties ?? {};
  const severity: unknown = rule.properties?.['security-severity'];
  const number = Number(severity);
  return [
    ...told(isEmpty(rule.id), 'a rule without an id'),
    ...told((rule.name ?? '').length > 255, `${rule.id}: a long name`),
    ...told(!fits(rule.shortDescription?.text), `${rule.id}: shortDescription`),
    ...told(!fits(rule.fullDescription?.text), `${rule.id}: fullDescription`),
    ...told(isEmpty(rule.help?.text), `${rule.id}: help`),
    ...told(typeof severity !== 'string' || !(number > 0 && number <= 10), `${rule.id}: security-severity`),
    ...told(!tags.includes('security'), `${rule.id}: no tag security`),
    ...told(tags.length > LIMITS.tags, `${rule.id}: too many tags`),
    ...told(
      tags.some((tag) => tag.includes('cwe') && !/^external\/cwe\/cwe-\d{3,}$/.test(tag)),
      `${rule.id}: tag of a CWE`,
    ),
    ...told(
      !/^(?:very-high|high|medium|low)$/.test(String(rule.properties?.precision)),
      `${rule.id}: precision`,
    ),
  ];
}

function objectionsToResult(result: Result, rules: readonly ReportingDescriptor[]): string[] {
  const { locations = [], relatedLocations = [], codeFlows = [] } = result;
  const name = `result of ${result.ruleId}`;
  const flows = codeFlows.flatMap(({ threadFlows }) => threadFlows);
  const steps = flows.flatMap((flow) => flow.locations.map(({ location }) => location ?? {}));
  return [
    ...told(rules[result.ruleIndex ?? -1]?.id !== result.ruleId, `${name}: no rule`),
    ...told(isEmpty(result.message.text), `${name}: no message`),
    ...told(/\[[^\]]*\]\(/.test(result.message.text ?? ''), `${name}: a link in its message`),
    ...told(!/^(?:error|warning|note)$/.test(String(result.level)), `${name}: level`),
    ...told(locations.length !== 1, `${name}: only the first of its locations is used`),
    ...told(relatedLocations.length > 100, `${name}: too many related locations`),
    ...told(steps.length > LIMITS.steps, `${name}: too many steps`),
    ...told(
      flows.some((flow) => flow.locations.length === 0),
      `${name}: an empty path`,
    ),
    ...told(
      !/^.+:\d+$/s.test(result.partialFingerprints?.primaryLocationLineHash ?? ''),
      `${name}: no fingerprint`,
    ),
    ...told(result.baselineState === 'absent', `${name}: a result that is gone`),
    ...told(
      (result.suppressions ?? []).some(({ status }) => status !== 'accepted'),
      `${name}: a suppression that closes nothing`,
    ),
    ...[...locations, ...relatedLocations, ...steps].flatMap((location) =>
      objectionsToLocation(location, name),
    ),
    ...relatedLocations.flatMap(({ message }) =>
      told(isEmpty(message?.text), `${name}: a place without words`),
    ),
  ];
}

function objectionsToLocation(location: Location, name: string): string[] {
  const place: PhysicalLocation = location.physicalLocation ?? {};
  const uri = place.artifactLocation?.uri ?? '';
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = place.region ?? {};
  return [
    ...told(!isRelativeUri(uri), `${name}: ${JSON.stringify(uri).slice(0, 80)} is no relative URI`),
    ...told(startLine < 1 || startColumn < 1, `${name}: no beginning of a region`),
    ...told(endLine !== startLine || endColumn <= startColumn, `${name}: no region on one line`),
  ];
}

/** A path of RFC 3986 below the root, percent-encoded, that names no scheme and climbs nowhere. */
function isRelativeUri(uri: string): boolean {
  const segment = /^(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})+$/;
  return uri.split('/').every((part) => segment.test(part) && part !== '.' && part !== '..');
}

function fits(text: string | undefined): boolean {
  return !isEmpty(text) && (text ?? '').length <= 1_024;
}

function isEmpty(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}
