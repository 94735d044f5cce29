import type { BundledPackage } from './bundled-packages.ts';

const HEADING = `This action carries code of the packages below, each under its own licence.
`;

/** The notices: packages with the same text of a licence share it, in the order of their names. */
export function noticesOf(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, Set<string>>();
  for (const { name, version, license, texts } of packages) {
    const text = texts.length === 0 ? `Licence: ${license}` : texts.join('\n\n');
    const those = byText.get(text) ?? new Set();
    byText.set(text, those.add(`${name} ${version} (${license})`));
  }
  const parts = [...byText].map(([text, those]) => `${[...those].join('\n')}\n\n${text}\n`);
  return [HEADING, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
