import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import { labelIn } from '../../base/text.ts';
import type { Weakness } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';
import { codeSecrets } from './code-secrets.ts';
import { lenientMethods } from './lenient-methods.ts';
import { misusedCalls, readConstants } from './misused-calls.ts';
import { weakAnnotations } from './weak-annotations.ts';
import { weakParameters } from './weak-parameters.ts';
import { settingSecrets, weakSettings } from './weak-settings.ts';

/** Finds what is weak where it stands, in production code and its settings; no flow of values is needed to see it. */
export function findWeaknesses(tools: MatchTools, naming: SecretNaming): readonly Weakness[] {
  const found = [
    ...misusedCalls(tools, naming),
    ...readConstants(tools),
    ...lenientMethods(tools),
    ...weakParameters(tools),
    ...weakAnnotations(tools),
    ...codeSecrets(tools, naming),
    ...weakSettings(tools),
    ...settingSecrets(tools, naming),
  ];
  const distinct = new Map(
    found.map((item) => [
      `${item.kind} ${item.evidence.file}:${item.evidence.line} ${labelIn('en', item.what)}`,
      item,
    ]),
  );
  return [...distinct.values()].sort(
    inOrder(
      byText((item) => item.evidence.file),
      byNumber((item) => item.evidence.line),
      byText((item) => item.kind),
      byText((item) => labelIn('en', item.what)),
    ),
  );
}
