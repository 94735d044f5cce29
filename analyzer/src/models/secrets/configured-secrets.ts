import type { RelativePath } from '../../base/ids.ts';
import { byNumber, byText, inOrder } from '../../base/ordering.ts';
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
  const spring = inventory.properties
    .filter(({ role, value }) => role === 'production' && value !== '')
    .flatMap(({ key, file, line }) => secretOf(naming, key, { file, line }));
  const others = inventory.configuration
    .filter(({ kind, role }) => role === 'production' && SETTINGS_KINDS.includes(kind))
    .flatMap(({ path }) => secretLines(naming, path, texts.get(path) ?? ''));
  return [...spring, ...others].sort(
    inOrder<ConfiguredSecret>(
      byText(({ evidence }) => evidence.file),
      byNumber(({ evidence }) => evidence.line),
      byText(({ evidence }) => evidence.text),
    ),
  );
}

function secretLines(naming: SecretNaming, file: RelativePath, text: string): ConfiguredSecret[] {
  const found: ConfiguredSecret[] = [];
  for (const [index, line] of text.split('\n').slice(0, MAX_SETTINGS).entries()) {
    const match = SETTING.exec(line.slice(0, 500).trimEnd());
    const [, key = '', value = ''] = match ?? [];
    if (key === '' || NO_VALUE.test(value)) continue;
    found.push(...secretOf(naming, key, { file, line: index + 1 }));
  }
  return found;
}

/** The key is shown, never the value. */
function secretOf(
  naming: SecretNaming,
  key: string,
  at: { readonly file: RelativePath; readonly line: number },
): ConfiguredSecret[] {
  const parts = key.split('.');
  const last = parts.at(-1) ?? '';
  const name = /^(?:key|value|code)(?:\[\d+\])?$/iu.test(last) ? parts.slice(-2).join('.') : last;
  const what = naming.whatIs(name);
  return what === undefined ? [] : [{ what, evidence: { ...at, text: key.slice(0, 200) } }];
}
