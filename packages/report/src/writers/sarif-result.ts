import type { Location, PhysicalLocation, Region, Result, ThreadFlowLocation } from 'sarif';
import type { Excerpt, Finding, Hop, SuppressedFinding } from '../schema/finding.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { clipText, plain } from '../text/plain.ts';
import { levelOf, type SarifRules, taxonReferences } from './sarif-rules.ts';
import type { SarifStates } from './sarif-states.ts';
import { sourceUri } from './source-uri.ts';

/** How much of a finding is written. */
export interface SarifDetail {
  /** Source lines around the place. */
  readonly excerpts: boolean;
  /** The path hop by hop and other places that belong to it. */
  readonly paths: boolean;
}

/** What a result is made with. */
export interface SarifContext {
  readonly text: Catalogue;
  readonly rules: SarifRules;
  /** Null where the report is held against no baseline. */
  readonly states: SarifStates | null;
  readonly prefix: string;
  readonly detail: SarifDetail;
  /** Number of this finding among those with its fingerprint, from 1. */
  readonly ordinal: number;
}

/** What relative URIs are relative to. */
export const ROOT = '%SRCROOT%';

/** GitHub keeps a hundred locations of a result. */
const MOST_LOCATIONS = 100;

/** UTF-16 units of a message, of a source line, of a name. */
const LONGEST_PART = 1_200;
const LONGEST_LINE = 300;
const LONGEST_NAME = 500;

/** Lines of an excerpt. */
const MOST_LINES = 9;

/** One finding; null for one whose file is none of the tree. */
export function sarifResult(finding: Finding | SuppressedFinding, context: SarifContext): Result | null {
  const { text, rules, states, prefix, detail, ordinal } = context;
  const place = sarifPlace(finding, prefix);
  if (place === null) return null;
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf.get(finding.rule) ?? -1,
    level: levelOf(finding.severity),
    ...(states === null ? {} : { baselineState: states.get(finding.id) ?? 'new' }),
    message: { text: messageOf(finding, text) },
    locations: [
      {
        physicalLocation: detail.excerpts ? withExcerpt(place, finding) : place,
        ...logicalLocation(finding.symbol),
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: `${finding.fingerprint}:${ordinal}`,
      'csqa/v1': finding.fingerprint,
    },
    ...(detail.paths ? pathParts(finding, context) : {}),
    taxa: taxonReferences(finding.cwe, rules.taxonIndexOf),
    ...('suppression' in finding ? { suppressions: [suppressionOf(finding, prefix)] } : {}),
    properties: {
      id: finding.id,
      metric: finding.metric,
      severity: finding.severity,
      confidence: finding.confidence,
      ...(finding.sameCauseAs === undefined ? {} : { sameCauseAs: finding.sameCauseAs }),
      ...(finding.owasp.length === 0 ? {} : { owasp: finding.owasp }),
      ...(finding.asvs === undefined ? {} : { asvs: finding.asvs }),
    },
  };
}

/** A line of a file, as code scanning wants it; null where the file is none of the tree. */
export function sarifPlace(
  place: Pick<Finding, 'file' | 'line' | 'excerpt'>,
  prefix: string | undefined,
): PhysicalLocation | null {
  const uri = sourceUri(place.file, prefix);
  return uri === null ? null : { artifactLocation: { uri, uriBaseId: ROOT }, region: regionOf(place) };
}

/** The fact first: lists show only the beginning. Square brackets make links in SARIF, so none may stand before a bracket. */
function messageOf(finding: Finding, text: Catalogue): string {
  const parts = [
    finding.what,
    finding.why,
    `${text.summary.fix}: ${finding.fix}`,
    text.formats.findingId(finding.id),
  ];
  return parts.map((part) => sentence(plain(part, LONGEST_PART))).join('\n');
}

function sentence(text: string): string {
  return `${text.replaceAll('](', '] (')}${/[.!?…]$/.test(text) ? '' : '.'}`;
}

/**
 * One line, because code scanning shows an alert in a pull request only if the pull request touches every line of it. The columns
 * are those of the code on it; where the report does not have the line, its first character stands for it.
 */
