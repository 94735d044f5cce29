import type { Diagnostic } from '../../base/diagnostics.ts';
import type { ConfigurationFile, ConfigurationProperty } from '../inventory.ts';
import { fileNameOf } from '../tree-path.ts';
import { readPropertiesText } from './properties-text.ts';
import { flattenYaml } from './yaml-keys.ts';

/** Settings of one Spring configuration file. */
export interface SpringSettings {
  readonly properties: readonly ConfigurationProperty[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A key with its place, before the file's and the document's conditions are known. */
interface PlacedKey {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly document: number;
}

/** Keys that make a document of a file conditional: Spring Boot 2.4 and later, and before. */
const PROFILE_KEYS = ['spring.config.activate.on-profile', 'spring.profiles'];
const CLOUD_KEY = 'spring.config.activate.on-cloud-platform';

/**
 * Reads `application*.properties|yml|yaml` or `bootstrap*` into flat keys, each with its line and the profile expression
 * it needs: that of the file's name, that of its document, or both joined by `&`.
 */
export function readSpringSettings(file: ConfigurationFile, text: string): SpringSettings {
  const isYaml = file.kind === 'spring-yaml';
  const yaml = isYaml ? flattenYaml(text, file.path) : null;
  const keys: readonly PlacedKey[] = yaml?.keys ?? readPropertiesText(text);
  const conditions = conditionsByDocument(keys);
  const { settingsName } = file;
  const ofName = profileOfName(fileNameOf(file.path), settingsName);
  const fileProfile = settingsName === undefined || ofName === null ? {} : { fileProfile: ofName };
  const properties = keys.map(({ key, value, line, document }): ConfigurationProperty => {
    const profile = bothOf(ofName, conditions.get(document) ?? null);
    return {
      key,
      value,
      file: file.path,
      line,
      role: file.role,
      module: file.module,
      profile,
      ...fileProfile,
    };
  });
  return { properties, diagnostics: yaml?.diagnostics ?? [] };
}

/** `prod` of `application-prod.yml`; null for a file that always applies. */
export function profileOfName(fileName: string, settingsName?: string): string | null {
  const rest = settingsName === undefined ? undefined : fileName.slice(settingsName.length);
  if (rest !== undefined) return /^-(.{1,200})\.(?:properties|ya?ml)$/.exec(rest)?.[1] ?? null;
  return /^(?:application|bootstrap)-(.{1,200})\.(?:properties|ya?ml)$/.exec(fileName)?.[1] ?? null;
}

function conditionsByDocument(keys: readonly PlacedKey[]): ReadonlyMap<number, string> {
  const parts = new Map<number, { profiles: string[]; cloud: string | null }>();
  for (const { key, value, document } of keys) {
    const part = parts.get(document) ?? { profiles: [], cloud: null };
    parts.set(document, part);
    if (key === CLOUD_KEY) part.cloud = value;
    else if (PROFILE_KEYS.includes(key.replace(/\[\d+\]$/, ''))) part.profiles.push(...value.split(','));
  }
  return new Map(
    [...parts].flatMap(([document, { profiles, cloud }]) => {
      const names = profiles.map((profile) => profile.trim()).filter((profile) => profile !== '');
      const profile = names.length > 1 ? names.map((name) => `(${name})`).join(' | ') : (names[0] ?? null);
      const condition = bothOf(profile, cloud === null ? null : `cloud-platform.${cloud}`);
      return condition === null ? [] : [[document, condition] as const];
    }),
  );
}

function bothOf(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return `(${left}) & (${right})`;
}
