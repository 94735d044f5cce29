import type { TypeName } from '../../../base/ids.ts';
import type { CallOperation } from '../../../facts/operations.ts';
import type { ProgramMethod, ProgramType } from '../../../link/program.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import { originOf } from '../../match/value-origin.ts';
import type { ApplicationSettings } from '../application-settings.ts';

/** A setting that a getter of a class of settings gives: its key, and the field that holds it. */
export interface BoundProperty {
  readonly key: string;
  readonly owner: TypeName;
  readonly field: string;
}

/** What `urls.getIgnored()` reads, where the framework fills the class of `urls` with settings of a prefix. */
export function boundProperty(
  tools: MatchTools,
  method: ProgramMethod,
  call: CallOperation,
): BoundProperty | undefined {
  const type = call.object === null ? undefined : method.operationTypes[call.object];
  const named = type === undefined ? undefined : classOf(type);
  const owner = named === undefined ? undefined : tools.program.type(named);
  if (owner === undefined || call.args.length > 0) return undefined;
  const bare = call.name.replace(/^(?:get|is)(?=[A-Z])/u, '');
  const field = bare.charAt(0).toLowerCase() + bare.slice(1);
  if (!owner.fields.some((each) => each.name === field)) return undefined;
  const prefix = prefixOf(tools, owner) ?? outerKey(tools, method, call);
  return prefix === undefined ? undefined : { key: `${prefix}.${field}`, owner: owner.name, field };
}

/** `config.getLogin().getOpen()`: settings in settings. */
function outerKey(tools: MatchTools, method: ProgramMethod, { object }: CallOperation): string | undefined {
  const origin = object === null ? undefined : (originOf(method, object) ?? object);
  const outer = origin === undefined ? undefined : method.declaration?.body?.operations[origin];
  return outer?.kind === 'call' ? boundProperty(tools, method, outer)?.key : undefined;
}

/** The prefix that an annotation on the class gives, or on a bean method that makes it. */
function prefixOf(tools: MatchTools, owner: ProgramType): string | undefined {
  const wanted = tools.models.access.flatMap((row) => (row.on === 'beans' ? row.bound : []));
  const own = tools.annotations.find(owner.annotations, wanted)[0];
  const made = () =>
    tools.productionMethods
      .filter((method) => classOf(method.returnType) === owner.name)
      .flatMap((method) => tools.annotations.find(method.annotations, wanted))[0];
  const found = own ?? made();
  return ['prefix', 'value'].flatMap((name) => textsOf(found?.attributes.get(name)))[0];
}

const MOST_ITEMS = 1_000;

/** The texts of a setting that is a list, in either notation; undefined where nothing sets it, null where its value comes from outside. */
export function settingTexts(
  settings: ApplicationSettings,
  key: string,
): readonly string[] | null | undefined {
  const whole = settings.find(key);
  if (whole !== undefined) {
    return whole.known ? whole.value.split(',').map((each) => each.trim()) : null;
  }
  const texts: string[] = [];
  for (let index = 0; index < MOST_ITEMS; index += 1) {
    const item = settings.find(`${key}[${index}]`);
    if (item === undefined) break;
    if (!item.known) return null;
    texts.push(item.value);
  }
  return texts.length > 0 ? texts : undefined;
}
