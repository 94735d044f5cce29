import type { EcosystemReader } from './ecosystem.ts';
import { go } from './go.ts';
import { gradle } from './gradle.ts';
import { maven } from './maven.ts';
import { npm } from './npm.ts';
import { python } from './python.ts';

/** Every manifest format that is understood: one more ecosystem is one file and one line here. */
export const ECOSYSTEMS: readonly EcosystemReader[] = [maven, gradle, npm, python, go];
