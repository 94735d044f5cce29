import type { RelativePath } from '../../base/ids.ts';
import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import type { Text } from '../../base/text.ts';
import type { ConfigurationKind, Inventory } from '../../inventory/inventory.ts';
import type { ConfiguredSecret } from '../labels.ts';
import type { SecretNaming } from './secret-naming.ts';

/** Kinds of files whose settings stand one on a line, whatever the notation around them. */
export const SETTINGS_KINDS: readonly ConfigurationKind[] = ['container', 'environment', 'settings'];

/** Settings in one file; more are machine-made. */
const MAX_SETTINGS = 10_000;
/** `KEY=value`, `key: value`, `"key": "value",`, `- KEY=value`, `export KEY=value`, `ENV KEY=value`, `ENV KEY value`. */
const SETTING =
  /^[ \t]*(?:-[ \t]+)?(?:(?:export|ENV|ARG)[ \t]+)?["']?([A-Za-z_][\w.-]{0,199})["']?(?:[ \t]*[:=][ \t]*|[ \t]+)(\S.*)$/u;
/** What stands where a value would, and is none. */
const NO_VALUE = /^(?:["']{2}|[{[|>&!#,]|(?:true|false|null|yes|no|none|~)\b)/iu;

/**
 * Finds the settings of production code that hold a secret, by the last part of their key: in Spring settings, in `.env`,
 * compose and Docker files, and in files that are named as settings in any notation. A setting without a value is none; a
 * placeholder is one, for the secret goes through it.
 */
export function findConfiguredSecrets(
  inventory: Inventory,
  texts: ReadonlyMap<RelativePath, string>,
  naming: SecretNaming,
): readonly ConfiguredSecret[] {
  return configuredValues(inventory, texts, naming)
    .map(({ what, key, file, line }) => ({ what, evidence: { file, line, text: key.slice(0, 200) } }))
    .sort(
      inOrder<ConfiguredSecret>(
        byText(({ evidence }) => evidence.file),
        byNumber(({ evidence }) => evidence.line),
        byText(({ evidence }) => evidence.text),
      ),
    );
}

/** A setting that is named after a secret, with what it says: to be judged here, and never to be shown. */
export interface ConfiguredValue {
  readonly what: Text;
  readonly key: string;
  readonly value: string;
  readonly file: RelativePath;
  readonly line: number;
  /** Profile expression under which it applies; null where it always does. */
  readonly profile: string | null;
}

/** The settings that {@link findConfiguredSecrets} is about, with their values. */
export function configuredValues(
  inventory: Inventory,
  texts: ReadonlyMap<RelativePath, string>,
  naming: SecretNaming,
): readonly ConfiguredValue[] {
  const spring = inventory.properties
    .filter(({ role, value }) => role === 'production' && value !== '')
    .flatMap(({ key, value, file, line, profile }) => named(naming, { key, value, file, line, profile }));
  const others = inventory.configuration
    .filter(({ kind, role }) => role === 'production' && SETTINGS_KINDS.includes(kind))
    .flatMap(({ path }) => secretLines(naming, path, texts.get(path) ?? ''));
  return [...spring, ...others];
}

function secretLines(naming: SecretNaming, file: RelativePath, text: string): ConfiguredValue[] {
  const found: ConfiguredValue[] = [];
  for (const [index, line] of text.split('\n').slice(0, MAX_SETTINGS).entries()) {
    const match = SETTING.exec(line.slice(0, 500).trimEnd());
    const [, key = '', value = ''] = match ?? [];
    if (key === '' || NO_VALUE.test(value)) continue;
    found.push(...named(naming, { key, value, file, line: index + 1, profile: null }));
  }
  return found;
}

/** By the last part of the key, or the last two where that part says nothing. */
function named(naming: SecretNaming, setting: Omit<ConfiguredValue, 'what'>): ConfiguredValue[] {
  const parts = setting.key.split('.');
  const last = parts.at(-1) ?? '';
  const name = /^(?:key|value|code)(?:\[\d+\])?$/iu.test(last) ? parts.slice(-2).join('.') : last;
  const what = naming.whatIs(name);
  return what === undefined ? [] : [{ ...setting, what }];
}