function regionOf({ line, excerpt }: Pick<Finding, 'line' | 'excerpt'>): Region {
  const source = (excerpt?.lines[line - excerpt.startLine] ?? '').trimEnd();
  const indent = source.length - source.trimStart().length;
  return {
    startLine: line,
    startColumn: indent + 1,
    endLine: line,
    endColumn: Math.max(source.length, indent + 1) + 1,
  };
}

/** The place with its line and the lines around it, where the report has them. */
function withExcerpt(place: PhysicalLocation, { line, excerpt }: Finding): PhysicalLocation {
  const source = excerpt?.lines[line - excerpt.startLine]?.trim() ?? '';
  if (excerpt === undefined || source === '') return place;
  return {
    ...place,
    region: { ...place.region, snippet: { text: sourceLine(source) } },
    ...surroundings(line, excerpt),
  };
}

function surroundings(line: number, excerpt: Excerpt): Pick<PhysicalLocation, 'contextRegion'> {
  const { startLine } = excerpt;
  const lines = excerpt.lines.slice(0, MOST_LINES);
  const endLine = startLine + lines.length - 1;
  if (lines.length < 2 || line < startLine || line > endLine) return {};
  return { contextRegion: { startLine, endLine, snippet: { text: lines.map(sourceLine).join('\n') } } };
}

/** A source line with its blanks, without what a terminal or a renderer acts on. */
function sourceLine(line: string): string {
  return clipText(line, LONGEST_LINE)
    .toWellFormed()
    .replace(/[^\P{C}\t]|[\u2028\u2029]/gu, '\ufffd');
}

function logicalLocation(symbol: string | null): Pick<Location, 'logicalLocations'> {
  if (symbol === null || symbol === '') return {};
  return { logicalLocations: [{ fullyQualifiedName: plain(symbol, LONGEST_NAME) }] };
}

function pathParts(
  finding: Finding,
  { text, prefix }: SarifContext,
): Pick<Result, 'codeFlows' | 'relatedLocations'> {
  const steps = ends(finding.path).flatMap((hop) => stepOf(hop, text, prefix));
  const related = (finding.related ?? [])
    .flatMap((hop) => locationOf(hop, prefix))
    .slice(0, MOST_LOCATIONS)
    .map((location, index) => ({ id: index + 1, ...location }));
  return {
    ...(steps.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: steps }] }] }),
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  };
}

/** A path that is too long keeps its beginning and its end. */
function ends(path: readonly Hop[]): readonly Hop[] {
  if (path.length <= MOST_LOCATIONS) return path;
  return [...path.slice(0, MOST_LOCATIONS / 2), ...path.slice(-MOST_LOCATIONS / 2)];
}

function stepOf(hop: Hop, text: Catalogue, prefix: string): ThreadFlowLocation[] {
  const guards = (hop.guards ?? []).map((category) => text.guardCategories[category]);
  return locationOf(hop, prefix).map((location) => ({
    location,
    ...(guards.length === 0 ? {} : { properties: { guards } }),
  }));
}

function locationOf(hop: Hop, prefix: string): Location[] {
  const { file, line, label, symbol } = hop;
  const place = sarifPlace({ file, line }, prefix);
  if (place === null) return [];
  const names = [label, symbol ?? undefined, file].map((name) => plain(name ?? '', LONGEST_NAME));
  const name = names.find((candidate) => candidate !== '') ?? String(line);
  return [{ physicalLocation: place, ...logicalLocation(symbol), message: { text: sentence(name) } }];
}

function suppressionOf(
  { suppression }: SuppressedFinding,
  prefix: string,
): NonNullable<Result['suppressions']>[number] {
  const { source, reason, until, file, line } = suppression;
  const place = sarifPlace({ file, line }, prefix);
  return {
    kind: source === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === '' ? {} : { justification: plain(reason, LONGEST_PART) }),
    ...(place === null ? {} : { location: { physicalLocation: place } }),
    ...(until === null ? {} : { properties: { until } }),
  };
}
