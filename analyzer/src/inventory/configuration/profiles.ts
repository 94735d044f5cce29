/**
 * Decides a Spring profile expression (`prod`, `!dev`, `prod & (eu | us)`; a comma means "or", as in older files) against
 * the active profiles. An expression that cannot be read is false: a setting that may not apply is not applied.
 */
export function acceptsProfiles(expression: string, active: ReadonlySet<string>): boolean {
  const reading: Reading = { tokens: tokensOf(expression), at: 0, depth: 0, active };
  const verdict = readAny(reading);
  return verdict === true && reading.at === reading.tokens.length;
}

interface Reading {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
  readonly active: ReadonlySet<string>;
}

const MAX_EXPRESSION_LENGTH = 2_000;
const MAX_DEPTH = 32;

function tokensOf(expression: string): readonly string[] {
  return expression.length > MAX_EXPRESSION_LENGTH ? [] : (expression.match(/[()!&|,]|[^\s()!&|,]+/g) ?? []);
}

function readAny(reading: Reading): boolean | null {
  let verdict = readAll(reading);
  while (verdict !== null && (reading.tokens[reading.at] === '|' || reading.tokens[reading.at] === ',')) {
    reading.at += 1;
    const right = readAll(reading);
    verdict = right === null ? null : verdict || right;
  }
  return verdict;
}

function readAll(reading: Reading): boolean | null {
  let verdict = readOne(reading);
  while (verdict !== null && reading.tokens[reading.at] === '&') {
    reading.at += 1;
    const right = readOne(reading);
    verdict = right === null ? null : verdict && right;
  }
  return verdict;
}

function readOne(reading: Reading): boolean | null {
  let negated = false;
  for (; reading.tokens[reading.at] === '!'; reading.at += 1) negated = !negated;
  const token = reading.tokens[reading.at];
  if (token === undefined || /^[)&|,]$/.test(token)) return null;
  reading.at += 1;
  if (token !== '(') return reading.active.has(token) !== negated;
  if (reading.depth >= MAX_DEPTH) return null;
  reading.depth += 1;
  const verdict = readAny(reading);
  reading.depth -= 1;
  if (verdict === null || reading.tokens[reading.at] !== ')') return null;
  reading.at += 1;
  return verdict !== negated;
}
