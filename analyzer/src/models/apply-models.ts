import { compareDiagnostic, type Diagnostic } from '../base/diagnostics.ts';
import { type RelativePath, typeName } from '../base/ids.ts';
import { byNumber, byText, compareText, inOrder } from '../base/ordering.ts';
import { labelIn } from '../base/text.ts';
import type { ConfigurationKind, Inventory, ManifestFormat } from '../inventory/inventory.ts';
import { decideAccess } from './access/decide-access.ts';
import { assignRoles } from './calls/assign-roles.ts';
import { withJoinedFailures } from './calls/joined-failures.ts';
import { withLookUps } from './calls/look-ups.ts';
import { withOwnValidators } from './calls/own-validators.ts';
import { isRouteFile } from './entries/configured-routes.ts';
import { discoverEntries } from './entries/discover-entries.ts';
import type { EntryDraft } from './entries/entry-draft.ts';
import { withTranscodedPaths } from './entries/transcoded-paths.ts';
import { findErrorHandlers } from './error-handlers.ts';
import { annotationGuards } from './guards/annotation-guards.ts';
import { aspectGuards, behindAspects, recordingAspects } from './guards/aspect-guards.ts';
import { callGuards } from './guards/call-guards.ts';
import { entityGuards } from './guards/entity-guards.ts';
import { entryGuards } from './guards/entry-guards.ts';
import { askingGuards, givenBackGuards } from './guards/given-back.ts';
import { ownedRecordGuards } from './guards/owned-records.ts';
import { refusalGuards } from './guards/refusal-guards.ts';
import { switchGuards } from './guards/switch-guards.ts';
import { type FoundAdvice, findAdvice } from './implicit/advice.ts';
import { findImplicitCalls } from './implicit/find-implicit-calls.ts';
import type { AccessVerdict, EntryPoint, Guard, InertGuard, Labels, Sink } from './labels.ts';
import { decisionsOf, findMandatoryRefusals } from './mandatory-refusals.ts';
import { createMatchTools, type MatchTools, type ModelInput } from './match/match-tools.ts';
import type { Models } from './models.ts';
import { withoutIdleRequests } from './parameters/idle-requests.ts';
import { findConfiguredSecrets, SETTINGS_KINDS } from './secrets/configured-secrets.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { hiddenParts } from './secrets/hidden-parts.ts';
import { maskingMethods, printedSecrets } from './secrets/printed-secrets.ts';
import { createSecretNaming, type SecretNaming } from './secrets/secret-naming.ts';
import { findSecurityMethods } from './security-methods.ts';
import { findSinks } from './sinks/find-sinks.ts';
import { findPageAnswers } from './sinks/page-answers.ts';
import { findRedirectAnswers } from './sinks/redirect-answers.ts';
import { hasSessionLogin, identityReaders } from './stored/identity-readers.ts';
import { findEntityUses, ownedTypes } from './stored/stored-types.ts';
import { findWeaknesses } from './weaknesses/find-weaknesses.ts';

const UNDECIDED: AccessVerdict = {
  verdict: 'unknown',
  reason: { en: 'not decided', ru: 'не решено' },
  mechanism: 'not-decided',
  evidence: [],
};

/** Configuration files whose text the models read. */
const READ_KINDS: ReadonlySet<ConfigurationKind> = new Set<ConfigurationKind>([
  ...SETTINGS_KINDS,
  'mybatis-mapper',
  'openapi',
  'protobuf',
  'shiro-ini',
  'spring-xml',
  'web-xml',
]);

/** Build files that say what is generated from descriptions. */
const BUILD_FORMATS: ReadonlySet<ManifestFormat> = new Set<ManifestFormat>(['maven-pom', 'gradle-build']);

