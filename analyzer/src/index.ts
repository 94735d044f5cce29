export type { AnalysisErrorCode } from './base/errors.ts';
export { AnalysisError } from './base/errors.ts';
export type { AnalyzerConfig } from './config/analyzer-config.ts';
export { configTemplate } from './config/config-template.ts';
export { CONFIG_FILE_NAME, DEFAULT_CONFIG } from './config/default-config.ts';
export { readConfig } from './config/read-config.ts';
export { resolveRoot } from './inventory/resolve-root.ts';
export { type AnalysisOptions, analyze } from './pipeline.ts';
