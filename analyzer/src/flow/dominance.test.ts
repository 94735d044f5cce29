import { describe, expect, it } from 'vitest';
import { methodOf } from '../../test/java-facts.ts';
import type { Body } from '../facts/operations.ts';
import { dominanceOf } from './dominance.ts';

function bodyWith(statements: string): Body {
  const { body } = methodOf(`boolean visit(Owner owner, List<Pet> pets) throws Exception {${statements}\n}`);
  if (!body) throw new Error('no body');
  return body;
}

function callOf(body: Body, name: string): number {
  return body.operations.findIndex((operation) => operation.kind === 'call' && operation.name === name);
}

/** Whether `check()` is sure to have run when `use()` runs. */
function isChecked(statements: string): boolean {
  const body = bodyWith(statements);
  return dominanceOf(body).dominates(callOf(body, 'check'), callOf(body, 'use'));
}

/** Whether `check()` runs on every way through the method that ends normally. */
function isSure(statements: string): boolean {
  const body = bodyWith(statements);
  return dominanceOf(body).isUnconditional(callOf(body, 'check'));
}

describe('a check before a use', () => {
  it.each([
    ['in a row', 'check(); use();'],
    ['the use in a branch', 'check(); if (owner != null) { use(); }'],
    ['the use in a lambda', 'check(); pets.forEach(pet -> use());'],
    ['both in one branch', 'if (owner != null) { check(); use(); }'],
    ['as the condition of an early end', 'if (!check()) { return false; } use();'],
    ['synchronized', 'synchronized (this) { check(); } use();'],
    ['in a finally', 'try { pets.clear(); } finally { check(); } use();'],
    ['in a try that ends when it fails', 'try { check(); } catch (Exception e) { throw e; } use();'],
    [
      'in a try whose handler leaves in both branches',
      'try { check(); } catch (Exception e) { if (owner == null) { return false; } else { throw e; } } use();',
    ],
    ['in a resource', 'try (var lock = check()) { use(); }'],
    ['as the right side of && in front of the branch', 'if (owner != null && check()) { use(); }'],
    [
      'as the right side of || whose truth ends it',
      'if (owner == null || !check()) { return false; } use();',
    ],
    [
      'as the right side of || in front of the other branch',
      'if (owner == null || check()) { pets.clear(); } else { use(); }',
    ],
    ['inside the same right side', 'boolean fine = owner != null && (check() && use());'],
  ])('is sure: %s', (_, statements) => expect(isChecked(statements)).toBe(true));

  it.each([
    ['after it', 'use(); check();'],
    ['in another branch', 'if (owner != null) { check(); } else { use(); }'],
    ['in a branch before it', 'if (owner != null) { check(); } use();'],
    ['in a loop that may not run', 'for (Pet pet : pets) { check(); } use();'],
    ['in a lambda that may not run', 'pets.forEach(pet -> check()); use();'],
    ['in a try that goes on when it fails', 'try { check(); } catch (Exception e) { pets.clear(); } use();'],
    [
      'in a try whose handler leaves on a whim',
      'try { check(); } catch (Exception e) { if (owner == null) { throw e; } } use();',
    ],
    ['in a catch', 'try { pets.clear(); } catch (Exception e) { check(); } use();'],
    ['as the right side of ||', 'if (owner == null || check()) { use(); }'],
    ['as the right side of && that only skips', 'if (owner != null && check()) { pets.clear(); } use();'],
    ['in one arm of ?:', 'boolean fine = owner == null ? check() : true; use();'],
    ['in a case', 'switch (pets.size()) { case 1: check(); break; default: break; } use();'],
  ])('is not sure: %s', (_, statements) => expect(isChecked(statements)).toBe(false));
});

describe('a check on every way through a method', () => {
  it.each([
    ['at the start', 'check(); return true;'],
    ['in the returned condition', 'return owner != null && check();'],
    ['before a throw', 'if (owner == null) throw new Exception(); check(); return true;'],
    ['after a return inside a lambda', 'pets.removeIf(pet -> { return true; }); check(); return true;'],
  ])('is sure: %s', (_, statements) => expect(isSure(statements)).toBe(true));

  it.each([
    ['behind an early return', 'if (owner == null) return true; check(); return true;'],
    ['in a branch', 'if (owner != null) check(); return true;'],
    ['as an alternative', 'return owner == null || check();'],
  ])('is not sure: %s', (_, statements) => expect(isSure(statements)).toBe(false));
});
