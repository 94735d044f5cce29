import type { Text } from '../base/text.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Evidence } from './labels.ts';
import { callsOf } from './match/call-matcher.ts';
import { textsOf } from './match/constant-texts.ts';
import type { MatchTools } from './match/match-tools.ts';
import { fitsAny } from './match/name-pattern.ts';
import type { ConditionTest } from './schema/guard-rows.ts';
import { webXmlParameter } from './web-xml-parameters.ts';
import { readXml } from './xml-elements.ts';

export type ConditionAnswer =
  | { readonly holds: true; readonly evidence: Evidence | null }
  | { readonly holds: false; readonly missing: Text };

/**
 * Whether one of the named conditions of the models holds anywhere in the tree's production code. It does not ask
 * under which profile or property the annotated class itself is active: the access engine does.
 */
export function anyConditionHolds(tools: MatchTools, ids: readonly string[]): ConditionAnswer {
  const rows = tools.models.conditions.filter((row) => ids.includes(row.id));
  for (const row of rows) {
    for (const test of row.any) {
      const evidence = evidenceFor(tools, test);
      if (evidence !== undefined) return { holds: true, evidence };
    }
  }
  return { holds: false, missing: missingOf(rows) };
}

/** What is missing where none of the conditions holds. */
export function missingOf(rows: readonly { readonly missing: Text }[]): Text {
  return {
    en: rows.map(({ missing }) => missing.en).join(' and '),
    ru: rows.map(({ missing }) => missing.ru).join(' и '),
  };
}

/** The line that makes a test true; undefined where it is false. */
function evidenceFor(tools: MatchTools, test: ConditionTest): Evidence | null | undefined {
  if ('annotation' in test) return annotationEvidence(tools, test);
  if ('dependency' in test) return dependencyEvidence(tools.inventory, test.dependency);
  if ('property' in test) return propertyEvidence(tools.inventory, test);
  if ('call' in test) return callEvidence(tools, test.call);
  if ('webXmlParameter' in test) return webXmlParameter(tools, () => true, test);
  if ('subtype' in test) return subtypeEvidence(tools, test.subtype);
  return xmlEvidence(tools, test);
}

function annotationEvidence(
  tools: MatchTools,
  test: Extract<ConditionTest, { readonly annotation: readonly string[] }>,
): Evidence | undefined {
  for (const type of tools.annotations.typesWith(test.annotation)) {
    const found = tools.annotations.find(type.annotations, test.annotation)[0];
    if (found === undefined) continue;
    const written = test.attribute === undefined ? undefined : found.attributes.get(test.attribute);
    const on = written === undefined ? (test.default ?? true) : textsOf(written)[0] === 'true';
    if (on) return { file: found.written.file, line: found.written.line, text: `@${found.written.type}` };
  }
  return undefined;
}

function dependencyEvidence(inventory: Inventory, patterns: readonly string[]): Evidence | undefined {
  const found = inventory.dependencies.find(
    (dependency) =>
      dependency.scope !== 'test' && fitsAny(`${dependency.group ?? ''}:${dependency.name}`, patterns),
  );
  if (found === undefined) return undefined;
  return { file: found.file, line: found.line, text: `${found.group ?? ''}:${found.name}` };
}

function propertyEvidence(
  inventory: Inventory,
  test: Extract<ConditionTest, { readonly property: string }>,
): Evidence | undefined {
  const found = inventory.properties.find(
    (property) =>
      property.role === 'production' &&
      property.profile === null &&
      property.key === test.property &&
      (test.values?.includes(property.value) ?? true),
  );
  if (found === undefined) return undefined;
  return { file: found.file, line: found.line, text: `${found.key}=${found.value}`.slice(0, 200) };
}

function callEvidence(
  tools: MatchTools,
  wanted: { readonly type: readonly string[]; readonly method: readonly string[] },
): Evidence | undefined {
  const found = callsOf([wanted], tools).find((call) =>
    call.owners.some((owner) => tools.types.match(owner, wanted.type) === 'certain'),
  );
  if (found === undefined) return undefined;
  return { file: found.site.file, line: found.site.nameLine, text: `${wanted.type[0]}.${found.member}` };
}

function subtypeEvidence(tools: MatchTools, wanted: readonly string[]): Evidence | undefined {
  const [found] = tools.typesBelow(wanted);
  if (found === undefined) return undefined;
  return { file: found.file.facts.path, line: found.declaration.line, text: found.name };
}

function xmlEvidence(
  tools: MatchTools,
  test: Extract<ConditionTest, { readonly xmlElement: string }>,
): Evidence | undefined {
  for (const file of tools.inventory.configuration) {
    if (file.kind !== 'spring-xml' || file.role !== 'production') continue;
    for (const element of readXml(tools.texts.get(file.path) ?? '')) {
      if (element.name !== test.xmlElement) continue;
      if (test.attribute !== undefined && element.attributes.get(test.attribute) !== test.value) continue;
      return { file: file.path, line: element.line, text: `<${element.name}>` };
    }
  }
  return undefined;
}
