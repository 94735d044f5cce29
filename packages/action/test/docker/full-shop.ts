import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

function pomOf(name: string, version: string, uses = ''): string {
  const [library, of] = uses.split(':');
  const dependencies =
    library === ''
      ? ''
      : `<dependencies><dependency><groupId>org.lib</groupId><artifactId>${library}</artifactId><version>${of}</version></dependency></dependencies>`;
  return `<project><modelVersion>4.0.0</modelVersion><groupId>org.lib</groupId><artifactId>${name}</artifactId><version>${version}</version>${dependencies}</project>\n`;
}

/** A shop whose pull request updates a library that brings a vulnerable one along: no file of the tree names that. */
export const SHOP = {
  main: { 'pom.xml': pomOf('shop', '1', 'kit:1'), 'src/main/java/org/shop/Shop.java': 'class Shop {}\n' },
  branch: { 'pom.xml': pomOf('shop', '1', 'kit:2') },
};

/** A repository of Maven with what the shop uses. */
export const REPOSITORY: Readonly<Record<string, string>> = {
  'org/lib/kit/1/kit-1.pom': pomOf('kit', '1', 'text:1.10'),
  'org/lib/kit/2/kit-2.pom': pomOf('kit', '2', 'text:1.9'),
  'org/lib/text/1.9/text-1.9.pom': pomOf('text', '1.9'),
  'org/lib/text/1.10/text-1.10.pom': pomOf('text', '1.10'),
};

/** What is known of the library that comes along, by file name. */
export const ADVISORIES: Readonly<Record<string, string>> = {
  'one.json': JSON.stringify({
    id: 'GHSA-aaaa-bbbb-cccc',
    aliases: ['CVE-2026-0001'],
    database_specific: { severity: 'HIGH' },
    affected: [
      {
        package: { ecosystem: 'Maven', name: 'org.lib:text' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.10' }] }],
      },
    ],
  }),
};

/** Writes files by their paths; gives the directory. */
export async function writeFiles(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}