/** Says what the framework models see in a program. Pure: equal inputs give equal labels, in stable order. */
export function applyModels(input: ModelInput): Labels {
  const tools = createMatchTools(input);
  const naming = createSecretNaming(input.models.secretNames);
  const called = callGuards(tools);
  const { sinks, diagnostics: unreadSettings } = findSinks(tools);
  const told = withJoinedFailures(tools, assignRoles(tools, naming, called));
  const callRoles = withOwnValidators(tools, withLookUps(told, sinks));
  const discovered = withTranscodedPaths(tools, discoverEntries(tools));
  const entries = withoutIdleRequests(input.program, callRoles, discovered.entries);
  const access = decideAccess({ tools, entries, called });
  const annotated = annotationGuards(tools);
  const errorHandlers = findErrorHandlers(tools);
  const woven = adviceIn(tools);
  const aspects = aspectGuards(tools, woven.advice);
  const recording = recordingAspects(tools, woven.advice, { sinks, guards: called });
  const verdictOf = (entry: EntryDraft) =>
    behindAspects(
      access.verdicts.get(entry.id) ?? UNDECIDED,
      aspects.filter(({ carrier }) => carrier.kind === 'method' && carrier.method === entry.handler),
    );
  return {
    entryPoints: entries.map((entry) => withVerdict(entry, verdictOf(entry))),
    guards: [
      ...[...entryGuards(entries), ...access.guards, ...annotated.guards, ...aspects, ...recording],
      ...guardsInCode(tools, called, sinks),
    ].sort(compareGuard),
    sinks,
    pageAnswers: [...findPageAnswers(tools, entries), ...findRedirectAnswers(tools, entries)],
    redirectWords: input.models.redirectAnswers.flatMap(({ words }) => words),
    callRoles,
    ...secretsIn(tools, naming),
    configuredSecrets: findConfiguredSecrets(input.inventory, input.texts, naming),
    answerableSecrets: answerable(input.models),
    errorHandlers,
    ...securityWork(tools),
    ...valueTypes(input.models),
    inertGuards: [...access.inertGuards, ...annotated.inertGuards].sort(compareInert),
    shadowedRules: access.shadowedRules,
    weaknesses: findWeaknesses(tools, naming),
    entityUses: findEntityUses(tools, naming, entries),
    ...callersInData(tools),
    implicitCalls: findImplicitCalls(tools, { entries, errorHandlers, advice: woven.advice }),
    diagnostics: [
      ...[...woven.diagnostics, ...discovered.diagnostics],
      ...[...unreadSettings, ...dormantEntries(entries)],
    ].sort(compareDiagnostic),
  };
}

/** Who owns records, and how callers are known. */
function callersInData(
  tools: MatchTools,
): Pick<Labels, 'ownedTypes' | 'identityReaders' | 'hasSessionLogin'> {
  return {
    ownedTypes: ownedTypes(tools),
    identityReaders: identityReaders(tools),
    hasSessionLogin: hasSessionLogin(tools),
  };
}

function valueTypes({ entropy, fixedTypes }: Models): Pick<Labels, 'boundedTypes' | 'fixedTypes'> {
  const bounded = entropy.filter((row) => row.class === 'bounded');
  return {
    boundedTypes: new Set(bounded.flatMap(({ type }) => type.map(typeName))),
    fixedTypes: new Set(fixedTypes.flatMap(({ type }) => type.map(typeName))),
  };
}

function adviceIn(tools: MatchTools): FoundAdvice {
  return findAdvice(
    tools,
    tools.models.implicit.filter((row) => row.on === 'advice'),
  );
}

/** Checks that stand in the code itself: known calls, refusals, allow-lists, and what the stored types bring. */
function guardsInCode(tools: MatchTools, called: readonly Guard[], sinks: readonly Sink[]): readonly Guard[] {
  const written = [...refusalGuards(tools, called), ...switchGuards(tools)];
  return [
    ...askingGuards(tools, called),
    ...givenBackGuards(tools, called),
    ...written,
    ...entityGuards(tools, sinks),
    ...ownedRecordGuards(tools, sinks),
  ];
}

