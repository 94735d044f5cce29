import { compareLocation } from '../base/ordering.ts';
import type { Body } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import { methodLabel } from './method-label.ts';
import type { HomeMadeCrypto } from './security-view.ts';

/** Operators that ciphers and hashes are made of. */
const BIT_OPERATORS = new Set(['^', '<<', '>>', '>>>', '&', '|', '^=', '<<=', '>>=', '>>>=']);
/** Bit operations in a loop below which a method is no cipher; one XOR in a loop is already the classic. */
const LEAST_BIT_OPERATIONS = 1;
/** Names under which people hide arithmetic of their own. Equality and lookup hashes (`hashCode`) are not meant. */
const CRYPTO_NAME =
  /(?:^|[a-z])(?:encrypt|decrypt|cipher|encipher|decipher|scramble|obfuscate|digest|(?:password|secure)?hash(?:password|secret|pin|token)|hmac)(?![a-z])/i;

/**
 * Methods of production code that by name encrypt or hash, do so by bit arithmetic in a loop, and call no cryptographic
 * library; and types that take the place of a library's algorithm.
 */
export function findHomeMadeCrypto(program: Program, labels: Labels): HomeMadeCrypto[] {
  const found: HomeMadeCrypto[] = [];
  for (const method of program.methods) {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role !== 'production' || !CRYPTO_NAME.test(method.name)) continue;
    if (callsLibrary(labels, method) || bitOperationsInLoops(body) < LEAST_BIT_OPERATIONS) continue;
    found.push({
      method: method.id,
      label: methodLabel(method),
      location: { file: method.owner.file.facts.path, line: method.declaration?.line ?? 1 },
      sign: `bit arithmetic in a loop in ${method.name}()`,
    });
  }
  return found.sort((left, right) => compareLocation(left.location, right.location));
}

function callsLibrary(labels: Labels, method: ProgramMethod): boolean {
  const roles = labels.callRoles.get(method.id);
  return roles !== undefined && [...roles.values()].some((row) => row.some((role) => role.role === 'crypto'));
}

function bitOperationsInLoops(body: Body): number {
  const loops = body.regions.filter((region) => region.kind === 'loop' || region.kind === 'lambda');
  let count = 0;
  body.operations.forEach((operation, index) => {
    const operator = operation.kind === 'binary' || operation.kind === 'assign' ? operation.operator : null;
    if (operator === null || !BIT_OPERATORS.has(operator)) return;
    if (loops.some((loop) => index >= loop.start && index < loop.end)) count++;
  });
  return count;
}
