import { byText, compareNumber, compareText } from '../../base/ordering.ts';
import { type Interpolated, interpolate } from '../interpolate.ts';
import type { ApplicationSettings, ConfigurationProperty } from '../inventory.ts';
import { fileNameOf } from '../tree-path.ts';
import { acceptsProfiles } from './profiles.ts';
import { profileOfName } from './spring-files.ts';

/** The settings that apply, by {@link canonicalKey}. */
export type EffectiveSettings = ReadonlyMap<string, ConfigurationProperty>;

/** Settles the settings of every module that has any. `profiles` null: those that the settings themselves activate. */
export function settleApplications(
  properties: readonly ConfigurationProperty[],
  profiles: readonly string[] | null,
): readonly ApplicationSettings[] {
  const modules = [...new Set(properties.filter(isProduction).map((property) => property.module))].sort(
    compareText,
  );
  return modules.map((module) => {
    const settings = effectiveSettings(properties, { module, profiles });
    const rows = [...settings].map(([relaxedKey, property]) => ({
      relaxedKey,
      resolved: resolvePlaceholders(property.value, settings).text,
      property,
    }));
    return {
      module,
      profiles: activeProfiles(settings, profiles),
      settings: rows.sort(byText((setting) => setting.relaxedKey)),
    };
  });
}

function isProduction(property: ConfigurationProperty): boolean {
  return property.role === 'production';
}

/** Which settings are asked for. */
export interface SettingsView {
  /** Id of the build module that is the application. */
  readonly module: string;
  /** Active profiles; null means what the configuration itself activates, or Spring's `default`. */
  readonly profiles: readonly string[] | null;
}

/** Rounds of "a profile brings in another profile". */
const MAX_ROUNDS = 16;

/**
 * The settings one application sees: production files of its module, unconditional documents first, then those whose
 * profile expression holds, in Spring's order of precedence. Profiles come from `view`, else from
 * `spring.profiles.active`, else from `spring.profiles.default`, else `default`; includes and groups are followed.
 */
export function effectiveSettings(
  properties: readonly ConfigurationProperty[],
  view: SettingsView,
): EffectiveSettings {
  const own = properties
    .filter((property) => property.module === view.module && isProduction(property))
    .map((property, order) => ({ property, order }))
    .sort(
      (left, right) =>
        comparePrecedence(left.property, right.property) || compareNumber(left.order, right.order),
    )
    .map(({ property }) => property);
  let active = [...(view.profiles ?? [])];
  let settings = settingsFor(own, active);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = activeProfiles(settings, view.profiles);
    if (next.join() === active.join()) break;
    active = next;
    settings = settingsFor(own, active);
  }
  return settings;
}

/** The profiles an application runs with, in order of activation; see {@link effectiveSettings}. */
function activeProfiles(settings: EffectiveSettings, asked: readonly string[] | null): string[] {
  const first = asked ?? listAt(settings, 'spring.profiles.active');
  const fallback = listAt(settings, 'spring.profiles.default');
  const start = first.length > 0 ? first : fallback.length > 0 ? fallback : ['default'];
  const active = [...listAt(settings, 'spring.profiles.include'), ...start];
  for (let at = 0; at < active.length && active.length < 200; at += 1) {
    const group = listAt(settings, `spring.profiles.group.${active[at] ?? ''}`);
    active.push(...group.filter((profile) => !active.includes(profile)));
  }
  return [...new Set(active)];
}

function settingsFor(sorted: readonly ConfigurationProperty[], active: readonly string[]): EffectiveSettings {
  const accepted = new Set(active);
  const rank = new Map(active.map((profile, index) => [profile, index]));
  const rankOf = (property: ConfigurationProperty): number => {
    const ofName = property.fileProfile ?? profileOfName(fileNameOf(property.file));
    return ofName === null ? -1 : (rank.get(ofName) ?? -1);
  };
  const applying = sorted
    .filter(({ profile }) => profile === null || acceptsProfiles(profile, accepted))
    .map((property, order) => ({ property, order, rank: rankOf(property) }))
    .sort((left, right) => compareNumber(left.rank, right.rank) || compareNumber(left.order, right.order));
  return new Map(applying.map(({ property }) => [canonicalKey(property.key), property]));
}

/** Later wins: `bootstrap` before `application`, the plain place before `config/`, YAML before properties. */
function comparePrecedence(left: ConfigurationProperty, right: ConfigurationProperty): number {
  const rankOf = ({ file }: ConfigurationProperty): number => {
    const name = fileNameOf(file);
    const location = /(?:^|\/)config\/[^/]+$/.test(file) ? 4 : 0;
    return (name.startsWith('bootstrap') ? 0 : 8) + location + (name.endsWith('.properties') ? 2 : 0);
  };
  return compareNumber(rankOf(left), rankOf(right)) || compareText(left.file, right.file);
}

/** A list written as `a,b`, as `key[0]`, `key[1]` … or both. */
function listAt(settings: EffectiveSettings, key: string): readonly string[] {
  const canonical = canonicalKey(key);
  const written = [settings.get(canonical)?.value ?? ''];
  for (let index = 0; index < 200; index += 1) {
    const item = settings.get(`${canonical}[${index}]`);
    if (item === undefined) break;
    written.push(item.value);
  }
  return written
    .flatMap((value) => resolvePlaceholders(value, settings).text.split(','))
    .map((profile) => profile.trim())
    .filter((profile) => profile !== '');
}

/**
 * Spring's relaxed binding in one form: lower case without dashes and underscores, so `server.servletContext-path` and
 * `server.servlet-context_path` meet.
 */
function canonicalKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

/** Replaces `${key}` and `${key:default}` by settings. What stays unresolved comes from the environment at run time. */
export function resolvePlaceholders(text: string, settings: EffectiveSettings): Interpolated {
  return interpolate(text, {
    lookup: (name) => settings.get(canonicalKey(name))?.value ?? null,
    defaultSeparator: ':',
  });
}