/** Code whose failure must not open the door, and how it says yes and no. */
function securityWork(
  tools: MatchTools,
): Pick<Labels, 'securityMethods' | 'mandatoryRefusals' | 'decisions'> {
  return {
    securityMethods: findSecurityMethods(tools),
    mandatoryRefusals: findMandatoryRefusals(tools),
    decisions: decisionsOf(tools.models.decisions),
  };
}

/** What it is normal to answer with to a client that asks for it. */
/** Secrets of the code, and how objects that hold them are shown. */
function secretsIn(
  tools: MatchTools,
  naming: SecretNaming,
): Pick<Labels, 'secrets' | 'hiddenParts' | 'printedSecrets' | 'maskingMethods'> {
  const secrets = findSecrets(tools, naming);
  const hidden = hiddenParts(tools);
  return {
    secrets,
    hiddenParts: hidden,
    printedSecrets: printedSecrets(tools, secrets, hidden),
    maskingMethods: maskingMethods(tools),
  };
}

function answerable({ secretNames }: Models): ReadonlySet<string> {
  return new Set(secretNames.secretNames.flatMap((row) => (row.leaksInResponse ? [] : [row.what.en])));
}

/** Paths of the configuration files whose text `applyModels` wants, sorted. */
export function wantedConfiguration(inventory: Inventory): readonly RelativePath[] {
  const configuration = inventory.configuration.filter(
    (file) => file.role === 'production' && READ_KINDS.has(file.kind),
  );
  // Only a description makes anybody ask what the build generates.
  const isDescribed = configuration.some(({ kind }) => kind === 'openapi');
  const builds = isDescribed ? inventory.manifests.filter(({ format }) => BUILD_FORMATS.has(format)) : [];
  const routes = inventory.files.filter(
    ({ path, role, unparsed }) => role === 'production' && unparsed === null && isRouteFile(path),
  );
  const paths = [...configuration, ...builds, ...routes].map((file) => file.path);
  return [...new Set(paths)].sort(compareText);
}

function withVerdict(draft: EntryDraft, access: AccessVerdict): EntryPoint {
  const { owner, applicationPaths: _paths, mechanism: _mechanism, checks: _checks, ...rest } = draft;
  const { module: _module, registeredBy: _registeredBy, forwardsTo: _to, ...entry } = rest;
  const isInherited = !entry.handler.startsWith(`${owner}#`);
  return isInherited ? { ...entry, owner, access } : { ...entry, access };
}

/** What is written and switched off is no entry point, and the report says so. */
function dormantEntries(entries: readonly EntryDraft[]): readonly Diagnostic[] {
  return entries.flatMap(({ dormant, location, kind, paths, handler }) =>
    dormant === undefined
      ? []
      : [
          {
            code: 'dormant-entry',
            stage: 'models',
            severity: 'info',
            message: {
              en: `${kind} ${paths.join(', ') || handler} never runs: ${labelIn('en', dormant)}`,
              ru: `${kind} ${paths.join(', ') || handler} никогда не запускается: ${labelIn('ru', dormant)}`,
            },
            ...location,
          },
        ],
  );
}

const carrierText = ({ carrier }: Guard): string =>
  carrier.kind === 'entry' ? carrier.entry : carrier.method;

const compareGuard = inOrder<Guard>(
  byText((guard) => guard.evidence.file),
  byNumber((guard) => guard.evidence.line),
  byText((guard) => guard.category),
  byText(carrierText),
  byNumber((guard) => (guard.carrier.kind === 'call' ? guard.carrier.operation : -1)),
  byText((guard) => guard.mechanism),
);

const compareInert = inOrder<InertGuard>(
  byText((guard) => guard.evidence.file),
  byNumber((guard) => guard.evidence.line),
  byText((guard) => guard.method),
  byText((guard) => guard.annotation),
);
