export type { AnalysisErrorCode } from './base/errors.ts';
export { AnalysisError } from './base/errors.ts';
export { type AnalyzerConfig, DEFAULT_CONFIG } from './config/analyzer-config.ts';
export { CONFIG_FILE_NAME, configTemplate } from './config/config-template.ts';
export { readConfig } from './config/read-config.ts';
export { resolveRoot } from './inventory/resolve-root.ts';
export { type AnalysisOptions, analyze } from './pipeline.ts';
