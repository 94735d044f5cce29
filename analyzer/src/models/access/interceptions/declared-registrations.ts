import type { TypeName } from '../../../base/ids.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../../link/program.ts';
import { registeredTypes } from '../../entries/registered-types.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf, InterceptionRow } from '../../schema/access-rows.ts';
import { readXml } from '../../xml-elements.ts';
import { ACTIVE } from '../bean-conditions.ts';
import { shortText } from '../requirement.ts';
import type { Registration, RegistrationContext } from './registration.ts';
import { foundByScan } from './scanned-annotations.ts';

/** What stands before requests because of annotations, as a bean, or by name in web.xml; `known` are those that calls register. */
export function declaredRegistrations(
  context: RegistrationContext,
  row: InterceptionRow,
  known: ReadonlySet<TypeName>,
): readonly Registration[] {
  const { tools, application } = context;
  const listing = tools.models.entries.find(({ id }) => id === row.registeredAs);
  const leftOut = registeredTypes(tools, listing?.on === 'annotation' ? listing.registered : undefined);
  const ofTypes = tools
    .typesBelow(row.type)
    .filter((type) => application.includes(type) && leftOut(type) === undefined)
    .flatMap((type) => ofType(context, row, { type, isRegistered: known.has(type.name) }));
  return [
    ...ofTypes,
    ...beanRegistrations(context, row),
    ...namedRegistrations(context, row),
    ...webXmlRegistrations(context, row),
  ];
}

/** `@Bean @GrpcGlobalServerInterceptor ServerInterceptor gate() { return new Gate(); }`: the annotation stands on the method. */
function beanRegistrations(
  { tools, application, beans, conditions }: RegistrationContext,
  row: InterceptionRow,
): readonly Registration[] {
  return row.annotations.flatMap(({ annotation }) =>
    tools.annotations.methodsWith(annotation).flatMap((method) => {
      const isFactory = tools.annotations.find(method.annotations, beans.factoryMethod).length > 0;
      if (!isFactory || !application.includes(method.owner)) return [];
      const [found] = tools.annotations.find(method.annotations, annotation);
      return [...madeTypes(tools, row, method)].map((type): Registration => {
        const { file, line } = found?.written ?? { file: method.owner.file.facts.path, line: 1 };
        return {
          ...everywhere(row, type),
          condition: conditions.ofMethod(method),
          boundBy: bindingsOf(tools, row, type),
          evidence: { file, line, text: shortText(`bean ${simpleName(type)} before every path`) },
        };
      });
    }),
  );
}

/** The interceptors of the tree that a bean method may give: of its return type, or made in it. */
function madeTypes(tools: MatchTools, row: InterceptionRow, method: ProgramMethod): ReadonlySet<TypeName> {
  const made = (method.declaration?.body?.operations ?? []).flatMap((operation, index) => {
    const type = operation.kind === 'new' ? method.operationTypes[index] : undefined;
    return type === undefined ? [] : [classOf(type)];
  });
  const named = [classOf(method.returnType), ...made].filter((name) => name !== undefined);
  return new Set(
    named.filter(
      (name) => tools.program.type(name) !== undefined && tools.types.match(name, row.type) === 'certain',
    ),
  );
}

/** `@GrpcService(interceptors = Gate.class)` on the class of handlers. */
function namedRegistrations(
  { tools, application, conditions }: RegistrationContext,
  row: InterceptionRow,
): readonly Registration[] {
  return row.namedBy.flatMap(({ annotation, attributes }) =>
    tools.annotations
      .typesWith(annotation)
      .filter((owner) => application.includes(owner))
      .flatMap((owner) =>
        tools.annotations.find(owner.annotations, annotation).flatMap((found) =>
          attributes
            .flatMap((name) => textsOf(found.attributes.get(name)))
            .flatMap((name) => tools.program.type(name as TypeName) ?? [])
            .map(
              (type): Registration => ({
                ...everywhere(row, type.name),
                condition: conditions.ofType(owner),
                boundBy: [],
                only: owner.name,
                evidence: {
                  file: found.written.file,
                  line: found.written.line,
                  text: shortText(`@${simpleName(found.written.type)}(${simpleName(type.name)})`),
                },
              }),
            ),
        ),
      ),
  );
}

/** Before all handlers, whatever their paths. */
function everywhere(row: InterceptionRow, type: TypeName) {
  return { type, row, includes: null, excludes: [], style: 'servlet' } as const;
}

