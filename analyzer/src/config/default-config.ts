import { DEFAULT_SCAN_LIMITS } from '../inventory/scan-repository.ts';
import type { AnalyzerConfig } from './analyzer-config.ts';

/** Name of the configuration file in the root of a tree. */
export const CONFIG_FILE_NAME = '.csqa.yml';

/** What holds where there is no `.csqa.yml`: the defaults of the schema, written out so that a run without one loads no schema. */
export const DEFAULT_CONFIG: AnalyzerConfig = {
  model: 'csqa-2',
  language: 'en',
  include: [],
  exclude: [],
  production: [],
  tests: [],
  generated: [],
  profiles: [],
  models: [],
  maxDepth: 12,
  limits: DEFAULT_SCAN_LIMITS,
  weights: {},
  suppress: [],
  gate: {
    failOn: 'none',
    failOnNew: 'none',
    maxRisk: null,
    maxRiskIncrease: null,
    maxMetric: {},
    maxMetricIncrease: {},
    maxGroup: {},
    maxGroupIncrease: {},
    minCoverage: null,
    requireMeasured: [],
    onMissingBaseline: 'fail',
  },
};
