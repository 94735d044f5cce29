import { attackSurfaceExposure } from './a1-attack-surface-exposure.ts';
import { explosiveComplexity } from './a2-explosive-complexity.ts';
import { inputEntropy } from './a3-input-entropy.ts';
import { defenceDepth } from './b1-defence-depth.ts';
import { privilegeProximity } from './b2-privilege-proximity.ts';
import { pathProtectionParity } from './b3-path-protection-parity.ts';
import { failSafe } from './b4-fail-safe.ts';
import { taintedPath } from './c1-tainted-path.ts';
import { errorTransparency } from './c2-error-transparency.ts';
import { secretFlow } from './c3-secret-flow.ts';
import { technologyBoundaries } from './d1-technology-boundaries.ts';
import { trustChainDepth } from './d2-trust-chain-depth.ts';
import { dependencyStructure } from './e1-dependency-structure.ts';
import { fixComplexity } from './f1-fix-complexity.ts';
import { securityRegression } from './f2-security-regression.ts';
import type { MetricDefinition } from './metric.ts';

/** The fifteen scored metrics in the order of their ids; written by scripts/generate-metric-registry.ts. M1 is a map and has no score. */
export const METRICS: readonly MetricDefinition[] = [
  attackSurfaceExposure,
  explosiveComplexity,
  inputEntropy,
  defenceDepth,
  privilegeProximity,
  pathProtectionParity,
  failSafe,
  taintedPath,
  errorTransparency,
  secretFlow,
  technologyBoundaries,
  trustChainDepth,
  dependencyStructure,
  fixComplexity,
  securityRegression,
];
