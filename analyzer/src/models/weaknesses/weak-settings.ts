import type { ConfigurationProperty, Inventory } from '../../inventory/inventory.ts';
import type { Weakness } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { configuredValues } from '../secrets/configured-secrets.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';
import { isIssued, isSecretValue } from './secret-values.ts';

/** Profiles by the words in their names. */
const DEVELOPMENT: ReadonlySet<string> = new Set([
  ...['dev', 'develop', 'development', 'local', 'localhost', 'test', 'tests', 'testing', 'it', 'ci', 'e2e'],
  ...['demo', 'sample', 'samples', 'example', 'sandbox', 'mock', 'unsafe', 'docker', 'compose'],
]);
const PRODUCTION: ReadonlySet<string> = new Set(['prod', 'production', 'live', 'release']);
/** A database that ends with the process keeps no secret. */
const IN_MEMORY = /^jdbc:(?:h2:mem|hsqldb:mem|derby:memory|sqlite::memory)/iu;

/** Where settings of a profile, or of a file without one, take effect. */
function surroundingsOf(profile: string | null, file: string): Weakness['surroundings'] {
  const words = (profile ?? '').toLowerCase().split(/[^a-z0-9!]+/u);
  if (words.some((word) => PRODUCTION.has(word))) return 'production';
  if (words.some((word) => DEVELOPMENT.has(word))) return 'development';
  const folders = file.toLowerCase().split(/[^a-z0-9]+/u);
  return folders.some((word) => DEVELOPMENT.has(word)) ? 'development' : 'any';
}

/** Settings that a row calls a weakness, unless an active profile says otherwise. Relaxed binding applies. */
export function weakSettings({ inventory, models }: MatchTools): readonly Weakness[] {
  const rows = new Map(models.weakSettings.map((row) => [relaxed(row.property), row]));
  return inventory.properties.flatMap((property): readonly Weakness[] => {
    const row = rows.get(relaxed(property.key));
    const isWeak = (value: string) => row?.values.includes(value.trim().toLowerCase()) === true;
    if (row === undefined || property.role !== 'production' || !isWeak(property.value)) return [];
    const inEffect = effective(inventory, property);
    if (inEffect !== undefined && !isWeak(inEffect)) return [];
    return [
      {
        kind: row.weakness,
        mechanism: row.id,
        what: `${property.key}=${property.value}`.slice(0, 200),
        symbol: property.key,
        evidence: { file: property.file, line: property.line, text: property.key.slice(0, 200) },
        surroundings: surroundingsOf(property.profile, property.file),
        confidence: 'certain',
      },
    ];
  });
}

/** What the module of a setting without profile really runs with; undefined where nothing is known of it. */
function effective(
  { applications }: Inventory,
  { key, module, profile }: ConfigurationProperty,
): string | undefined {
  if (profile !== null) return undefined;
  return applications
    .find((application) => application.module === module)
    ?.settings.find((setting) => relaxed(setting.relaxedKey) === relaxed(key))?.resolved;
}

function relaxed(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/gu, '');
}

/** Secrets written into settings of production code. The value itself is never shown. */
export function settingSecrets({ inventory, texts }: MatchTools, naming: SecretNaming): readonly Weakness[] {
  const memory = new Set(
    inventory.properties.flatMap(({ key, value, file, profile }) =>
      IN_MEMORY.test(value.trim()) ? [`${file} ${profile} ${key.slice(0, key.lastIndexOf('.'))}`] : [],
    ),
  );
  return configuredValues(inventory, texts, naming).flatMap((setting): readonly Weakness[] => {
    const { what, key, value, file, line, profile } = setting;
    const text = unquoted(value);
    if (!isSecretValue(what.en, text, 'settings')) return [];
    if (memory.has(`${file} ${profile} ${key.slice(0, key.lastIndexOf('.'))}`)) return [];
    const surroundings = surroundingsOf(profile, file);
    return [
      {
        kind: 'hard-coded-secret',
        mechanism: 'secret-names',
        what: { en: `${what.en} (${key})`.slice(0, 200), ru: `${what.ru} (${key})`.slice(0, 200) },
        symbol: key.slice(0, 200),
        evidence: { file, line, text: key.slice(0, 200) },
        surroundings: isIssued(text) ? 'production' : surroundings,
        confidence: 'likely',
      },
    ];
  });
}

/** What stands between quotes, and not the comma or comment behind them. */
function unquoted(value: string): string {
  const quoted = /^(["'])(.*?)\1/u.exec(value.trim());
  return (
    quoted?.[2] ??
    value
      .trim()
      .replace(/[,;]$/u, '')
      .replace(/\s+#.*$/u, '')
  );
}
