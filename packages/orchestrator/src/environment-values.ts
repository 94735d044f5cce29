import { join } from 'node:path';
import { CsqaError } from './errors.ts';

/** What is loaded here must load at once: no schema. */

/** Environment variables as a process sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Units of bytes, in lower case. */
export const byteUnits: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
};

/** Where job directories are made; undefined for the directory of the system. */
export function jobsDirectory(env: Environment): string | undefined {
  const dataDir = setting(env, 'CSQA_DATA_DIR');
  return dataDir === undefined ? undefined : join(dataDir, 'jobs');
}

/** A number with one of the units; undefined where the variable is not set. Throws OPTIONS_INVALID. */
export function quantityFrom(
  env: Environment,
  name: string,
  units: Readonly<Record<string, number>>,
): number | undefined {
  const written = setting(env, name);
  if (written === undefined) return undefined;
  const match = /^(\d{1,15})([a-z]?)$/.exec(written.toLowerCase());
  const unit = units[match?.[2] ?? '?'];
  const amount = Number(match?.[1]);
  if (unit === undefined || !(amount > 0)) {
    throw invalid(
      name,
      `a number above 0 with one of the units ${Object.keys(units).join(' ').trim()}`,
      written,
    );
  }
  return amount * unit;
}

/** A variable that is set to nothing counts as not set: compose files pass `${NAME:-}` on like that. */
export function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** The error of a variable that cannot be read. */
export function invalid(name: string, expected: string, received: string): CsqaError {
  return new CsqaError('OPTIONS_INVALID', `${name} must be ${expected}; it is "${received.slice(0, 80)}".`, {
    ru: `У переменной ${name} неверное значение: «${received.slice(0, 80)}».`,
    hint: `Set ${name} as described in .env.example, or unset it.`,
  });
}
