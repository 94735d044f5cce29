import type { Inventory } from '../../inventory/inventory.ts';

/** How deep placeholders may stand in each other. */
const DEEPEST = 5;
const LONGEST = 500;

/** Settings as an application sees them. */
export interface ApplicationProperties {
  /** Value of a key in any spelling (`context-path`, `contextPath`); undefined where no file sets it. */
  value(key: string): string | undefined;
  /** Replaces `${key}` and `${key:default}`; what nobody sets stays as written. */
  resolve(text: string): string;
}

/** Looks up the settings that the inventory has settled for a module. */
export function applicationProperties(inventory: Inventory, module: string): ApplicationProperties {
  const settled = inventory.applications.find((application) => application.module === module);
  const values = new Map(settled?.settings.map((setting) => [setting.relaxedKey, setting.resolved]));
  return propertiesOver((key) => values.get(relaxed(key)));
}

/** The settings of any module, each module looked up once. */
export function propertiesByModule(inventory: Inventory): (module: string) => ApplicationProperties {
  const settled = new Map<string, ApplicationProperties>();
  return (module) => {
    const known = settled.get(module) ?? applicationProperties(inventory, module);
    settled.set(module, known);
    return known;
  };
}

/** The same over another way to look values up. */
export function propertiesOver(value: ApplicationProperties['value']): ApplicationProperties {
  return { value, resolve: (text) => resolvePlaceholders(text, value, 0) };
}

/** Relaxed binding: case, dashes and underscores make no difference. */
function relaxed(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/gu, '');
}

function resolvePlaceholders(
  text: string,
  value: (key: string) => string | undefined,
  depth: number,
): string {
  if (depth >= DEEPEST || text.length > LONGEST || !text.includes('${')) return text;
  const open = text.indexOf('${');
  const close = closingBrace(text, open + 2);
  if (close === -1) return text;
  const inner = text.slice(open + 2, close);
  const colon = inner.indexOf(':');
  const key = colon === -1 ? inner : inner.slice(0, colon);
  const found = value(key) ?? (colon === -1 ? undefined : inner.slice(colon + 1));
  const before = text.slice(0, open);
  const after = resolvePlaceholders(text.slice(close + 1), value, depth + 1);
  return found === undefined
    ? `${before}\${${inner}}${after}`
    : before + resolvePlaceholders(found, value, depth + 1) + after;
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '{') open += 1;
    if (text[index] === '}') open -= 1;
    if (open === 0) return index;
  }
  return -1;
}
