import { compareText } from '../../base/ordering.ts';
import {
  activeProfiles,
  canonicalKey,
  type EffectiveSettings,
  effectiveSettings,
  resolvePlaceholders,
} from '../../inventory/configuration/effective-settings.ts';
import type { ConfigurationProperty, Inventory } from '../../inventory/inventory.ts';
import type { Evidence } from '../labels.ts';
import { shortText } from './requirement.ts';

/** The settings of one application under the profiles that its own configuration activates. */
export interface ApplicationSettings {
  /** Undefined where no file sets the key; `known` is false where the value comes from outside (`${ENVIRONMENT}`). */
  find(key: string): FoundSetting | undefined;
  /** Replaces `${key}` and `${key:default}`; null where a part comes from outside. */
  resolve(text: string): string | null;
  readonly profiles: readonly string[];
  /** Why nobody can tell which profiles are active; null where the files say it. */
  readonly profilesUnknown: string | null;
  /** Some production file holds settings. */
  readonly hasFiles: boolean;
}

export interface FoundSetting {
  readonly value: string;
  readonly known: boolean;
  readonly evidence: Evidence;
}

/** Where an application's settings are. */
export interface SettingsPlace {
  /** Module of the main class. */
  readonly module: string;
  /** All modules on the class path. */
  readonly modules: ReadonlySet<string>;
  /** File names that the application names as property sources. */
  readonly sources: readonly string[];
}

/** Reads the settings that hold when the application is started as its files say. */
export function readApplicationSettings(inventory: Inventory, place: SettingsPlace): ApplicationSettings {
  const production = inventory.properties.filter(
    (property) => property.role === 'production' && place.modules.has(property.module),
  );
  const named = production.filter(({ file }) =>
    place.sources.includes(file.slice(file.lastIndexOf('/') + 1)),
  );
  // A class path has one application file of a name: the main module's, else that of what it depends on.
  const own = production.some(({ module }) => module === place.module);
  const holders = own ? [place.module] : [...place.modules].sort(compareText);
  const effective = new Map(
    holders.flatMap((module) => [...effectiveSettings(production, { module, profiles: null })]),
  );
  for (const property of named) {
    const key = canonicalKey(property.key);
    if (!effective.has(key)) effective.set(key, property);
  }
  const profiles = activeProfiles(effective, null);
  const outside = profiles.find((profile) => profile.includes('${'));
  return {
    find: (key) => findIn(effective, key),
    resolve: (text) => resolveIn(effective, text),
    profiles,
    profilesUnknown: outside === undefined ? null : `the active profile comes from outside: ${outside}`,
    hasFiles: production.length > 0,
  };
}

function findIn(settings: EffectiveSettings, key: string): FoundSetting | undefined {
  const property = settings.get(canonicalKey(key));
  if (property === undefined) return undefined;
  const value = resolveIn(settings, property.value);
  return { value: value ?? property.value, known: value !== null, evidence: evidenceOf(property) };
}

function resolveIn(settings: EffectiveSettings, text: string): string | null {
  const resolved = resolvePlaceholders(text, settings);
  return resolved.text.includes('${') ? null : resolved.text;
}

function evidenceOf(property: ConfigurationProperty): Evidence {
  return { file: property.file, line: property.line, text: shortText(`${property.key}=${property.value}`) };
}
