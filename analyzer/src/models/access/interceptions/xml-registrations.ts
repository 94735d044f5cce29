import type { TypeName } from '../../../base/ids.ts';
import { simpleName } from '../../match/name-pattern.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import type { XmlElement } from '../../xml-elements.ts';
import type { BeanFile } from '../bean-files.ts';
import { shortText } from '../requirement.ts';
import { bindingsOf } from './declared-registrations.ts';
import type { Registration, RegistrationContext } from './registration.ts';

/** Interceptors that bean files register: `<mvc:interceptors>` with beans for every path, or each with paths of its own. */
export function xmlRegistrations(
  context: RegistrationContext,
  row: InterceptionRow,
): readonly Registration[] {
  const { xml } = row;
  if (xml === undefined) return [];
  return context.files.flatMap((file) =>
    file.elements.flatMap((element, index): readonly Registration[] => {
      if (element.name !== xml.list) return [];
      return childrenOf(file, index).flatMap((child) => {
        const place = file.elements[child]?.name === xml.each ? child : index;
        const beans = place === index ? [child] : childrenOf(file, child);
        return beans.flatMap((bean) => registrationOf(context, row, { file, bean, place, list: index }));
      });
    }),
  );
}

interface BeanPlace {
  readonly file: BeanFile;
  /** The bean or the reference to one. */
  readonly bean: number;
  /** What its paths stand in: the list itself for every path. */
  readonly place: number;
  readonly list: number;
}

function registrationOf(
  context: RegistrationContext,
  row: InterceptionRow,
  { file, bean, place, list }: BeanPlace,
): readonly Registration[] {
  const { tools } = context;
  const type = typeOf(context, row, { file, bean });
  const element = file.elements[bean];
  if (type === undefined || element === undefined || row.xml === undefined) return [];
  const paths = (name: string): readonly string[] =>
    place === list ? [] : childrenOf(file, place).flatMap((child) => pathOf(context, file, { child, name }));
  const includes = place === list ? null : paths(row.xml.includes);
  return [
    {
      type,
      row,
      includes,
      excludes: paths(row.xml.excludes),
      style: 'ant',
      condition: file.conditionAt(bean),
      boundBy: bindingsOf(tools, row, type),
      evidence: {
        file: file.path,
        line: element.line,
        text: shortText(
          `<${row.xml.list}> ${simpleName(type)} before ${includes?.join(', ') ?? 'every path'}`,
        ),
      },
    },
  ];
}

function pathOf(
  { application }: RegistrationContext,
  { elements }: BeanFile,
  { child, name }: { readonly child: number; readonly name: string },
): readonly string[] {
  const element = elements[child];
  const path = element?.name === name ? element.attributes.get('path') : undefined;
  return path === undefined ? [] : [application.settings.resolve(path) ?? '{?}'];
}

/** The interceptor of the tree that a `<bean>` makes or a `<ref>` names. */
function typeOf(
  context: RegistrationContext,
  row: InterceptionRow,
  { file, bean }: { readonly file: BeanFile; readonly bean: number },
): TypeName | undefined {
  const { tools } = context;
  const element = file.elements[bean];
  const written = element?.name === 'bean' ? element.attributes.get('class') : undefined;
  const named = element?.name === 'ref' ? element.attributes.get('bean') : undefined;
  const name = written ?? (named === undefined ? undefined : classNamed(context, row, named));
  const type = name === undefined ? undefined : tools.program.type(name as TypeName);
  return type !== undefined && tools.types.match(type.name, row.type) === 'certain' ? type.name : undefined;
}

/** By the id of a bean in any file, else by the name that a component has without saying so. */
function classNamed(
  { files, tools, application }: RegistrationContext,
  row: InterceptionRow,
  bean: string,
): string | undefined {
  const isMeant = ({ name, attributes }: XmlElement) =>
    name === 'bean' && (attributes.get('id') === bean || attributes.get('name') === bean);
  const declared = files.flatMap(({ elements }) => elements.filter(isMeant))[0]?.attributes.get('class');
  if (declared !== undefined) return declared;
  return tools
    .typesBelow(row.type)
    .find((type) => application.includes(type) && decapitalized(type.declaration.name) === bean)?.name;
}

function decapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function childrenOf({ elements }: BeanFile, parent: number): readonly number[] {
  return elements.flatMap((element, index) => (element.parent === parent ? [index] : []));
}