/** Annotations on an interceptor's class that bind it to handlers which carry them too. */
export function bindingsOf(tools: MatchTools, row: InterceptionRow, type: TypeName): readonly TypeName[] {
  const { bindings } = row;
  const annotations = tools.program.type(type)?.annotations ?? [];
  if (bindings === undefined) return [];
  return tools.annotations.find(annotations, bindings).map(({ written }) => written.type);
}

function ofType(
  context: RegistrationContext,
  row: InterceptionRow,
  { type, isRegistered }: { readonly type: ProgramType; readonly isRegistered: boolean },
): readonly Registration[] {
  const { tools, beans, conditions } = context;
  const common = {
    type: type.name,
    row,
    excludes: [],
    style: 'servlet' as const,
    condition: conditions.ofType(type),
    boundBy: bindingsOf(tools, row, type.name),
  };
  const place = { file: type.file.facts.path, line: type.declaration.line };
  const scanned = new Set<ResolvedAnnotation>();
  const byAnnotation = row.annotations.flatMap((each): readonly Registration[] => {
    const found = tools.annotations.find(type.annotations, each.annotation)[0];
    if (found === undefined) return [];
    const scan = foundByScan(context, type, each.scanned);
    if (scan !== 'always') scanned.add(found.written);
    if (scan === 'never') return [];
    const patterns = (each.attributes ?? []).flatMap((name) => textsOf(found.attributes.get(name)));
    const evidence = {
      file: found.written.file,
      line: found.written.line,
      text: shortText(`@${simpleName(found.written.type)}(${patterns.join(', ')})`),
    };
    const condition = scan === 'always' || common.condition.state === 'inactive' ? common.condition : scan;
    return [{ ...common, condition, includes: patterns.length > 0 ? patterns : null, evidence }];
  });
  if (row.unread !== undefined) {
    const evidence = { ...place, text: shortText(`class ${type.declaration.name}`) };
    const condition = { state: 'unknown', reason: row.unread, evidence } as const;
    return [{ ...common, includes: null, condition, evidence }];
  }
  // What a scan finds may be a bean besides.
  const mayBeBean = byAnnotation.length === 0 || scanned.size > 0;
  const others = type.annotations.filter((each) => !scanned.has(each));
  if (
    !mayBeBean ||
    !row.everywhereAsBean ||
    isRegistered ||
    !isBean(tools, beans, { type, annotations: others })
  )
    return byAnnotation;
  const evidence = { ...place, text: shortText(`bean ${type.declaration.name} before every path`) };
  return [...byAnnotation, { ...common, includes: null, evidence }];
}

function isBean(
  tools: MatchTools,
  beans: AccessRowOf<'beans'>,
  { type, annotations }: Pick<ProgramType, 'annotations'> & { readonly type: ProgramType },
): boolean {
  if (tools.annotations.find(annotations, beans.stereotypes).length > 0) return true;
  return tools.annotations
    .methodsWith(beans.factoryMethod)
    .some((method) => classOf(method.returnType) === type.name);
}

function webXmlRegistrations(
  { tools, application }: RegistrationContext,
  row: InterceptionRow,
): readonly Registration[] {
  if (!row.webXml) return [];
  const files = tools.inventory.configuration.filter(
    (file) => file.kind === 'web-xml' && file.role === 'production' && application.modules.has(file.module),
  );
  return files.flatMap((file) => {
    const elements = readXml(tools.texts.get(file.path) ?? '');
    const textIn = (parent: number, name: string) =>
      elements.filter((each) => each.parent === parent && each.name === name).map((each) => each.text.trim());
    const classes = new Map(
      elements.flatMap((element, index) =>
        element.name === 'filter'
          ? [[textIn(index, 'filter-name')[0] ?? '', textIn(index, 'filter-class')[0] ?? ''] as const]
          : [],
      ),
    );
    return elements.flatMap((element, index): readonly Registration[] => {
      const named = classes.get(
        element.name === 'filter-mapping' ? (textIn(index, 'filter-name')[0] ?? '') : '',
      );
      const name = named === undefined ? undefined : tools.program.typeSeenFrom(file.module, named)?.name;
      if (name === undefined) return [];
      if (tools.types.match(name, row.type) !== 'certain') return [];
      const includes = textIn(index, 'url-pattern');
      const evidence = {
        file: file.path,
        line: element.line,
        text: shortText(`<filter-mapping> ${includes.join(', ')}`),
      };
      const common = { excludes: [], style: 'servlet', condition: ACTIVE, boundBy: [] } as const;
      return [{ type: name, row, includes, evidence, ...common }];
    });
  });
}
