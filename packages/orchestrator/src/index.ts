export type { AnalyzerAhead } from './ahead/analyzer-ahead.ts';
export type { DoctorCheck, DoctorReport, DoctorStatus } from './doctor-report.ts';
export type { AnalyzerEngine, EngineDescription, EngineExit, EngineJob } from './engines/engine.ts';
export type { Environment } from './environment-values.ts';
export {
  CsqaError,
  type CsqaErrorCode,
  type CsqaErrorDetails,
  csqaErrorCodes,
  type ErrorEvidence,
  type ErrorOwner,
  isCsqaErrorCode,
} from './errors.ts';
export {
  type AnalysisEvent,
  type AnalysisProgress,
  type AnalyzerSaid,
  type CheckoutProgress,
  type EventsDropped,
  type PhaseStarted,
  RUN_PHASES,
  type RunFinished,
  type RunPhase,
  type RunWarning,
} from './events.ts';
export { createHostPathResolver } from './host-paths/host-path-resolver.ts';
export {
  type DiscardedPlan,
  type MountPlan,
  PATH_STRATEGIES,
  type PathStrategy,
} from './host-paths/mount-plan.ts';
export type { HostPathResolver, PathPurpose, ResolvedPath } from './host-paths/resolver.ts';
export { type OwnMount, translate } from './host-paths/translate.ts';
export type { JobDirectory } from './jobs/job-directory.ts';
export { DEFAULT_LIMITS, type Limits, type LimitsInput } from './limits.ts';
export { DEFAULT_ALLOWED_HOSTS, type OrchestratorOptions } from './options.ts';
export { optionsFromEnv } from './options-from-env.ts';
export { createOrchestrator, type Orchestrator, type RunContext } from './orchestrator.ts';
export { bytesOnDisk, removeLeft } from './out/left-files.ts';
export type {
  AnalysedSource,
  AnalysisOutcome,
  Artifacts,
  CancelledOutcome,
  FailedOutcome,
  IncompleteOutcome,
  OutcomeFacts,
  PublishedFile,
  SucceededOutcome,
} from './outcome.ts';
export type { Clock, OrchestratorPorts, ResolveHost } from './ports.ts';
export type { IsLive, ReapedItem, ReapFailure, ReapReport } from './reap-report.ts';
export {
  type AnalysisRequest,
  type AnalysisSource,
  type Credentials,
  ENGINE_CHOICES,
  type EngineChoice,
  type FormatOptions,
} from './request.ts';
export { checkGitSource } from './sources/check-git-source.ts';
export { type GitSettings, settingsAsEnvironment } from './sources/git-settings.ts';
export { isPublicAddress } from './sources/host-addresses.ts';
