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
/** Words of a name under which people hide arithmetic of their own. */
const CRYPTO_WORDS = new Set([
  'cipher',
  'decipher',
  'decrypt',
  'digest',
  'encipher',
  'encrypt',
  'hmac',
  'obfuscate',
  'scramble',
]);
/** What makes a hash more than one for equality and lookup. */
const HASHED_SECRETS = new Set(['password', 'passwords', 'pin', 'secret', 'secrets', 'token', 'tokens']);

/**
 * Methods of production code that by name encrypt or hash, do so by bit arithmetic in a loop, and call no cryptographic
 * library; and types that take the place of a library's algorithm.
 */
export function findHomeMadeCrypto(program: Program, labels: Labels): HomeMadeCrypto[] {
  const found: HomeMadeCrypto[] = [];
  const speaking = new Map<string, boolean>();
  for (const method of program.methods) {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role !== 'production') continue;
    let speaks = speaking.get(method.name);
    if (speaks === undefined) {
      speaks = speaksOfCrypto(method.name);
      speaking.set(method.name, speaks);
    }
    if (!speaks) continue;
    if (callsLibrary(labels, method) || bitOperationsInLoops(body) < LEAST_BIT_OPERATIONS) continue;
    found.push({
      method: method.id,
      label: methodLabel(method),
      location: { file: method.owner.file.facts.path, line: method.declaration?.line ?? 1 },
      sign: {
        en: `bit arithmetic in a loop in ${method.name}()`,
        ru: `поразрядная арифметика в цикле в ${method.name}()`,
      },
    });
  }
  return found.sort((left, right) => compareLocation(left.location, right.location));
}

/** Whether one of the words may be in a name at all: of nearly all names none is. */
const MAY_SPEAK = new RegExp(['hash', ...CRYPTO_WORDS].join('|'), 'iu');

function speaksOfCrypto(name: string): boolean {
  if (!MAY_SPEAK.test(name)) return false;
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const isHash = words.includes('hash') && words.some((word) => HASHED_SECRETS.has(word));
  return isHash || words.some((word) => CRYPTO_WORDS.has(word));
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
