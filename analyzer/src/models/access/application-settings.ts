import { byText, compareText } from '../../base/ordering.ts';
import type { Text } from '../../base/text.ts';
import { interpolate } from '../../inventory/interpolate.ts';
import type { ConfigurationProperty, EffectiveSetting, Inventory } from '../../inventory/inventory.ts';
import type { Evidence } from '../labels.ts';
import { shortText } from './requirement.ts';

/** The settings of one application under the profiles that its own configuration activates. */
export interface ApplicationSettings {
  /** Undefined where no file sets the key; `known` is false where the value comes from outside (`${ENVIRONMENT}`). */
  find(key: string): FoundSetting | undefined;
  /** Settings whose key begins with a prefix, by the rest of their key, as written, in order. */
  under(prefix: string): readonly (FoundSetting & { readonly rest: string })[];
  /** Replaces `${key}` and `${key:default}`; null where a part comes from outside. */
  resolve(text: string): string | null;
  readonly profiles: readonly string[];
  /** Why nobody can tell which profiles are active; null where the files say it. */
  readonly profilesUnknown: Text | null;
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

/** Reads the settings that hold when the application is started as its files say, with the profiles that were asked for. */
export function readApplicationSettings(inventory: Inventory, place: SettingsPlace): ApplicationSettings {
  const production = inventory.properties.filter(
    (property) => property.role === 'production' && place.modules.has(property.module),
  );
  // A class path has one application file of a name: the main module's, else that of what it depends on.
  const own = production.some(({ module }) => module === place.module);
  const holders = own ? [place.module] : [...place.modules].sort(compareText);
  const settled = holders.flatMap(
    (module) => inventory.applications.find((application) => application.module === module) ?? [],
  );
  const effective = new Map<string, EffectiveSetting>();
  for (const setting of settled.flatMap(({ settings }) => settings))
    effective.set(setting.relaxedKey, setting);
  const named = production.filter(({ file }) =>
    place.sources.includes(file.slice(file.lastIndexOf('/') + 1)),
  );
  for (const property of named) {
    const relaxedKey = relaxed(property.key);
    if (!effective.has(relaxedKey))
      effective.set(relaxedKey, { relaxedKey, resolved: property.value, property });
  }
  const lookup = (key: string) => effective.get(relaxed(key))?.resolved ?? null;
  const resolve = (text: string) => {
    const { text: resolved } = interpolate(text, { lookup, defaultSeparator: ':' });
    return resolved.includes('${') ? null : resolved;
  };
  const profiles = [...new Set(settled.flatMap((application) => application.profiles))];
  const outside = profiles.find((profile) => profile.includes('${'));
  const foundAs = (setting: EffectiveSetting): FoundSetting => {
    const known = resolve(setting.resolved);
    return {
      value: known ?? setting.resolved,
      known: known !== null,
      evidence: evidenceOf(setting.property),
    };
  };
  return {
    find(key) {
      const setting = effective.get(relaxed(key));
      return setting === undefined ? undefined : foundAs(setting);
    },
    under(prefix) {
      const wanted = relaxed(prefix);
      return [...effective.values()]
        .filter(
          ({ relaxedKey }) => relaxedKey.startsWith(wanted) && /^[.[]/u.test(relaxedKey.slice(wanted.length)),
        )
        .map((setting) => ({ ...foundAs(setting), rest: setting.relaxedKey.slice(wanted.length) }))
        .sort(byText(({ rest }) => rest));
    },
    resolve,
    profiles: profiles.length > 0 ? profiles : ['default'],
    profilesUnknown: outside === undefined ? null : fromOutside(outside),
  };
}

/** Relaxed binding: case, dashes and underscores make no difference. */
function relaxed(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/gu, '');
}

function evidenceOf(property: ConfigurationProperty): Evidence {
  return { file: property.file, line: property.line, text: shortText(`${property.key}=${property.value}`) };
}

function fromOutside(profile: string): Text {
  return {
    en: `the active profile comes from outside: ${profile}`,
    ru: `активный профиль задаётся извне: ${profile}`,
  };
}
